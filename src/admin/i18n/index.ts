import { de } from "./de"
import { en } from "./en"

/** Merged over the dashboard's own translations; everything of ours stands in the namespace `catalystpay`. */
export default {
  en: { catalystpay: en },
  de: { catalystpay: de },
}
