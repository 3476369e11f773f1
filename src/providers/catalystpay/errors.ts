import { MedusaError } from "@medusajs/framework/utils"
import { withoutStatement } from "../../modules/catalystpay/error-text"
import { ERROR_STATUS, isCatalystPayError } from "../../modules/catalystpay/errors"

/**
 * Our errors in Medusa's words, so that its error handler keeps message and code. Codes whose status Medusa has no type
 * for (429, 503, …) get it back from our middleware (src/api/middlewares).
 */
export function toMedusaError(error: unknown): unknown {
  if (!isCatalystPayError(error)) {
    return withoutStatement(error)
  }
  return new MedusaError(medusaType(ERROR_STATUS[error.code]), error.public_message, error.code)
}

function medusaType(status: number): string {
  switch (status) {
    case 400:
      return MedusaError.Types.INVALID_DATA
    case 404:
      return MedusaError.Types.NOT_FOUND
    case 500:
      return MedusaError.Types.UNEXPECTED_STATE
    default:
      return MedusaError.Types.NOT_ALLOWED
  }
}
