import { useRef, useState, type FormEvent } from "react"
import { Link, useRouter } from "../routing/router"
import { PATHS } from "../routing/route"
import { addressProblems, firstAddress, type Address } from "../shop/address"
import type { Cart, DeliveryOption } from "../shop/store"
import { useShop } from "../shop/use-shop"
import { inLanguage, money, useTexts } from "../texts/language"
import type { AddressField } from "../texts/types"
import { Field } from "./field"
import { Trouble } from "./trouble"

const AUTOCOMPLETE: Record<AddressField, string> = {
  email: "email",
  first_name: "given-name",
  last_name: "family-name",
  address_1: "address-line1",
  postal_code: "postal-code",
  city: "address-level2",
  country_code: "country",
}

export function AddressForm({ cart, deliveries }: { cart: Cart; deliveries: DeliveryOption[] }) {
  const texts = useTexts()
  const { address } = texts
  const { config, customer, store, setCart } = useShop()
  const { go } = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [problems, setProblems] = useState<Partial<Address>>({})
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [optionId, setOptionId] = useState(cart.shipping_methods?.[0]?.shipping_option_id ?? deliveries[0]?.id ?? "")
  const first = firstAddress(cart, customer, config)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) {
      return
    }
    const entries = readAddress(new FormData(event.currentTarget))
    const found = addressProblems(entries)
    setProblems(
      Object.fromEntries(
        found.map(({ field, kind }) => [field, kind === "wrong" ? address.email_wrong : address.required[field]]),
      ),
    )
    if (found[0]) {
      form.current?.querySelector<HTMLElement>(`[name="${found[0].field}"]`)?.focus()
      return
    }
    setBusy(true)
    setError(null)
    try {
      setCart(await store.deliver(cart.id, { ...entries, option_id: optionId }))
      go(PATHS.payment)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  const input = (name: AddressField, type = "text") => (
    <Field
      name={name}
      type={type}
      label={address.labels[name]}
      error={problems[name]}
      autoComplete={AUTOCOMPLETE[name]}
      defaultValue={first[name]}
      onInput={() => setProblems(({ [name]: _solved, ...others }) => others)}
    />
  )
  return (
    <form
      ref={form}
      key={customer?.id ?? "guest"}
      className="form"
      noValidate
      aria-busy={busy}
      onSubmit={(event) => void submit(event)}
    >
      <section aria-labelledby="contact-title">
        <div className="section-head">
          <h2 id="contact-title">{address.contact}</h2>
          {customer ? null : <Link to={PATHS.log_in}>{address.have_account}</Link>}
        </div>
        {customer ? <p className="hint">{address.logged_in_as(customer.email)}</p> : null}
        {input("email", "email")}
      </section>
      <section aria-labelledby="address-title">
        <div className="section-head">
          <h2 id="address-title">{address.where}</h2>
          <span className="hint">{address.sample}</span>
        </div>
        <div className="row">
          {input("first_name")}
          {input("last_name")}
        </div>
        {input("address_1")}
        <div className="row narrow-first">
          {input("postal_code")}
          {input("city")}
        </div>
        <div className="field">
          <label htmlFor="country">{address.labels.country_code}</label>
          <select id="country" name="country_code" autoComplete="country" defaultValue={first.country_code}>
            {config.countries.map((code) => (
              <option key={code} value={code}>
                {new Intl.DisplayNames([texts.locale], { type: "region" }).of(code.toUpperCase())}
              </option>
            ))}
          </select>
        </div>
      </section>
      <fieldset className="choices stacked">
        <legend>{address.how_fast}</legend>
        {deliveries.map((option) => (
          <label key={option.id} className="choice">
            <input
              type="radio"
              name="delivery"
              checked={option.id === optionId}
              onChange={() => setOptionId(option.id)}
            />
            <span className="choice-name">
              {inLanguage(texts, option.name)}
              <small>{inLanguage(texts, option.type.description)}</small>
            </span>
            <span>{money(texts, option.amount)}</span>
          </label>
        ))}
      </fieldset>
      <Trouble error={error} />
      <div className="actions">
        <button type="submit" className="button primary" aria-disabled={busy || undefined}>
          {address.submit}
        </button>
      </div>
    </form>
  )
}

function readAddress(data: FormData): Address {
  const text = (field: AddressField): string => {
    const value = data.get(field)
    return typeof value === "string" ? value.trim() : ""
  }
  return {
    email: text("email"),
    first_name: text("first_name"),
    last_name: text("last_name"),
    address_1: text("address_1"),
    postal_code: text("postal_code"),
    city: text("city"),
    country_code: text("country_code"),
  }
}
