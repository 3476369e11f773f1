import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"

/** Merged over the dashboard's own translations; everything of ours stands in the namespace `catalystpay`. */
export default {
  en: { catalystpay: en },
  de: { catalystpay: de },
  es: { catalystpay: es },
  fr: { catalystpay: fr },
}
