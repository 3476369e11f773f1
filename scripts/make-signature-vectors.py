#!/usr/bin/env python3
"""Writes unit-tests/fixtures/signature-vectors.json: webhook signatures made by Python's own json and hmac.

CatalystPay signs json.dumps(payload, sort_keys=True, separators=(",", ":")) with HMAC-SHA256. These vectors hold our
TypeScript to what Python really does with it. The seed is fixed, so running the script again changes nothing:

    python3 scripts/make-signature-vectors.py
"""

import hashlib
import hmac
import json
import random
import string
from pathlib import Path
from urllib.parse import parse_qsl, quote, quote_plus, urlencode

TARGET = Path(__file__).resolve().parent.parent / "unit-tests" / "fixtures" / "signature-vectors.json"
PAYLOADS = 180

rng = random.Random(20260411)

# Where Python's escaping and ordering differ from JavaScript's: DEL, C1 controls, line separators, astral characters
# against U+E000 to U+FFFF, combining marks, lone surrogates, white space that is not JSON's.
PIECES = (
    list(string.ascii_letters + string.digits + " .-_/@+'&<>")
    + ["\"", "\\", "/", "\b", "\f", "\n", "\r", "\t", "\x00", "\x1f", "\x7f", "\x80", "\x85", "\xa0", "\xad"]
    + ["ä", "Ö", "ß", "é", "Ł", "ñ", "Ž", "Ж", "Ω", "中", "\u0308", "\u200b", "\u2028", "\u2029", "\ufeff"]
    + ["\ue000", "\uf8ff", "\ufffd", "\uffff", "😀", "𝒜", "\U0001f468\u200d\U0001f469", "\U0010ffff", "\U00010000"]
)
LONE_SURROGATES = ["\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800"]
NUMBERS = [
    0, 1, -1, 42, 2**53, 2**53 + 1, -(2**63), 2**64, 10**40, 0.0, -0.0, 1.0, -1.0, 29.99, 0.1, 1 / 3, 1e3, 1e15, 1e16,
    1e22, 1.5e300, 5e-324, 1e-7, 0.0001, 0.00001, 123456789.123456789, 100.0, 1e100, -2.5e-10,
]
KEYS = [
    "session_token", "status", "order_number", "amount", "currency", "email", "order.id", "order", "id", "ID", "Id",
    "lead.full_name", "lead", "transaction", "a", "A", "aa", "a.b", "a-b", "_", "", " ", "10", "9", "ä", "z", "\ue000",
    "\uffff", "😀", "😁", "\U00010000", "a\ue000", "a😀", "\x7f", "\u2028", "key\"quoted", "back\\slash", "__proto__",
    "constructor", "toJSON", "length",
]


def text(pieces=PIECES, longest=16):
    return "".join(rng.choice(pieces) for _ in range(rng.randint(0, longest)))


def value(depth=0):
    kind = rng.random()
    if depth < 3 and kind < 0.22:
        return {key(): value(depth + 1) for _ in range(rng.randint(0, 4))}
    if depth < 3 and kind < 0.34:
        return [value(depth + 1) for _ in range(rng.randint(0, 5))]
    if kind < 0.55:
        return rng.choice(NUMBERS) if rng.random() < 0.7 else rng.randint(-(10**20), 10**20)
    if kind < 0.65:
        return rng.choice([True, False, None])
    if kind < 0.70:
        return text(PIECES + LONE_SURROGATES)
    return text()


def key():
    return rng.choice(KEYS) if rng.random() < 0.7 else text(longest=6)


def payload():
    session = {
        "session_token": "ps_" + "".join(rng.choice(string.ascii_lowercase + string.digits) for _ in range(30)),
        "status": "COMPLETED",
        "order_number": "ORD-%08X" % rng.getrandbits(32),
        "amount": "%d.%02d" % (rng.randint(0, 9999), rng.randint(0, 99)),
        "currency": "EUR",
        "email": "müller@example.org",
    }
    extra = {key(): value() for _ in range(rng.randint(0, 6))}
    entries = list({**extra, **session}.items())
    rng.shuffle(entries)
    return dict(entries)


def canonical(document):
    return json.dumps(document, sort_keys=True, separators=(",", ":"))


def sign(message, secret):
    return hmac.new(secret.encode("utf-8"), message.encode("utf-8"), hashlib.sha256).hexdigest()


def has_lone_surrogate(document):
    try:
        json.dumps(document, ensure_ascii=False).encode("utf-8")
        return False
    except UnicodeEncodeError:
        return True


def secret():
    characters = string.ascii_letters + string.digits + "ü€"
    return "whsec_" + "".join(rng.choice(characters) for _ in range(rng.randint(8, 40)))


def wire_forms(document):
    """The same document as different senders would write it."""
    forms = {
        "canonical": canonical(document),
        "django": json.dumps(document),
        "pretty": json.dumps(document, indent=2),
        "windows": json.dumps(document, indent="\t").replace("\n", "\r\n"),
    }
    if not has_lone_surrogate(document):
        forms["unescaped"] = json.dumps(document, ensure_ascii=False)
        forms["unescaped sorted"] = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return forms


accepted = []
refused = []


def accept(why, body, secret, signature, canonical_form):
    accepted.append(
        {"why": why, "body": body, "secret": secret, "signature": signature, "canonical": canonical_form}
    )


def refuse(why, body, secret, signature):
    refused.append({"why": why, "body": body, "secret": secret, "signature": signature})


def flip(signature):
    at = rng.randrange(len(signature))
    return signature[:at] + ("0" if signature[at] != "0" else "1") + signature[at + 1 :]


def add_payload(document):
    shared = secret()
    form = canonical(document)
    signature = sign(form, shared)
    for name, body in rng.sample(sorted(wire_forms(document).items()), 3):
        assert canonical(json.loads(body)) == form
        accept("canonical form, sent " + name, body, shared, signature, form)


def add_refusals(document):
    shared = secret()
    form = canonical(document)
    signature = sign(form, shared)
    changed = {**document, "amount": "10000.00"}
    refuse("another amount", canonical(changed), shared, signature)
    refuse("one key more", canonical({**document, "extra_key": None}), shared, signature)
    refuse("the body is cut", form[:-1], shared, signature)
    refuse("another secret", form, secret(), signature)
    refuse("the secret with a space", form, shared + " ", signature)
    refuse("one digit changed", form, shared, flip(signature))
    refuse("the signature is cut", form, shared, signature[:-1])
    refuse("the signature is longer", form, shared, signature + "0")
    refuse("a scheme before the signature", form, shared, "sha256=" + signature)
    refuse("not hex", form, shared, "g" + signature[1:])
    refuse("a line break after the signature", form, shared, signature + "\n")
    refuse("base64", form, shared, "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=")
    refuse("no signature", form, shared, "")
    refuse("no secret", form, "", sign(form, ""))
    refuse("sha1", form, shared, hmac.new(shared.encode(), form.encode(), hashlib.sha1).hexdigest())
    refuse("a plain hash", form, shared, hashlib.sha256(form.encode()).hexdigest())


def urlencoded(document, words, quoting=quote_plus):
    """The query string of a payload; `words` says how a sender writes None, True and False."""
    written = {key: words.get(value, value) if value is None or isinstance(value, bool) else value
               for key, value in document.items()}
    return urlencode(written, quote_via=quoting)


def make_params_vectors():
    """URL_PARAMS: signed over the JSON payload, sent as text. How a sender writes what is no text is not documented."""
    python, json_like, empty = {}, {None: "null", True: "true", False: "false"}, {None: "", True: "True", False: "False"}
    flat = {"session_token": "ps_%s" % ("a1" * 15), "status": "COMPLETED", "order_number": "ORD-A1B2C3D4"}
    texts = {**flat, "amount": "29.90", "name": "Müller & Söhne 😀/\x7f", "note": "", "count": "7", "gone": "None"}
    typed = {**flat, "amount": "29.90", "attempt": 2, "livemode": True, "test_mode": False, "reference": None}
    floats = {**flat, "amount": 29.9, "tiny": 1e-07, "whole": 1.0, "big": 2**64, "name": "Müller", "offer": None}
    vectors = {"accepted": [], "refused": []}

    def add(kind, why, query, signed, secret="whsec_params", **options):
        form = json.dumps(signed, sort_keys=True, separators=(",", ":"), **options)
        signature = sign(form, secret)
        vectors[kind].append({"why": why, "query": query, "secret": "whsec_params", "signature": signature})

    for name, document in [("texts", texts), ("integers and words", typed), ("all numbers", floats)]:
        for style, words in [("Python", python), ("JSON", json_like), ("nothing", empty)]:
            for quoting in (quote_plus, quote):
                query = urlencoded(document, words, quoting)
                why = "%s, words written like %s, by %s" % (name, style, quoting.__name__)
                add("accepted", why, query, document)
                add("accepted", why + ", signed without escapes", query, document, ensure_ascii=False)
                stringified = dict(parse_qsl(query, keep_blank_values=True))
                add("accepted", why + ", signed as texts", query, stringified)
                add("refused", why + ", another amount", query, {**document, "amount": "29.91"})
                add("refused", why + ", another secret", query, document, secret="whsec_other")
                add("refused", why + ", one key more", query, {**document, "extra": None})
    query = "a=1&b=2&a=3"
    add("accepted", "of several with one name the last", query, dict(parse_qsl(query)))
    add("refused", "of several with one name the first", query, {"a": "1", "b": "2"})
    add("refused", "of several with one name a list", query, {"a": ["1", "3"], "b": "2"})
    add("refused", "brackets that nest", "a[b]=1", {"a": {"b": "1"}})
    add("refused", "7 once as number and once as text", "a=7&b=7", {"a": 7, "b": "7"})
    return vectors


def main():
    documents = [payload() for _ in range(PAYLOADS)]
    for document in documents:
        add_payload(document)
    for document in documents[:12]:
        add_refusals(document)

    for document in (doc for doc in documents[:60] if not has_lone_surrogate(doc)):
        shared = secret()
        body = json.dumps(document, indent=1)
        unescaped = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        accept("signed without ASCII escapes", body, shared, sign(unescaped, shared), canonical(document))
        accept("signed as sent", body, shared, sign(body, shared), canonical(document))

    numbers = {"n%02d" % at: number for at, number in enumerate(NUMBERS)}
    # A pair and a lone surrogate that begin alike: their order can't be seen from the first units that differ.
    halves = {"\ud83d\uffff": 1, "\U0001f600": 2, "\ud83d": 3, "\ud83d\ud83d": 4, "\ud83d\U0001f600": 5, "\ude00": 6}
    documents = [numbers, halves, {}, [], "", 0, None, True, [[], {}, [{}]], {"": {"": [""]}}, {k: 0 for k in KEYS}]
    for document in documents:
        shared = secret()
        form = canonical(document)
        accept("edge case", json.dumps(document, indent=4), shared, sign(form, shared), form)

    duplicates = '{"b":1,"a":{"x":1},"a":{"y":2,"y":3},"b":2}'
    form = canonical(json.loads(duplicates))
    accept("of duplicate keys the last one counts", duplicates, "s", sign(form, "s"), form)
    escapes = '{"\\u0061":"\\u00E4\\uD83D\\uDE00\\/\\u007F","\\ud800":"\\udc00x"}'
    form = canonical(json.loads(escapes))
    accept("escapes that need not be", escapes, "s", sign(form, "s"), form)
    for body in ["", "not json", "a=1&b=2", '{"a":1,}', '{"a":01}', '{"a":1} x', "{'a':1}", '"\t"', "\ufeff{}"]:
        accept("not JSON, signed as sent", body, "s", sign(body, "s"), None)
        refuse("not JSON, signed as something else", body, "s", sign(body + " ", "s"))

    params = make_params_vectors()
    document = {
        "comment": "Made by scripts/make-signature-vectors.py",
        "accepted": accepted,
        "refused": refused,
        "params": params,
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    lines = json.dumps(document, indent=0)
    TARGET.write_text(lines + "\n", encoding="ascii")
    counts = (len(accepted), len(refused), len(params["accepted"]), len(params["refused"]), TARGET.name)
    print("%d accepted, %d refused; of query strings %d and %d -> %s" % counts)


if __name__ == "__main__":
    main()
