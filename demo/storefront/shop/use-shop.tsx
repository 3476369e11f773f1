import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react"
import type { ShopConfig } from "./config"
import { memory } from "./memory"
import { createStore, troubleOf, type Cart, type Customer, type Store } from "./store"

export interface Shop {
  config: ShopConfig
  store: Store
  /** Null when there is none, or when its order is placed. Undefined while it is being looked for. */
  cart: Cart | null | undefined
  /** A guest is null. */
  customer: Customer | null
  setCart: (cart: Cart) => void
  /** The cart with everything that a change needs: made now where there is none. */
  needCart: () => Promise<Cart>
  /** Looks at the cart anew. @returns null when it is gone */
  refreshCart: () => Promise<Cart | null>
  /** The cart has become an order. */
  cartIsPlaced: (orderId: string) => void
  /** @returns the cart as it is then, with what was put into it meanwhile */
  logIn: (email: string, password: string) => Promise<Cart | null>
  logOut: () => Promise<void>
}

const ShopContext = createContext<Shop | null>(null)

/** The cart and the customer, for every page. Of the cart the browser keeps the id alone. */
export function ShopProvider({ config, children }: { config: ShopConfig; children: ReactNode }) {
  const store = useMemo(() => createStore(config), [config])
  const [cart, setCartState] = useState<Cart | null | undefined>(undefined)
  const [customer, setCustomer] = useState<Customer | null>(null)
  const making = useRef<Promise<Cart> | null>(null)

  function setCart(next: Cart): void {
    memory.cartId.set(next.id)
    setCartState(next)
  }

  function forgetCart(): void {
    memory.cartId.set(null)
    setCartState(null)
  }

  function cartIsPlaced(orderId: string): void {
    memory.orderId.set(orderId)
    forgetCart()
  }

  async function refreshCart(): Promise<Cart | null> {
    const id = memory.cartId.get()
    const found = id === null ? null : await findOr404(() => store.findCart(id))
    if (found) {
      setCartState(found)
    } else {
      forgetCart()
    }
    return found
  }

  async function makeCart(): Promise<Cart> {
    const made = await store.makeCart()
    const own = customer ? await store.adoptCart(made.id) : made
    setCart(own)
    return own
  }

  async function needCart(): Promise<Cart> {
    if (cart && !cart.completed_at) {
      return cart
    }
    making.current ??= makeCart().finally(() => {
      making.current = null
    })
    return making.current
  }

  async function logIn(email: string, password: string): Promise<Cart | null> {
    await store.logIn(email, password)
    setCustomer(await store.findCustomer())
    if (!cart || cart.completed_at) {
      return null
    }
    const own = await store.adoptCart(cart.id)
    setCart(own)
    return own
  }

  async function logOut(): Promise<void> {
    await store.logOut()
    setCustomer(null)
    // A customer's cart is no guest's.
    forgetCart()
  }

  useEffect(() => {
    // What cannot be read now can be read later; until then the shopper is a guest.
    store.findCustomer().then(setCustomer, () => undefined)
    refreshCart().catch(() => setCartState(null))
  }, [store])

  const shop = { config, store, cart, customer, setCart, needCart, refreshCart, cartIsPlaced, logIn, logOut }
  return <ShopContext.Provider value={shop}>{children}</ShopContext.Provider>
}

export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) {
    throw new Error("There is no ShopProvider above.")
  }
  return shop
}

/** Null when the database behind the demo was emptied meanwhile. @throws FetchError of any other kind */
async function findOr404<T>(find: () => Promise<T>): Promise<T | null> {
  try {
    return await find()
  } catch (error) {
    if (troubleOf(error).status === 404) {
      return null
    }
    throw error
  }
}
