import { memory } from "./memory.js"
import { StoreError } from "./store.js"

const FIELDS =
  "id,email,total,shipping_subtotal,tax_total,currency_code,completed_at,*items,*shipping_methods,*shipping_address," +
  "*payment_collection,*payment_collection.payment_sessions"

/**
 * The cart, its payment session and its mandate. They are brought to what the form says, one change after the other;
 * while that is under way only the last wish counts, so that fast clicks end in what the shopper sees.
 */
export function createCart(store, config) {
  let cart = null
  let session = null
  let mandate = null
  /** The total that the session is for: Medusa drops the session whenever the cart's total changes. */
  let sessionTotal = null
  let running = null
  let wanted = null

  const path = (rest = "") => `/store/carts/${cart.id}${rest}?fields=${FIELDS}`

  async function load() {
    if (cart === null && memory.cartId !== null) {
      const found = await store.get(`/store/carts/${memory.cartId}?fields=${FIELDS}`).catch(() => null)
      cart = found && !found.cart.completed_at ? found.cart : null
      session = findSession(cart?.payment_collection)
    }
    return cart
  }

  async function make(fields) {
    cart = (await store.post(`/store/carts?fields=${FIELDS}`, { region_id: config.region_id, ...fields })).cart
    memory.cartId = cart.id
    return cart
  }

  async function bringTo(wish) {
    const person = { email: wish.email, shipping_address: wish.address, billing_address: wish.address }
    if (cart === null) {
      await make(person)
    } else {
      cart = (await store.post(path(), person)).cart
    }
    await bringItemTo(wish)
    const [method] = cart.shipping_methods ?? []
    if (method?.shipping_option_id !== wish.shipping_option_id) {
      cart = (await store.post(path("/shipping-methods"), { option_id: wish.shipping_option_id })).cart
    }
  }

  async function bringItemTo({ variant_id, quantity }) {
    const items = cart.items ?? []
    const same = items.find((item) => item.variant_id === variant_id)
    for (const other of items.filter((item) => item !== same)) {
      await store.delete(`/store/carts/${cart.id}/line-items/${other.id}`)
    }
    if (same === undefined) {
      cart = (await store.post(path("/line-items"), { variant_id, quantity })).cart
    } else if (same.quantity !== quantity || items.length > 1) {
      cart = (await store.post(path(`/line-items/${same.id}`), { quantity })).cart
    }
  }

  async function openSession() {
    if (session !== null && sessionTotal === cart.total && session.data.retry_allowed !== false) {
      return
    }
    const { payment_collection } = await store.post("/store/payment-collections", { cart_id: cart.id })
    const answer = await store.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
      provider_id: config.provider_id,
    })
    session = findSession(answer.payment_collection)
    sessionTotal = cart.total
    mandate = (await store.get(`/store/catalystpay/payment-sessions/${session.id}/mandate?locale=en`)).mandate
  }

  async function work(onCart) {
    while (wanted !== null) {
      const wish = wanted
      wanted = null
      try {
        await bringTo(wish)
      } catch (error) {
        if (!(error instanceof StoreError) || error.status !== 404) {
          throw error
        }
        // The database behind the demo was emptied meanwhile.
        forget()
        await bringTo(wish)
      }
      onCart(cart)
      if (wanted === null) {
        await openSession()
      }
    }
    return { cart, session, mandate }
  }

  function findSession(collection) {
    const sessions = collection?.payment_sessions ?? []
    return sessions.find((candidate) => candidate.provider_id === config.provider_id) ?? null
  }

  function forget() {
    cart = null
    session = null
    sessionTotal = null
    memory.cartId = null
  }

  return {
    load,
    make,
    forget,
    get current() {
      return cart
    },
    get session() {
      return session
    },
    /** Resolves once cart, session and mandate are as wished; `onCart` hears of the cart before that. */
    bring(wish, onCart) {
      wanted = wish
      running ??= work(onCart).finally(() => {
        running = null
      })
      return running
    },
    /** Waits for changes that are under way; whether they succeed is their caller's matter. */
    async settled() {
      await running?.catch(() => undefined)
    },
    /** Takes over the session that an answer of the shop shows. */
    adopt(collection) {
      session = findSession(collection)
      return session
    },
    dropSession() {
      sessionTotal = null
    },
  }
}
