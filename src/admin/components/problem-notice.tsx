import { Alert, Text } from "@medusajs/ui"
import type { ProblemView } from "../../modules/catalystpay/problems/problem-view"
import { useProblem } from "../lib/use-problem"

/** Something that the merchant has to act on: what is wrong, and the way out. */
export const ProblemNotice = ({ problem }: { problem: ProblemView }) => {
  const { sentence, way_out } = useProblem(problem)
  return (
    <Alert variant="error">
      <Text size="small" weight="plus" className="break-words">
        {sentence}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-words">
        {way_out}
      </Text>
    </Alert>
  )
}
