import { OTHER_ENDINGS } from "../../integration-tests/http/support/switch-endings"

/** Which answers to open questions end a shopper's way otherwise than captured, and why that is right. */
export function renderEndings(): string {
  const rows = Object.entries(OTHER_ENDINGS).flatMap(([flip, { why, endings }]) =>
    Object.entries(endings).map(([journey, ending]) => `| \`${flip}\` | ${journey} | \`${ending}\` | ${why} |`),
  )
  return [
    "",
    "## What an answer changes for a shopper",
    "",
    "`npm run test:switches` walks the shopper's ways through a real Medusa under every other answer of every switch that a " +
      "checkout can meet. They end with a captured order, but for these:",
    "",
    "| answer | the shopper's way | ends with | why |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n")
}
