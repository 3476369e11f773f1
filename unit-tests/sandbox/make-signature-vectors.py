"""Writes signature-vectors.json: what Python's own json and hmac make of payloads that are easy to get wrong.

Run: python3 unit-tests/sandbox/make-signature-vectors.py
"""

import hashlib
import hmac
import json
import pathlib

CASES = [
    ("ASCII", {"session_token": "ps_1", "amount": "29.99", "status": "COMPLETED"}, "whsec_sandbox"),
    ("accents", {"email": "max@example.com", "full_name": "Jörg Müßig-Čapek"}, "whsec_sandbox"),
    ("an emoji as a surrogate pair", {"full_name": "Zoë 🦊"}, "whsec_sandbox"),
    ("DEL and control characters", {"text": "a\x7fb\x00c\x1fd\n\r\t\b\f\"\\/"}, "whsec_sandbox"),
    ("line separators and no-break space", {"text": "\u2028\u2029\u00a0"}, "whsec_sandbox"),
    ("keys by code point, not by UTF-16 unit", {"\U0001f98a": 1, "\uffee": 2, "ä": 3, "z": 4, "Z": 5, "": 6}, "s"),
    ("nesting, arrays, empties", {"b": [], "a": {"d": {}, "c": [{"z": None, "y": True}, False, 0, -7]}}, "s"),
    ("a prefix sorts first", {"order.id": "2", "order": "1", "order_id": "3"}, "s"),
    ("integers up to 2^53 - 1", {"n": 9007199254740991}, "s"),
    ("a secret that is not ASCII", {"a": "b"}, "geheim-ü-🦊"),
]


def vector(name, payload, secret):
    canonical = json.dumps(payload, sort_keys=True, separators=(",", ":"))
    signature = hmac.new(secret.encode("utf-8"), canonical.encode("utf-8"), hashlib.sha256).hexdigest()
    return {"name": name, "payload": payload, "secret": secret, "canonical": canonical, "signature": signature}


target = pathlib.Path(__file__).with_name("signature-vectors.json")
target.write_text(json.dumps([vector(*case) for case in CASES], indent=2) + "\n", encoding="ascii")
