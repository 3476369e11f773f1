import { useEffect, useState } from "react"
import { isSettled, progressOf, type Progress } from "./progress"
import { troubleOf, type Order } from "./store"
import { useShop } from "./use-shop"

export type Followed =
  | { state: "loading" }
  | { state: "here"; order: Order; progress: Progress }
  | { state: "gone" }
  /** The shop does not answer; it is asked on. */
  | { state: "unreachable" }

const FIRST_MS = 800
const LONGEST_MS = 8_000

/** An order as it is now, and as it becomes: asked for again and again until its payment is settled. */
export function useOrder(id: string): Followed {
  const { store } = useShop()
  const [followed, setFollowed] = useState<Followed>({ state: "loading" })
  useEffect(() => {
    let timer: number | undefined
    let wanted = true
    const look = async (pause: number): Promise<void> => {
      const seen = await lookAt(id)
      if (!wanted) {
        return
      }
      setFollowed((before) => (seen.state === "unreachable" && before.state === "here" ? before : seen))
      if (seen.state === "unreachable" || (seen.state === "here" && !isSettled(seen.progress))) {
        timer = window.setTimeout(() => void look(Math.min(pause * 1.2, LONGEST_MS)), pause)
      }
    }
    void look(FIRST_MS)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [id])

  async function lookAt(orderId: string): Promise<Followed> {
    try {
      const [order, debit] = await Promise.all([store.findOrder(orderId), store.sepa.lookAtOrder(orderId)])
      return { state: "here", order, progress: progressOf(order, debit) }
    } catch (error) {
      return { state: troubleOf(error).status === 404 ? "gone" : "unreachable" }
    }
  }
  return followed
}
