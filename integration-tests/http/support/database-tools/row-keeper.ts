import { Client, DatabaseError } from "pg"
import { addressOf } from "./address"

const DEADLOCK = "40P01"
const TRIES = 5

/** What a test set going may still be writing: PostgreSQL ends one of the two, and the rows are given back at the next try. */
async function unlessDeadlocked(work: () => Promise<unknown>): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (tried === TRIES || !(error instanceof DatabaseError && error.code === DEADLOCK)) {
        throw error
      }
    }
  }
}

/** Keeps the rows of a database in a schema of its own, and notes which tables are written to from then on. */
export class RowKeeper {
  private client: Client | null = null

  async keep(databaseName: string): Promise<void> {
    this.client = new Client({ connectionString: addressOf(databaseName) })
    await this.client.connect()
    await this.client.query(KEEP)
  }

  async giveBack(): Promise<void> {
    if (!this.client) {
      throw new Error("The database's rows are given back after they were kept, and not earlier.")
    }
    const { client } = this
    await unlessDeadlocked(() => client.query("SELECT kept.give_back()"))
  }

  async close(): Promise<void> {
    await this.client?.end()
    this.client = null
  }
}

/**
 * Foreign keys are not checked while rows are given back (`replica`, for which the user has to be a superuser): all that
 * was there stands again at the end. Sequences are set back, too, so that orders are numbered from one.
 */
const KEEP = `
CREATE SCHEMA kept;
CREATE TABLE kept.touched (oid oid NOT NULL);
CREATE TABLE kept.tables (oid oid PRIMARY KEY, columns text NOT NULL, copy text);
CREATE TABLE kept.sequences AS
  SELECT format('%I.%I', schemaname, sequencename) AS name, coalesce(last_value, start_value) AS value, last_value IS NOT NULL AS called
  FROM pg_sequences WHERE schemaname <> 'kept';

CREATE FUNCTION kept.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kept.touched VALUES (TG_RELID);
  RETURN NULL;
END $$;

DO $$
DECLARE
  found record;
  filled boolean;
BEGIN
  FOR found IN
    SELECT class.oid, class.oid::regclass AS name, string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns
    FROM pg_class class
    JOIN pg_attribute ON attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    WHERE relkind = 'r' AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'kept'::regnamespace)
    GROUP BY class.oid
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', found.name) INTO filled;
    INSERT INTO kept.tables VALUES (found.oid, found.columns, CASE WHEN filled THEN 'kept.rows_' || found.oid END);
    IF filled THEN
      EXECUTE format('CREATE TABLE kept.rows_%s AS SELECT %s FROM %s', found.oid, found.columns, found.name);
    END IF;
    EXECUTE format(
      'CREATE TRIGGER kept AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION kept.touch()',
      found.name
    );
  END LOOP;
END $$;

CREATE FUNCTION kept.give_back() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  found record;
BEGIN
  PERFORM set_config('session_replication_role', 'replica', true);
  FOR found IN SELECT oid::regclass AS name, columns, copy FROM kept.tables WHERE oid IN (SELECT oid FROM kept.touched) LOOP
    EXECUTE format('DELETE FROM %s', found.name);
    IF found.copy IS NOT NULL THEN
      EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT * FROM %s', found.name, found.columns, found.copy);
    END IF;
  END LOOP;
  TRUNCATE kept.touched;
  PERFORM setval(name::regclass, value, called) FROM kept.sequences;
END $$;
`
