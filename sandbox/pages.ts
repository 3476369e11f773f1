import { html, raw } from "hono/html"
import { CREDITOR, mandateReference } from "./envelope"
import type { Attempt, Session } from "./model"
import { TEST_IBANS } from "./test-ibans"
import type { TestIban, TestIbanBehaviour } from "./test-ibans"

export type Html = ReturnType<typeof html>

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #566273; --paper: #fff; --ground: #f2f4f7; --line: #d5dae1;
  --accent: #1f4b99; --on-accent: #fff; --badge: #fff1cc; --on-badge: #5c4300; --error: #a3181f }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9edf3; --soft: #a9b4c2; --paper: #1a212b; --ground: #11161d; --line: #38434f; --accent: #9dbcf5;
    --on-accent: #101b2e; --badge: #453508; --on-badge: #ffe7a8;
    --error: #ff9c9c } }
* { box-sizing: border-box }
body { margin: 0; padding: 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif }
main { max-width: 34rem; margin: 4vh auto; padding: 1.5rem; background: var(--paper); border: 1px solid var(--line);
  border-radius: 12px }
main.wide { max-width: 62rem }
h1 { font-size: 1.4rem; line-height: 1.25; margin: .75rem 0 }
h2 { font-size: 1.1rem; margin: 1.75rem 0 .5rem }
.badge { display: inline-block; padding: .15rem .6rem; border-radius: 99px; background: var(--badge);
  color: var(--on-badge); font-size: .85rem; font-weight: 600 }
dl { margin: 1rem 0; border-top: 1px solid var(--line) }
dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line) }
dt { color: var(--soft); flex: 0 0 10rem } dd { margin: 0; flex: 1 1 12rem; overflow-wrap: anywhere; font-weight: 600 }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.25rem }
button { flex: 1 1 10rem; min-height: 3rem; padding: .6rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  border-radius: 8px; border: 1px solid var(--accent); background: transparent; color: var(--accent) }
button.primary { background: var(--accent); color: var(--on-accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100% }
form label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
input:not([type="checkbox"]) { width: 100%; min-height: 3rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--soft); border-radius: 8px }
input[aria-invalid="true"] { border: 2px solid var(--error) }
.hint { margin: .25rem 0; color: var(--soft); font-size: .9rem } .error { margin: .25rem 0; color: var(--error) }
.alert { padding: .75rem 1rem; border: 2px solid var(--error); border-radius: 8px }
.alert p { margin: 0 } .terms { font-size: .9rem; color: var(--soft) }
form label.tick { display: flex; gap: .75rem; align-items: flex-start; font-weight: 400 }
.tick input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--accent) }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line) }
th { color: var(--soft); font-weight: 500 } code { overflow-wrap: anywhere } a { color: var(--accent) }
`

/** A whole page around its content. @param style what it needs besides the style of all */
export function page(title: string, content: Html, wide = false, style = ""): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(STYLE + style)}
        </style>
      </head>
      <body>
        <main class="${wide ? "wide" : ""}">
          <span class="badge">Test mode</span>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`
}

/** A page that only says something. */
export function messagePage(title: string, text: string): Html {
  return page(title, html`<p>${text}</p>`)
}

/** What a page shows of an IBAN, e.g. `DE•• •••• 3000`. */
export function maskedAccount({ account }: Attempt): string {
  return `${account.iban_country}•• •••• ${account.iban_last4}`
}

/** Where the shopper signs the mandate or refuses to. */
export function verificationPage(session: Session, attempt: Attempt, returnUrl: string | undefined): Html {
  const rows: [string, string][] = [
    ["Creditor", CREDITOR.name],
    ["Creditor identifier", CREDITOR.identifier],
    ["Mandate reference", mandateReference(attempt)],
    ["Amount", `${session.amount} ${session.currency}`],
    ["Account holder", attempt.account.holder_name],
    ["IBAN", maskedAccount(attempt)],
    ["Bank", attempt.account.bank_name ?? "not known"],
  ]
  return page(
    "Sign your direct debit mandate",
    html`<p>Check what you are about to sign. Nothing is debited for real.</p>
      <dl>
        ${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
      </dl>
      <form method="post">
        ${returnUrl === undefined ? "" : html`<input type="hidden" name="return_url" value="${returnUrl}" />`}
        <div class="buttons">
          <button class="primary" name="decision" value="sign">Sign the mandate</button>
          <button name="decision" value="refuse">Refuse</button>
        </div>
      </form>`,
  )
}

/** What this is, with the test IBANs. */
export function indexPage(apiUrl: string, campaignIds: string[], gatewayIds: string[]): Html {
  return page(
    "CatalystPay sandbox",
    html`<p>A local stand-in for the CatalystPay API. It is not CatalystPay, and no money moves.</p>
      <dl>
        <div><dt>API base URL</dt><dd><code>${apiUrl}</code></dd></div>
        <div><dt>Campaign id</dt><dd><code>${campaignIds.join(", ")}</code></dd></div>
        <div><dt>Gateway id</dt><dd><code>${gatewayIds.join(", ")}</code></dd></div>
        <div><dt>State</dt><dd><a href="/control/sessions">sessions</a>, <a href="/control/calls">calls</a>,
          <a href="/control/deliveries">webhook deliveries</a></dd></div>
        <div><dt>Console</dt><dd><a href="/console">settle, bounce, charge back, refund, switch</a></dd></div>
      </dl>
      <h2>Test IBANs</h2>
      <p>Every other valid IBAN is approved. IBANs marked “this sandbox” mean nothing to CatalystPay itself.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Test IBANs">
        <table>
          <thead>
            <tr>
              ${["IBAN", "Outcome", "Known to", "Note"].map((title) => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${TEST_IBANS.map(ibanRow)}
          </tbody>
        </table>
      </div>`,
    true,
  )
}

function ibanRow(test: TestIban): Html {
  return html`<tr>
    <td><code>${test.iban.replace(/(.{4})(?=.)/g, "$1 ")}</code></td>
    <td>${describeOutcome(test)}</td>
    <td>${test.official ? "CatalystPay" : "this sandbox"}</td>
    <td>${test.note}</td>
  </tr>`
}

const BEHAVIOURS: Readonly<Record<TestIbanBehaviour, string>> = {
  slow: " after 3 seconds",
  "lost-answer": ", the connection is reset instead of an answer",
  "server-error": ", the answer is a 500",
  hang: ", no answer ever comes",
  throttled: " after one 429",
}

/** e.g. `declined: insufficient_funds (AM04)` */
export function describeOutcome({ outcome, code, gateway_code, behaviour }: TestIban): string {
  const reason = code === null ? "" : `: ${code}`
  const raw = gateway_code === null ? "" : ` (${gateway_code})`
  return `${outcome.replace("_", " ")}${reason}${raw}${behaviour === null ? "" : BEHAVIOURS[behaviour]}`
}
