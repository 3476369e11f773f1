import { CHECKOUT } from "./checkout"
import { HOSTED } from "./hosted"
import { LIFE } from "./life"
import type { FailureModes } from "./mode"
import { MONEY_BACK } from "./money-back"
import { ORDERS } from "./orders"
import { OUTCOMES } from "./outcomes"
import { PEERS } from "./peers"
import { SECOND_PATH } from "./second-path"
import { UPKEEP } from "./upkeep"
import { WEBHOOKS } from "./webhooks"

/** Every fault that the tests play, in the order of docs/failure-modes.md. */
export const FAILURE_MODES: readonly FailureModes[] = [CHECKOUT, OUTCOMES, HOSTED, ORDERS, WEBHOOKS, MONEY_BACK, SECOND_PATH, UPKEEP, LIFE, PEERS]
