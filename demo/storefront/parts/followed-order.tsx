import type { ReactNode } from "react"
import { NotFoundPage } from "../pages/not-found"
import type { Progress } from "../shop/progress"
import type { Order } from "../shop/store"
import { useOrder } from "../shop/use-order"
import { useTexts } from "../texts/language"
import { Loading } from "./loading"

/** An order that a page shows as it becomes. */
export function FollowedOrder({ id, children }: { id: string; children: (order: Order, progress: Progress) => ReactNode }) {
  const { shell } = useTexts()
  const followed = useOrder(id)
  switch (followed.state) {
    case "here":
      return children(followed.order, followed.progress)
    case "gone":
      return <NotFoundPage />
    case "loading":
      return <Loading of={{ state: "loading" }} />
    case "unreachable":
      return (
        <p className="notice bad" role="alert">
          {shell.unreachable}
        </p>
      )
  }
}
