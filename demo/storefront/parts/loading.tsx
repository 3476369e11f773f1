import type { Loaded } from "../shop/use-loaded"
import { useTexts } from "../texts/language"

/** What stands where an answer of the shop is still to come, or did not come. */
export function Loading({ of }: { of: Exclude<Loaded<unknown>, { state: "here" }> }) {
  const { shell } = useTexts()
  if (of.state === "loading") {
    return (
      <p className="loading" role="status">
        {shell.loading}
      </p>
    )
  }
  return (
    <div className="notice bad" role="alert">
      <p>{shell.unreachable}</p>
      <button type="button" className="button" onClick={of.retry}>
        {shell.retry}
      </button>
    </div>
  )
}
