import type {
  BigNumberRawValue,
  CaptureDTO,
  Logger,
  PaymentSessionDTO,
  PaymentSessionStatus,
  RemoteQueryFunction,
} from "@medusajs/framework/types"
import type { CatalystPayModuleService } from "../../modules/catalystpay"

/** What of a payment session's row the provider reads. */
export type SessionRow = Pick<PaymentSessionDTO, "id" | "amount" | "currency_code" | "status"> & {
  raw_amount: BigNumberRawValue
  payment_collection_id: string
}

/** The Payment module's own service for its session rows: writing with it calls no provider (medusa-notes, section 2). */
export interface PaymentSessionRows {
  list(filters: { id: string[] }): Promise<SessionRow[]>
  update(session: { id: string; data: Record<string, unknown>; status?: PaymentSessionStatus }): Promise<unknown>
}

export interface CaptureRows {
  retrieve(id: string): Promise<CaptureDTO>
}

/** What of a refund the provider reads; its note tells one that only books what happened at the bank. */
export interface RefundRows {
  retrieve(id: string): Promise<{ id: string; note?: string | null }>
  list(filters: { id: string[] }): Promise<{ id: string }[]>
}

/**
 * What the container offers the provider. `query` and `catalystpay` come by the payment module's `dependencies` and may
 * be touched in methods only: they are registered after the provider is built.
 */
export interface ProviderCradle {
  logger: Logger
  paymentSessionService: PaymentSessionRows
  captureService: CaptureRows
  refundService: RefundRows
  query: RemoteQueryFunction
  catalystpay: CatalystPayModuleService
}
