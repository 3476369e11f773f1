import { lostSeals, type SealCounts } from "../debits/seals"
import type { SealingKeysHealth } from "./types"

/** Pure: where the replacing of a sealing key is. @param keyIds of the option `encryptionKey`, in its order */
export function sealingKeysOf(keyIds: readonly string[], counts: SealCounts): SealingKeysHealth {
  const keys = keyIds.map((id, index) => ({
    place: index + 1,
    state: index === 0 ? ("current" as const) : ("retiring" as const),
    sealed: counts.get(id) ?? 0,
  }))
  const retiring = keys.filter(({ state }) => state === "retiring")
  return {
    keys,
    sealed_with_missing_key: lostSeals(counts, keyIds),
    can_drop_retiring: retiring.length > 0 && retiring.every(({ sealed }) => sealed === 0),
  }
}
