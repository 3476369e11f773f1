import { Container } from "@medusajs/ui"
import { useHealth } from "../../lib/use-health"
import { Loading } from "../loading"
import { AccountPanel } from "./account-panel"
import { HealthFailed } from "./health-failed"
import { SealingKeysPanel } from "./sealing-keys-panel"
import { SettingsHead } from "./settings-head"

/** Each account's connection to CatalystPay, and what to set up there. */
export const SettingsPage = () => {
  const { data, isError, refetch } = useHealth()
  if (!data) {
    return (
      <Container className="p-0">{isError ? <HealthFailed onRetry={() => void refetch()} /> : <Loading />}</Container>
    )
  }
  const { accounts, sealing_keys, open_problems } = data
  return (
    <div className="flex flex-col gap-y-3">
      <SettingsHead openProblems={open_problems} />
      {accounts.map((account) => (
        <AccountPanel key={account.account} health={account} />
      ))}
      <SealingKeysPanel health={sealing_keys} />
    </div>
  )
}
