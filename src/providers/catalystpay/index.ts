import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { checkWiring } from "./loaders/check-wiring"
import { CatalystPayProviderService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [CatalystPayProviderService], loaders: [checkWiring] })

export type { ProviderOptions } from "./options"
