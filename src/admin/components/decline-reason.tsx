import { Alert, Text } from "@medusajs/ui"
import type { DebitView } from "../../modules/catalystpay/debits/debit-view"
import { useTexts } from "../lib/use-texts"

type Decline = NonNullable<DebitView["decline"]>

/** Why nothing was debited: in words, and as the gateway put it. */
export const DeclineReason = ({ decline }: { decline: Decline }) => {
  const { word } = useTexts()
  const gatewaySays = [decline.gateway_code, decline.gateway_message].filter(Boolean).join(": ")
  return (
    <Alert variant="error">
      <Text size="small" leading="compact" weight="plus">
        {word("declines", decline.code)}
      </Text>
      {gatewaySays && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {gatewaySays}
        </Text>
      )}
    </Alert>
  )
}
