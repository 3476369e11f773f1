import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a webhook came to by its stable code, so that the dashboard can say it in its reader's language. */
export class Migration20261130090000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "catalystpay_webhook_delivery" add column if not exists "outcome_code" text null, add column if not exists "outcome_details" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "catalystpay_webhook_delivery" drop column if exists "outcome_code", drop column if exists "outcome_details";`);
  }

}
