import type { CartToPay, OrderToPay } from "medusa-payment-catalystpay/storefront"
import { SepaDebitForm } from "medusa-payment-catalystpay/storefront/react"
import { useState } from "react"
import { useRouter } from "../routing/router"
import type { PaymentWay } from "../shop/config"
import { wayUnderWay } from "../shop/payment-way"
import { useShop } from "../shop/use-shop"
import { useTexts } from "../texts/language"
import { TestIbans } from "./test-ibans"

export interface DirectDebitProps {
  purchase: CartToPay | OrderToPay
  /** The payment sessions that there are, as the store API answers them. */
  sessions: readonly { provider_id: string }[]
  holderName: string
  onPlaced: (order: { id: string }) => void
}

/** The kit's form, by one of the ways to pay that the shop has. */
export function DirectDebit({ purchase, sessions, holderName, onPlaced }: DirectDebitProps) {
  const { sepa } = useTexts()
  const { config, store } = useShop()
  const { returned } = useRouter()
  const [way, setWay] = useState(() => wayUnderWay(sessions, config.payment_ways))
  const client = way && store.sepaBy.get(way.provider_id)
  if (!way || !client) {
    return null
  }
  return (
    <>
      {config.payment_ways.length > 1 ? <Ways chosen={way} onChoose={setWay} /> : null}
      {way.collect === "iban" ? <TestIbans /> : null}
      <SepaDebitForm
        key={way.provider_id}
        client={client}
        cart={purchase}
        texts={sepa}
        holderName={holderName}
        verificationId={returned}
        collect={way.collect === "hosted" ? "hosted" : undefined}
        onPlaced={({ order }) => onPlaced(order)}
      />
    </>
  )
}

function Ways({ chosen, onChoose }: { chosen: PaymentWay; onChoose: (way: PaymentWay) => void }) {
  const { payment } = useTexts()
  const { config } = useShop()
  return (
    <fieldset className="choices ways">
      <legend>{payment.way}</legend>
      {config.payment_ways.map((way) => (
        <label key={way.provider_id} className="choice">
          <input
            type="radio"
            name="way"
            checked={way.provider_id === chosen.provider_id}
            onChange={() => onChoose(way)}
          />
          <span>{payment.ways[way.collect]}</span>
        </label>
      ))}
    </fieldset>
  )
}
