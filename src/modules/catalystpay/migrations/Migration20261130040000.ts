import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the dashboard's lists are searched and sorted by, refunds that the merchant paid out, and problems that were put aside. */
export class Migration20261130040000 extends Migration {

  override async up(): Promise<void> {
    // Written by hand: the model does not know it. It says what deriveState says (debit-state.ts), for lists to filter by.
    this.addSql(`alter table if exists "catalystpay_debit" add column if not exists "state" text generated always as (case when "status" <> 'approved' then "status" when "charged_back_amount" > 0 then 'charged_back' when "orphaned_at" is not null then 'orphaned' when "refund_due_amount" > 0 then 'refund_due' when "refunded_amount" > 0 then 'refunded' when "settled_at" is not null then 'settled' when "captured_amount" > 0 then 'captured' else 'approved' end) stored;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_state_listed" ON "catalystpay_debit" ("state", "created_at", "id") WHERE deleted_at IS NULL;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_listed" ON "catalystpay_debit" ("created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_amount_listed" ON "catalystpay_debit" ("amount", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_account_listed" ON "catalystpay_debit" ("account", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_mode_listed" ON "catalystpay_debit" ("livemode", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_customer_listed" ON "catalystpay_debit" ("customer_id", "created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_last4" ON "catalystpay_debit" ("iban_last4") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_approved" ON "catalystpay_debit" ("approved_at") WHERE approved_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "catalystpay_refund" add column if not exists "merchant_amount" numeric not null default 0, add column if not exists "raw_merchant_amount" jsonb not null default '{"value":"0","precision":20}', add column if not exists "marked_done_at" timestamptz null, add column if not exists "marked_done_by" text null, add column if not exists "marked_done_note" text null, add column if not exists "marked_done_announced_at" timestamptz null;`);

    this.addSql(`alter table if exists "catalystpay_problem" add column if not exists "dismissed_by" text null, add column if not exists "dismissal_note" text null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_problem_dismissed" ON "catalystpay_problem" ("key") WHERE dismissed_by IS NOT NULL AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_catalystpay_problem_dismissed";`);
    this.addSql(`alter table if exists "catalystpay_problem" drop column if exists "dismissed_by", drop column if exists "dismissal_note";`);

    this.addSql(`alter table if exists "catalystpay_refund" drop column if exists "merchant_amount", drop column if exists "raw_merchant_amount", drop column if exists "marked_done_at", drop column if exists "marked_done_by", drop column if exists "marked_done_note", drop column if exists "marked_done_announced_at";`);

    this.addSql(`drop index if exists "IDX_catalystpay_debit_approved";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_last4";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_customer_listed";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_mode_listed";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_account_listed";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_amount_listed";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_listed";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_state_listed";`);
    this.addSql(`alter table if exists "catalystpay_debit" drop column if exists "state";`);
  }

}
