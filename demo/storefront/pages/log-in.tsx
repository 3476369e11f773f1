import { useState, type FormEvent } from "react"
import { Field } from "../parts/field"
import { PageTitle } from "../parts/page-title"
import { Trouble } from "../parts/trouble"
import { useRouter } from "../routing/router"
import { PATHS } from "../routing/route"
import { troubleOf } from "../shop/store"
import { useShop } from "../shop/use-shop"
import { useTexts } from "../texts/language"

export function LogInPage() {
  const { log_in } = useTexts()
  const { config, logIn } = useShop()
  const { go } = useRouter()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isWrong = troubleOf(error).status === 401

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) {
      return
    }
    const data = new FormData(event.currentTarget)
    const text = (name: string) => textOf(data.get(name))
    setBusy(true)
    setError(null)
    try {
      const cart = await logIn(text("email").trim(), text("password"))
      go((cart?.items ?? []).length > 0 ? PATHS.address : PATHS.account, { replace: true })
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    <div className="narrow">
      <PageTitle title={log_in.title} />
      <p className="lead">{log_in.lead}</p>
      <form className="form" noValidate aria-busy={busy} onSubmit={(event) => void submit(event)}>
        {isWrong ? (
          <p className="notice bad" role="alert">
            {log_in.wrong}
          </p>
        ) : (
          <Trouble error={error} />
        )}
        <Field name="email" type="email" label={log_in.email} autoComplete="email" defaultValue={config.customer.email} />
        <Field
          name="password"
          type="password"
          label={log_in.password}
          autoComplete="current-password"
          defaultValue={config.customer.password}
        />
        <p className="hint">{log_in.sample}</p>
        <div className="actions">
          <button type="submit" className="button primary" aria-disabled={busy || undefined}>
            {log_in.submit}
          </button>
        </div>
      </form>
    </div>
  )
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value : ""
}
