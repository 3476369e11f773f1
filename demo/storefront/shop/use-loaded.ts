import { useEffect, useState } from "react"

export type Loaded<T> =
  | { state: "loading" }
  | { state: "here"; value: T }
  | { state: "failed"; error: unknown; retry: () => void }

/** What a page shows of the shop's answers. @param key what the answer depends on */
export function useLoaded<T>(load: () => Promise<T>, key: string): Loaded<T> {
  const [tries, setTries] = useState(0)
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" })
  useEffect(() => {
    let wanted = true
    setLoaded({ state: "loading" })
    load().then(
      (value) => wanted && setLoaded({ state: "here", value }),
      (error: unknown) => wanted && setLoaded({ state: "failed", error, retry: () => setTries((before) => before + 1) }),
    )
    return () => {
      wanted = false
    }
  }, [key, tries])
  return loaded
}
