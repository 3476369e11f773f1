import type { JsonValue } from "./canonical-json"
import type { Switches } from "./switches"
import type { WebhookMapping } from "./webhook-events"
import type { Variables } from "./webhook-variables"

export type Payload = { [key: string]: JsonValue }

type Pair = [path: string[], value: JsonValue]

/** The payload of an event by its mapping; a variable that does not exist has no value, like one that is null. */
export function webhookPayload(variables: Variables, mapping: WebhookMapping, switches: Switches): Payload {
  const keys = switches["webhook-keys"]
  const pairs = Object.entries(mapping).flatMap(([key, name]): Pair[] => {
    const value = emitted(name, variables[name] ?? null, switches)
    if (value === undefined) {
      return []
    }
    return [[keys === "flat" ? [key] : keys === "dotted" ? [name] : name.split("."), value]]
  })
  return nest(pairs)
}

/** Undefined: the key is left out. */
function emitted(name: string, value: JsonValue, switches: Switches): JsonValue | undefined {
  if (value === null) {
    const answers = { null: null, omitted: undefined, "empty-text": "" }
    return answers[switches["webhook-nulls"]]
  }
  const isStatus = name.endsWith(".status") && typeof value === "string"
  return isStatus && switches["webhook-status-case"] === "swapped" ? swapCase(value) : value
}

function swapCase(status: string): string {
  return status === status.toUpperCase() ? status.toLowerCase() : status.toUpperCase()
}

function nest(pairs: Pair[]): Payload {
  const groups = new Map<string, Pair[]>()
  for (const [[head = "", ...rest], value] of pairs) {
    groups.set(head, [...(groups.get(head) ?? []), [rest, value]])
  }
  const members = [...groups].map(([head, group]): [string, JsonValue] => {
    const leaf = group.find(([rest]) => rest.length === 0)
    return [head, leaf ? leaf[1] : nest(group)]
  })
  return Object.fromEntries(members)
}
