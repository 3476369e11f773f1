import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122082505 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "catalystpay_debit" ("id" text not null, "account" text not null, "status" text check ("status" in ('opened', 'ready', 'queued', 'submitting', 'approved', 'awaiting_verification', 'declined', 'failed', 'cancelled', 'superseded')) not null default 'opened', "payment_session_id" text not null, "payment_collection_id" text not null, "cart_id" text null, "order_id" text null, "customer_id" text null, "email" text not null, "amount" numeric not null, "currency_code" text not null, "session_token" text not null, "payment_url" text null, "verification_url" text null, "verification_id" text null, "verification_returned_at" timestamptz null, "verification_started_at" timestamptz null, "attempt" integer not null default 0, "reference" text null, "sealed_iban" text null, "sealed_at" timestamptz null, "iban_check" jsonb null, "iban_last4" text null, "iban_country" text null, "bank_name" text null, "bic" text null, "transaction_id" text null, "merchant_transaction_id" text null, "gateway_reference" text null, "order_number" text null, "adapter_name" text null, "gateway_name" text null, "descriptor" text null, "livemode" boolean null, "test_mode" boolean null, "error_code" text null, "error_gateway_code" text null, "error_gateway_message" text null, "retry_allowed" boolean null, "submitted_at" timestamptz null, "approved_at" timestamptz null, "captured_amount" numeric not null default 0, "captured_at" timestamptz null, "refund_due_amount" numeric not null default 0, "refunded_amount" numeric not null default 0, "charged_back_amount" numeric not null default 0, "settled_at" timestamptz null, "returned_at" timestamptz null, "orphaned_at" timestamptz null, "raw_amount" jsonb not null, "raw_captured_amount" jsonb not null default '{"value":"0","precision":20}', "raw_refund_due_amount" jsonb not null default '{"value":"0","precision":20}', "raw_refunded_amount" jsonb not null default '{"value":"0","precision":20}', "raw_charged_back_amount" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_debit_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_deleted_at" ON "catalystpay_debit" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_debit_current_session" ON "catalystpay_debit" ("payment_session_id") WHERE status NOT IN ('cancelled', 'superseded') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_payment_session" ON "catalystpay_debit" ("payment_session_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_debit_session_token" ON "catalystpay_debit" ("session_token") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_reference" ON "catalystpay_debit" ("reference") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_transaction" ON "catalystpay_debit" ("transaction_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_order_number" ON "catalystpay_debit" ("order_number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_collection" ON "catalystpay_debit" ("payment_collection_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_lead" ON "catalystpay_debit" ("account", "email", "status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_status" ON "catalystpay_debit" ("status", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "catalystpay_debit_event" ("id" text not null, "debit_id" text not null, "type" text not null, "source" text not null, "attempt" integer not null, "from_status" text null, "to_status" text null, "refused" boolean not null default false, "details" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_debit_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_event_debit_id" ON "catalystpay_debit_event" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_event_deleted_at" ON "catalystpay_debit_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_event_debit" ON "catalystpay_debit_event" ("debit_id", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "catalystpay_lease" ("id" text not null, "name" text not null, "holder" text not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_lease_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_lease_deleted_at" ON "catalystpay_lease" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_lease_name" ON "catalystpay_lease" ("name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "catalystpay_mandate" ("id" text not null, "debit_id" text not null, "attempt" integer not null, "accepted_at" timestamptz not null, "ip_address" text null, "user_agent" text null, "locale" text not null, "text" text not null, "text_version" text not null, "text_hash" text not null, "holder_name" text not null, "iban_last4" text not null, "iban_country" text not null, "bic" text null, "creditor_name" text not null, "creditor_identifier" text not null, "reference" text null, "sequence_type" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_mandate_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_mandate_debit_id" ON "catalystpay_mandate" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_mandate_deleted_at" ON "catalystpay_mandate" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_mandate_attempt" ON "catalystpay_mandate" ("debit_id", "attempt") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_mandate_reference" ON "catalystpay_mandate" ("reference") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "catalystpay_webhook_delivery" ("id" text not null, "account" text not null, "event_name" text not null, "fingerprint" text not null, "payload" jsonb not null, "status" text check ("status" in ('received', 'processing', 'processed', 'ignored', 'failed')) not null default 'received', "received_count" integer not null default 1, "tries" integer not null default 0, "next_try_at" timestamptz not null, "processed_at" timestamptz null, "outcome" text null, "debit_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "catalystpay_webhook_delivery_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_webhook_delivery_deleted_at" ON "catalystpay_webhook_delivery" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_catalystpay_webhook_fingerprint" ON "catalystpay_webhook_delivery" ("fingerprint") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_webhook_due" ON "catalystpay_webhook_delivery" ("status", "next_try_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_webhook_debit" ON "catalystpay_webhook_delivery" ("debit_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_webhook_account" ON "catalystpay_webhook_delivery" ("account", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "catalystpay_debit_event" add constraint "catalystpay_debit_event_debit_id_foreign" foreign key ("debit_id") references "catalystpay_debit" ("id") on update cascade;`);
    this.addSql(`alter table if exists "catalystpay_mandate" add constraint "catalystpay_mandate_debit_id_foreign" foreign key ("debit_id") references "catalystpay_debit" ("id") on update cascade;`);

    // Written by hand: the time line is append-only, whoever asks.
    this.addSql(`create or replace function catalystpay_refuse_change() returns trigger language plpgsql as $$ begin raise exception 'catalystpay_debit_event is append-only'; end $$;`);
    this.addSql(`create trigger catalystpay_debit_event_append_only before update or delete on "catalystpay_debit_event" for each row execute function catalystpay_refuse_change();`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "catalystpay_debit_event" drop constraint if exists "catalystpay_debit_event_debit_id_foreign";`);

    this.addSql(`alter table if exists "catalystpay_mandate" drop constraint if exists "catalystpay_mandate_debit_id_foreign";`);

    this.addSql(`drop table if exists "catalystpay_debit" cascade;`);

    this.addSql(`drop table if exists "catalystpay_debit_event" cascade;`);

    this.addSql(`drop table if exists "catalystpay_lease" cascade;`);

    this.addSql(`drop table if exists "catalystpay_mandate" cascade;`);

    this.addSql(`drop table if exists "catalystpay_webhook_delivery" cascade;`);
    this.addSql(`drop function if exists catalystpay_refuse_change();`);
  }

}
