import { de } from "./de"
import { en } from "./en"
import { es } from "./es"
import { fr } from "./fr"
import { it } from "./it"
import { nl } from "./nl"

/**
 * Merged over the dashboard's own translations, under the codes that it knows its languages by; everything of ours stands
 * in the namespace `catalystpay`.
 */
export default {
  en: { catalystpay: en },
  de: { catalystpay: de },
  es: { catalystpay: es },
  fr: { catalystpay: fr },
  it: { catalystpay: it },
  nl: { catalystpay: nl },
}
