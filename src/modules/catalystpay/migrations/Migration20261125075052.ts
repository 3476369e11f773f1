import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125075052 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "catalystpay_chargeback" ("id" text not null, "debit_id" text not null, "account" text not null, "gateway_id" text not null, "kind" text check ("kind" in ('chargeback', 'return')) not null, "amount" numeric not null, "currency_code" text not null, "reason_code" text null, "reason_message" text null, "bank_fee" numeric null, "arn" text null, "reported_at" timestamptz null, "booked_at" timestamptz null, "announced_at" timestamptz null, "raw_amount" jsonb not null, "raw_bank_fee" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_chargeback_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_chargeback_debit_id" ON "catalystpay_chargeback" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_chargeback_deleted_at" ON "catalystpay_chargeback" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_chargeback_gateway" ON "catalystpay_chargeback" ("account", "kind", "gateway_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_chargeback_debit" ON "catalystpay_chargeback" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_chargeback_created" ON "catalystpay_chargeback" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "catalystpay_problem" ("id" text not null, "key" text not null, "code" text not null, "account" text null, "debit_id" text null, "order_id" text null, "details" jsonb null, "closed_at" timestamptz null, "announced_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_problem_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_problem_deleted_at" ON "catalystpay_problem" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_problem_open" ON "catalystpay_problem" ("key") WHERE closed_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_problem_debit" ON "catalystpay_problem" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_problem_created" ON "catalystpay_problem" ("closed_at", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "catalystpay_reconciliation_run" ("id" text not null, "account" text not null, "listing" text check ("listing" in ('transactions', 'chargebacks')) not null, "cause" text check ("cause" in ('job', 'request')) not null, "status" text check ("status" in ('running', 'interrupted', 'finished', 'abandoned')) not null default 'running', "from_day" text not null, "to_day" text not null, "window_start" text not null, "next" text null, "rows_done" integer not null default 0, "last_row_id" text null, "window_restarted" boolean not null default false, "holder" text null, "report" jsonb not null, "unagreed" jsonb not null, "failure" text null, "started_at" timestamptz not null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_reconciliation_run_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_reconciliation_run_deleted_at" ON "catalystpay_reconciliation_run" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_reconciliation_run_open" ON "catalystpay_reconciliation_run" ("account", "listing", "cause") WHERE finished_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_reconciliation_run_account" ON "catalystpay_reconciliation_run" ("account", "listing", "started_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_reconciliation_run_created" ON "catalystpay_reconciliation_run" ("created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "catalystpay_refund" ("id" text not null, "debit_id" text not null, "account" text not null, "medusa_refund_id" text not null, "amount" numeric not null, "confirmed_amount" numeric not null default 0, "currency_code" text not null, "due_at" timestamptz not null, "confirmed_at" timestamptz null, "inside_chargeback_window" boolean not null, "announced_at" timestamptz null, "raw_amount" jsonb not null, "raw_confirmed_amount" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_refund_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_refund_debit_id" ON "catalystpay_refund" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_refund_deleted_at" ON "catalystpay_refund" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_refund_medusa" ON "catalystpay_refund" ("medusa_refund_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_refund_debit" ON "catalystpay_refund" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_refund_open" ON "catalystpay_refund" ("due_at") WHERE confirmed_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "catalystpay_refund_receipt" ("id" text not null, "debit_id" text not null, "account" text not null, "transaction_id" text not null, "amount" numeric not null, "unasked_amount" numeric not null, "currency_code" text not null, "processed_at" timestamptz null, "booked_at" timestamptz null, "announced_at" timestamptz null, "raw_amount" jsonb not null, "raw_unasked_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_refund_receipt_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_refund_receipt_debit_id" ON "catalystpay_refund_receipt" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_refund_receipt_deleted_at" ON "catalystpay_refund_receipt" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_refund_receipt_transaction" ON "catalystpay_refund_receipt" ("account", "transaction_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_refund_receipt_debit" ON "catalystpay_refund_receipt" ("debit_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "catalystpay_chargeback" add constraint "catalystpay_chargeback_debit_id_foreign" foreign key ("debit_id") references "catalystpay_debit" ("id") on update cascade;`);

    this.addSql(`alter table if exists "catalystpay_refund" add constraint "catalystpay_refund_debit_id_foreign" foreign key ("debit_id") references "catalystpay_debit" ("id") on update cascade;`);

    this.addSql(`alter table if exists "catalystpay_refund_receipt" add constraint "catalystpay_refund_receipt_debit_id_foreign" foreign key ("debit_id") references "catalystpay_debit" ("id") on update cascade;`);

    this.addSql(`alter table if exists "catalystpay_debit" add column if not exists "origin" text check ("origin" in ('store', 'external')) not null default 'store', add column if not exists "repeated_at" timestamptz null, add column if not exists "next_check_at" timestamptz null, add column if not exists "checks" integer not null default 0, add column if not exists "confirmed_at" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_check" ON "catalystpay_debit" ("next_check_at") WHERE next_check_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_unsettled" ON "catalystpay_debit" ("approved_at") WHERE status = 'approved' AND settled_at IS NULL AND returned_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_sealed" ON "catalystpay_debit" ("updated_at") WHERE (sealed_iban IS NOT NULL OR iban_check IS NOT NULL) AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_merchant_transaction" ON "catalystpay_debit" ("merchant_transaction_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_gateway_reference" ON "catalystpay_debit" ("gateway_reference") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "catalystpay_debit" add column if not exists "forgotten_at" timestamptz null, add column if not exists "erased_at" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_forgotten" ON "catalystpay_debit" ("forgotten_at") WHERE forgotten_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`alter table if exists "catalystpay_webhook_delivery" add column if not exists "forgotten_at" timestamptz null;`);

    // Written by hand: the generator does not see that an index's condition has changed.
    this.addSql(`drop index if exists "IDX_catalystpay_debit_current_session";`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_debit_current_session" ON "catalystpay_debit" ("payment_session_id") WHERE status NOT IN ('cancelled', 'superseded') AND origin = 'store' AND deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "catalystpay_chargeback" cascade;`);

    this.addSql(`drop table if exists "catalystpay_problem" cascade;`);

    this.addSql(`drop table if exists "catalystpay_reconciliation_run" cascade;`);

    this.addSql(`drop table if exists "catalystpay_refund" cascade;`);

    this.addSql(`drop table if exists "catalystpay_refund_receipt" cascade;`);

    this.addSql(`drop index if exists "IDX_catalystpay_debit_forgotten";`);
    this.addSql(`alter table if exists "catalystpay_debit" drop column if exists "forgotten_at", drop column if exists "erased_at";`);
    this.addSql(`alter table if exists "catalystpay_webhook_delivery" drop column if exists "forgotten_at";`);

    this.addSql(`drop index if exists "IDX_catalystpay_debit_check";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_unsettled";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_sealed";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_merchant_transaction";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_gateway_reference";`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_current_session";`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_debit_current_session" ON "catalystpay_debit" ("payment_session_id") WHERE status NOT IN ('cancelled', 'superseded') AND deleted_at IS NULL;`);
    this.addSql(`alter table if exists "catalystpay_debit" drop column if exists "origin", drop column if exists "repeated_at", drop column if exists "next_check_at", drop column if exists "checks", drop column if exists "confirmed_at";`);
  }

}
