import { createContext, useContext, useEffect, useMemo, useState, type ComponentProps, type ReactNode } from "react"
import { routeOf, type Route } from "./route"

interface Place {
  path: string
  /** What the bank's page gave the shopper on the way back; lives in this page alone, so that no reload sends it again. */
  returned?: string | null
}

interface Router {
  route: Route
  path: string
  returned: string | null | undefined
  go: (path: string, how?: { replace?: boolean; returned?: string | null }) => void
}

const RouterContext = createContext<Router | null>(null)

/** The browser's own history: back, forward and reload lead where the address says. */
export function RouterProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place>(() => ({ path: location.pathname }))

  useEffect(() => {
    const follow = () => setPlace({ path: location.pathname })
    window.addEventListener("popstate", follow)
    return () => window.removeEventListener("popstate", follow)
  }, [])

  const router = useMemo<Router>(
    () => ({
      route: routeOf(place.path),
      path: place.path,
      returned: place.returned,
      go(path, { replace = false, returned } = {}) {
        if (replace) {
          history.replaceState(null, "", path)
        } else {
          history.pushState(null, "", path)
          window.scrollTo(0, 0)
        }
        setPlace(returned === undefined ? { path } : { path, returned })
      },
    }),
    [place],
  )
  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>
}

export function useRouter(): Router {
  const router = useContext(RouterContext)
  if (!router) {
    throw new Error("There is no RouterProvider above.")
  }
  return router
}

/** A link that stays in the page; with a key that asks for a new tab it is the browser's business. */
export function Link({ to, ...rest }: { to: string } & Omit<ComponentProps<"a">, "href">) {
  const { go } = useRouter()
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        if (event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) {
          event.preventDefault()
          go(to)
        }
      }}
    />
  )
}

/** Leads on to another page as soon as it is rendered. */
export function Redirect({ to, returned }: { to: string; returned?: string | null }) {
  const { go } = useRouter()
  useEffect(() => go(to, { replace: true, returned }), [to])
  return null
}
