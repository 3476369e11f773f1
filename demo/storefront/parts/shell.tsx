import type { ReactNode } from "react"
import { Link } from "../routing/router"
import { PATHS } from "../routing/route"
import { useShop } from "../shop/use-shop"
import { LANGUAGES, useLanguage } from "../texts/language"

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const { texts } = useLanguage()
  return (
    <>
      <a className="skip" href="#main">
        {texts.shell.skip}
      </a>
      <Header />
      <main id="main" className="wrap main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  )
}

function Header() {
  const { texts } = useLanguage()
  const { cart, customer } = useShop()
  const items = cart && !cart.completed_at ? (cart.items ?? []) : []
  const count = items.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <header className="header">
      <div className="wrap header-row">
        <Link to={PATHS.home} className="brand" aria-label={texts.shell.home}>
          <Mark />
          <span aria-hidden="true">Demo Shop</span>
        </Link>
        <div className="header-links">
          <LanguageSwitch />
          {customer ? (
            <Link to={PATHS.account}>{customer.first_name ?? texts.shell.account}</Link>
          ) : (
            <Link to={PATHS.log_in}>{texts.shell.log_in}</Link>
          )}
          <Link to={PATHS.cart} className="cart-link" aria-label={texts.shell.cart(count)}>
            <Bag />
            {count > 0 ? (
              <span className="count" aria-hidden="true">
                {count}
              </span>
            ) : null}
          </Link>
        </div>
      </div>
    </header>
  )
}

function LanguageSwitch() {
  const { texts, choose } = useLanguage()
  return (
    <div className="languages" role="group" aria-label={texts.shell.language}>
      {LANGUAGES.map(({ locale }) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          title={new Intl.DisplayNames([locale], { type: "language" }).of(locale)}
          aria-pressed={locale === texts.locale}
          onClick={() => choose(locale)}
        >
          {locale.toUpperCase()}
        </button>
      ))}
    </div>
  )
}

function Footer() {
  const { texts } = useLanguage()
  const { config } = useShop()
  const links = [
    { url: config.admin_url, name: texts.shell.dashboard },
    { url: config.sandbox_url, name: texts.shell.sandbox },
  ]
  return (
    <footer className="footer">
      <div className="wrap footer-row">
        <p>{texts.shell.footer}</p>
        <nav aria-label={texts.shell.behind}>
          {config.sandbox_url === null ? null : <span className="badge">{texts.shell.test_mode}</span>}
          {links.map(({ url, name }) => (url === null ? null : <a key={url} href={url}>{name}</a>))}
        </nav>
      </div>
    </footer>
  )
}

function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 2a10 10 0 1 0 10 10h-6a4 4 0 1 1-4-4z" />
    </svg>
  )
}

function Bag() {
  return (
    <svg className="bag" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 8h14l-1 12.5H6zM8.5 8V6.5a3.5 3.5 0 0 1 7 0V8" />
    </svg>
  )
}
