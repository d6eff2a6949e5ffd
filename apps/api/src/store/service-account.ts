import pg from "pg";

/**
 * Lets an account serve the hall that doesn't own its tables (ASVS 13.2.2): it reads and writes
 * rows, and can neither change what the migrations made nor switch a guard off. Rows that are never
 * changed or deleted are barred to it by privilege as well, so that two locks would have to fail.
 * To be repeated after each migration; repeating it changes nothing else.
 *
 * @param ownerUrl an account that owns the database and is a member of the role
 * @param role exists, and may sign in
 * @throws where either isn't so, with PostgreSQL's own words; nothing is granted then
 */
export async function grantService(ownerUrl: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "hall grants" });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('hall.service', $1, true)", [role]);
    await client.query(GRANTS);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/**
 * graphile-worker's tables answer to their owner alone (row security), and the worker brings them
 * to its own version when it starts: they become the service's.
 */
const GRANTS = `
DO $$
DECLARE
  service text := current_setting('hall.service');
  found record;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', service);
  EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', service);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', service);
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', service);
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    EXECUTE format('REVOKE ALL ON public._prisma_migrations FROM %I', service);
  END IF;
  FOR found IN
    -- Bits of tgtype: 8 before DELETE, 16 before UPDATE. With a WHEN, only some rows are kept.
    SELECT tgrelid::regclass AS place, tgtype & 8 > 0 AS keeps, tgtype & 16 > 0 AS stays
      FROM pg_trigger WHERE tgfoid = 'public.refuse_change'::regproc AND tgqual IS NULL
  LOOP
    IF found.keeps THEN EXECUTE format('REVOKE DELETE ON %s FROM %I', found.place, service); END IF;
    IF found.stays THEN EXECUTE format('REVOKE UPDATE ON %s FROM %I', found.place, service); END IF;
  END LOOP;

  IF (SELECT nspowner::regrole <> service::regrole FROM pg_namespace WHERE nspname = 'graphile_worker') THEN
    -- Who takes a schema over must be allowed to make one at that moment.
    EXECUTE format('GRANT CREATE ON DATABASE %I TO %I', current_database(), service);
    EXECUTE format('ALTER SCHEMA graphile_worker OWNER TO %I', service);
    EXECUTE format('REVOKE CREATE ON DATABASE %I FROM %I', current_database(), service);
  END IF;
  FOR found IN
    SELECT format('%s %s', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                  oid::regclass) AS what
      FROM pg_class
     WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
       AND relowner::regrole <> service::regrole
       -- A sequence of a column goes with its table.
       AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid
                          AND relkind = 'S' AND deptype IN ('a', 'i'))
    UNION ALL
    SELECT format('FUNCTION %s', oid::regprocedure) FROM pg_proc
     WHERE pronamespace = 'graphile_worker'::regnamespace AND proowner::regrole <> service::regrole
    UNION ALL
    SELECT format('TYPE %s', oid::regtype) FROM pg_type
     WHERE typnamespace = 'graphile_worker'::regnamespace AND typowner::regrole <> service::regrole
       AND (typtype = 'e' OR (typtype = 'c' AND EXISTS (SELECT FROM pg_class c
                                                       WHERE c.oid = typrelid AND c.relkind = 'c')))
  LOOP
    EXECUTE format('ALTER %s OWNER TO %I', found.what, service);
  END LOOP;
END $$`;
