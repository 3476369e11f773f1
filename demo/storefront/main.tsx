import "./styles/base.css"
import "./styles/shell.css"
import "./styles/parts.css"
import "./styles/pages.css"
import "medusa-payment-catalystpay/storefront/style.css"
import "./styles/payment.css"
import { createRoot } from "react-dom/client"
import { App } from "./app"
import { RouterProvider } from "./routing/router"
import { LanguageProvider } from "./texts/language"

const root = document.getElementById("root")
if (root) {
  createRoot(root).render(
    <LanguageProvider>
      <RouterProvider>
        <App />
      </RouterProvider>
    </LanguageProvider>,
  )
}
