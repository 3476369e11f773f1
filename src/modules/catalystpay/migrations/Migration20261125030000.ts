import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125030000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "catalystpay_debit" add column if not exists "queued_at" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_queue" ON "catalystpay_debit" ("queued_at") WHERE status = 'queued' AND deleted_at IS NULL;`);

    // Written by hand: the counters of rate-limiter-flexible, whose columns and their order it dictates. Losing them
    // loses nothing but a few seconds' counts, so the table needs no journal.
    this.addSql(`create unlogged table if not exists "catalystpay_limit" ("key" varchar(255) not null, "points" integer not null default 0, "expire" bigint null, constraint "catalystpay_limit_pkey" primary key ("key"));`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "catalystpay_limit" cascade;`);
    this.addSql(`drop index if exists "IDX_catalystpay_debit_queue";`);
    this.addSql(`alter table if exists "catalystpay_debit" drop column if exists "queued_at";`);
  }

}
