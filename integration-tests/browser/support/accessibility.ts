import { createRequire } from "node:module"
import type { Locator, Page } from "playwright-core"

declare global {
  interface Window {
    axe: { run: (within?: Element | { include: Element; exclude: string[] }) => Promise<{ violations: Violation[] }> }
  }
}

type Violation = { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }

/** Put into every page before its own scripts, because its policy lets no other script in later. */
export const AXE = createRequire(__filename).resolve("axe-core/axe.min.js")

/** What axe-core finds on the page as it stands, in a line each; empty when it finds nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  await untilStill(page)
  return linesOf(await page.evaluate(() => window.axe.run()))
}

/**
 * What it finds in a part of the page alone, as what is around it is not ours.
 * @param except selectors of what is not ours inside of it
 */
export async function axeFindingsIn(part: Locator, except: readonly string[] = []): Promise<string[]> {
  await untilStill(part.page())
  return linesOf(await part.evaluate((include, exclude) => window.axe.run({ include, exclude: [...exclude] }), except))
}

/** What fades in has colours on its way that nobody reads. An animation without an end, a spinner's, is not waited for. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
}

function linesOf({ violations }: { violations: Violation[] }): string[] {
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id}: ${help}: ${String(target)} ${failureSummary.replace(/\s+/g, " ")}`),
  )
}

/** By how many pixels the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
