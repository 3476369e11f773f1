import type { MedusaContainer } from "@medusajs/framework/types"
import { CATALYSTPAY_MODULE, type CatalystPayModuleService } from "../../modules/catalystpay"

export function resolveLedger(scope: MedusaContainer): CatalystPayModuleService {
  return scope.resolve<CatalystPayModuleService>(CATALYSTPAY_MODULE)
}
