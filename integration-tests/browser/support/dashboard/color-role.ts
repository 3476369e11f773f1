import type { Locator } from "playwright-core"

const ROLES = ["green", "red", "blue", "orange", "purple", "neutral"] as const

/** Which of Medusa UI's colours the dot of a status badge is painted in, in the theme that the page has. */
export async function colorRole(badge: Locator): Promise<string> {
  return badge.evaluate((element, roles) => {
    const painted = [...element.querySelectorAll("div")].map((dot) => getComputedStyle(dot).backgroundColor)
    const probe = element.appendChild(document.createElement("i"))
    const role = roles.find((name) => {
      probe.style.backgroundColor = `var(--tag-${name}-icon)`
      return painted.includes(getComputedStyle(probe).backgroundColor)
    })
    probe.remove()
    return role ?? `none of Medusa's: ${painted.join(", ")}`
  }, ROLES)
}
