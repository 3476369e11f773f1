import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DebitRecord } from "../debits/debit-record"
import { isInFlight } from "../debit-state"
import { canBeDismissed } from "./dismissal"
import { CatalystPayError } from "../errors"
import { countOf, type Page } from "../page"
import type { ProblemCode } from "./problem-codes"

const PROBLEMS = "catalystpay_problem"

/** The ids of all debits that a problem is open about. */
export const OPEN_PROBLEMS_OF_DEBITS = `select debit_id from ${PROBLEMS} where debit_id is not null and closed_at is null and deleted_at is null`

export type ProblemDetails = Record<string, string | number | boolean | null>

/** A problem as it is found. */
export interface FoundProblem {
  code: ProblemCode
  /** What it is about: the id of a debit, an order, a webhook, or the name of an account. */
  subject: string
  account?: string | null
  debit_id?: string | null
  /** Medusa's order. */
  order_id?: string | null
  /** Amounts and ids for its sentence; nothing personal. */
  details?: ProblemDetails
}

/** A row of the ledger. */
export interface ProblemRecord {
  id: string
  key: string
  code: ProblemCode
  account: string | null
  debit_id: string | null
  order_id: string | null
  details: ProblemDetails | null
  closed_at: Date | null
  /** Id of Medusa's user who closed it. */
  dismissed_by: string | null
  dismissal_note: string | null
  announced_at: Date | null
  created_at: Date
}

export type ProblemFilter = Partial<Pick<ProblemRecord, "code" | "debit_id" | "order_id" | "account">>

interface ProblemRow extends ProblemRecord {
  updated_at: Date
  deleted_at: Date | null
}

/** What merchants must act on. A problem is open once, however often and by how many servers it is found. */
export class Problems {
  /** @param onChanged told when a problem was opened or closed, after it was written */
  constructor(
    private readonly knex: () => Knex,
    private readonly onChanged: (problem: ProblemRecord) => Promise<void>,
  ) {}

  /** Opens it, or brings the open one's details up to date. One that was put aside stays so, unless it says something else now. */
  async open(found: FoundProblem): Promise<ProblemRecord> {
    const knex = this.knex()
    const details = found.details ? JSON.stringify(found.details) : null
    const dismissed = await this.dismissed(keyOf(found.code, found.subject), details)
    if (dismissed) {
      return dismissed
    }
    const rows = await knex(PROBLEMS)
      .insert({
        id: generateEntityId(undefined, "cpprb"),
        key: keyOf(found.code, found.subject),
        code: found.code,
        account: found.account ?? null,
        debit_id: found.debit_id ?? null,
        order_id: found.order_id ?? null,
        details,
      })
      .onConflict(knex.raw("(key) WHERE closed_at IS NULL AND deleted_at IS NULL"))
      .merge({ details, order_id: found.order_id ?? null, updated_at: knex.fn.now() })
      .returning<ProblemRow[]>("*")
    const problem = toRecord(rows[0])
    return problem.announced_at ? problem : this.announce(problem)
  }

  /** Closes it where it is open. */
  async close(code: ProblemCode, subject: string): Promise<void> {
    const knex = this.knex()
    const rows = await knex<ProblemRow>(PROBLEMS)
      .where({ key: keyOf(code, subject) })
      .whereNull("closed_at")
      .whereNull("deleted_at")
      .update({ closed_at: knex.fn.now(), updated_at: knex.fn.now() })
      .returning<ProblemRow[]>("*")
    for (const row of rows) {
      await this.onChanged(toRecord(row))
    }
  }

  /**
   * The merchant puts it aside, once; a second time it stays as it was.
   * @throws CatalystPayError `problem_not_found`, `problem_not_dismissible`
   */
  async dismiss(id: string, { by, note }: { by: string; note: string | null }): Promise<ProblemRecord> {
    const found = await this.byId(id)
    if (!found) {
      throw new CatalystPayError("problem_not_found", { developer: "There is no such problem." })
    }
    if (found.dismissed_by !== null) {
      return found
    }
    if (!canBeDismissed(found)) {
      const developer = found.closed_at ? "The problem is healed." : "The problem closes by itself, once what it says is no longer so."
      throw new CatalystPayError("problem_not_dismissible", { developer })
    }
    const knex = this.knex()
    const [row] = await knex<ProblemRow>(PROBLEMS)
      .where({ id })
      .whereNull("closed_at")
      .update({ closed_at: knex.fn.now(), dismissed_by: by, dismissal_note: note, updated_at: knex.fn.now() })
      .returning<ProblemRow[]>("*")
    if (row) {
      await this.onChanged(toRecord(row))
    }
    return (await this.byId(id)) ?? found
  }

  /** Deletes it, open or closed, for its subject is of no more concern. */
  async remove(code: ProblemCode, subject: string): Promise<void> {
    await this.close(code, subject)
    await this.knex()<ProblemRow>(PROBLEMS)
      .where({ key: keyOf(code, subject) })
      .delete()
  }

  /** Open ones, the newest first. */
  async listOpen(filter: ProblemFilter = {}): Promise<ProblemRecord[]> {
    const rows = await this.stillOpen().where(filter).orderBy("created_at", "desc").select<ProblemRow[]>("*")
    return rows.map(toRecord)
  }

  /** How many are open. */
  async countOpen(): Promise<number> {
    return countOf(this.stillOpen())
  }

  /** Those that are open about any of these debits, the newest first. */
  async openOfDebits(debitIds: string[]): Promise<ProblemRecord[]> {
    const rows = await this.stillOpen().whereIn("debit_id", debitIds).orderBy("created_at", "desc").select<ProblemRow[]>("*")
    return rows.map(toRecord)
  }

  /** All of a debit's, open and closed, the oldest first. */
  async ofDebit(debitId: string): Promise<ProblemRecord[]> {
    const rows = await this.knex()<ProblemRow>(PROBLEMS)
      .where({ debit_id: debitId })
      .whereNull("deleted_at")
      .orderBy(["created_at", "id"])
      .select<ProblemRow[]>("*")
    return rows.map(toRecord)
  }

  /** Open ones, or closed ones, the newest first, and how many there are in all. */
  async list(filter: ProblemFilter & { closed: boolean }, page: Page): Promise<[ProblemRecord[], number]> {
    const { closed, ...conditions } = filter
    const matching = () => {
      const rows = this.knex()<ProblemRow>(PROBLEMS).where(conditions).whereNull("deleted_at")
      return closed ? rows.whereNotNull("closed_at") : rows.whereNull("closed_at")
    }
    const rows = await matching()
      .orderBy([
        { column: "created_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
      .limit(page.limit)
      .offset(page.offset)
      .select<ProblemRow[]>("*")
    return [rows.map(toRecord), await countOf(matching())]
  }

  async byId(id: string): Promise<ProblemRecord | null> {
    const row = await this.knex()<ProblemRow>(PROBLEMS).where({ id }).whereNull("deleted_at").first<ProblemRow | undefined>("*")
    return row ? toRecord(row) : null
  }

  private stillOpen() {
    return this.knex()<ProblemRow>(PROBLEMS).whereNull("closed_at").whereNull("deleted_at")
  }

  private async dismissed(key: string, details: string | null): Promise<ProblemRecord | null> {
    const row = await this.knex()<ProblemRow>(PROBLEMS)
      .where({ key })
      .whereNotNull("dismissed_by")
      .whereNull("deleted_at")
      .whereRaw("details is not distinct from ?::jsonb", [details])
      .first<ProblemRow | undefined>("*")
    return row ? toRecord(row) : null
  }

  /** Told before it is marked as told: a process that dies in between tells it a second time, never not at all. */
  private async announce(problem: ProblemRecord): Promise<ProblemRecord> {
    await this.onChanged(problem)
    const knex = this.knex()
    const rows = await knex<ProblemRow>(PROBLEMS).where({ id: problem.id }).update({ announced_at: knex.fn.now() }).returning<ProblemRow[]>("*")
    return toRecord(rows[0])
  }
}

/** What the gateway had not said, or had said wrongly, of a debit is healed once the debit is settled. */
export async function closeOutcomeProblems(problems: Problems, debit: DebitRecord): Promise<void> {
  if (debit.submitted_at && !isInFlight(debit.status)) {
    await problems.close("outcome_unknown", debit.id)
    await problems.close("amount_mismatch", debit.id)
  }
}

/** What a problem is about: the id of a debit, an order, a webhook, or the name of an account. */
export function subjectOf({ key, code }: Pick<ProblemRecord, "key" | "code">): string {
  return key.slice(code.length + 1)
}

function keyOf(code: ProblemCode, subject: string): string {
  return `${code}:${subject}`
}

function toRecord(row: ProblemRow | undefined): ProblemRecord {
  if (!row) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "A problem that was just written is gone.")
  }
  const { updated_at: _updated, deleted_at: _deleted, ...record } = row
  return {
    ...record,
    closed_at: record.closed_at && new Date(record.closed_at),
    announced_at: record.announced_at && new Date(record.announced_at),
    created_at: new Date(record.created_at),
  }
}
