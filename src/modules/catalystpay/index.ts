import { Module } from "@medusajs/framework/utils"
import { checkOptions } from "./loaders/check-options"
import CatalystPayModuleService from "./service"

/** The ledger's key in Medusa's container. */
export const CATALYSTPAY_MODULE = "catalystpay"

export default Module(CATALYSTPAY_MODULE, { service: CatalystPayModuleService, loaders: [checkOptions] })

export type { CatalystPayModuleService }
export type * from "./admin-types"
export type { CatalystPayOptions } from "./options"
