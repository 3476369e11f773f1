import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Hosted mode: who takes the bank account, and how many more CatalystPay's page takes. */
export class Migration20261130000000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "catalystpay_debit" add column if not exists "collect" text check ("collect" in ('iban', 'hosted')) not null default 'iban', add column if not exists "attempts_remaining" integer null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "catalystpay_debit" drop column if exists "collect", drop column if exists "attempts_remaining";`);
  }

}
