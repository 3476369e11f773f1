import { Alert, Text } from "@medusajs/ui"

/** What is wrong, and the way out. */
export const Warning = ({ sentence, wayOut }: { sentence: string; wayOut: string }) => (
  <Alert variant="error">
    <Text size="small" weight="plus">
      {sentence}
    </Text>
    <Text size="small" className="text-ui-fg-subtle">
      {wayOut}
    </Text>
  </Alert>
)
