import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Every change of a cart asks for its debits. */
export class Migration20261125033000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_catalystpay_debit_cart" ON "catalystpay_debit" ("cart_id") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_catalystpay_debit_cart";`);
  }

}
