import { AccountPage } from "./pages/account"
import { AddressPage } from "./pages/address"
import { BankReturnPage } from "./pages/bank-return"
import { CartPage } from "./pages/cart"
import { ConfirmedPage } from "./pages/confirmed"
import { HomePage } from "./pages/home"
import { LogInPage } from "./pages/log-in"
import { NotFoundPage } from "./pages/not-found"
import { OrderPage } from "./pages/order"
import { PayOrderPage } from "./pages/pay-order"
import { PaymentPage } from "./pages/payment"
import { ProductPage } from "./pages/product"
import { Loading } from "./parts/loading"
import { Shell } from "./parts/shell"
import { useRouter } from "./routing/router"
import { loadConfig } from "./shop/config"
import { useLoaded } from "./shop/use-loaded"
import { ShopProvider } from "./shop/use-shop"

export function App() {
  const config = useLoaded(loadConfig, "")
  if (config.state !== "here") {
    return <Loading of={config} />
  }
  return (
    <ShopProvider config={config.value}>
      <Shell>
        <Page />
      </Shell>
    </ShopProvider>
  )
}

/** A key of its own for every address: another product or order is another page. */
function Page() {
  const { route, path } = useRouter()
  switch (route.page) {
    case "home":
      return <HomePage />
    case "product":
      return <ProductPage key={path} handle={route.handle} />
    case "cart":
      return <CartPage />
    case "log_in":
      return <LogInPage />
    case "account":
      return <AccountPage />
    case "address":
      return <AddressPage />
    case "payment":
      return <PaymentPage />
    case "bank_return":
      return <BankReturnPage />
    case "confirmed":
      return <ConfirmedPage key={path} orderId={route.order_id} />
    case "order":
      return <OrderPage key={path} orderId={route.order_id} />
    case "pay_order":
      return <PayOrderPage key={path} orderId={route.order_id} />
    case "not_found":
      return <NotFoundPage />
  }
}
