import { DryRunAdapterFactory, MigrationAdapterFactory } from "./adapter.mjs";
import { createDatabase } from "./server.mjs";
import { newEngine } from "./wasm.mjs";

/** What the engine's diff answers when the two sides differ. */
const DIFFERENT = 2;
const MAX_SLUG_LENGTH = 200;
const NOTHING_TO_LOSE = { migrationSteps: 0, warnings: [], unexecutableSteps: [] };

/**
 * Answers the CLI's remote calls. Most go straight to the engine; the ones named here differ in
 * the WASM build from the native engine that the CLI believes to be talking to.
 *
 * @param {{ datamodels: string[], datasource: object }} context
 * @param {(content: string) => void} print shows text to the person at the terminal
 */
export function methodsOf(context, print) {
  const engine = () =>
    newEngine(context.datamodels, new MigrationAdapterFactory(context.datasource));
  const dryRunEngine = () =>
    newEngine(context.datamodels, new DryRunAdapterFactory(context.datasource));

  const named = {
    getDatabaseVersion: async () => (await engine()).version(),
    createDatabase: async () => ({ databaseName: await createDatabase(context.datasource.url) }),
    evaluateDataLoss: async (input) => evaluateDataLoss(input, await engine(), dryRunEngine),
    createMigration: async (input) => createMigration(input, await engine()),
    diff: async (input) => {
      const { exitCode, stdout } = await (await engine()).diff(input);
      if (stdout != null) print(stdout.replace(/\n$/, ""));
      return { exitCode, stdout: null };
    },
  };

  return async (method, params) =>
    Object.hasOwn(named, method) ? named[method](params) : (await engine())[method](params);
}

/**
 * The WASM engine cannot replay migrations for this call, but its diff can, and its push knows
 * the data-loss checks: together they give the native engine's answer.
 */
async function evaluateDataLoss(input, engine, dryRunEngine) {
  if ((await pendingScript(input, engine)).exitCode !== DIFFERENT) return NOTHING_TO_LOSE;
  const { schema, filters } = input;
  const dry = await (await dryRunEngine()).schemaPush({ force: false, schema, filters });
  const steps = (messages) => messages.map((message) => ({ message, stepIndex: 0 }));
  return {
    migrationSteps: Math.max(1, dry.executedSteps),
    warnings: steps(dry.warnings),
    unexecutableSteps: steps(dry.unexecutable),
  };
}

async function createMigration(input, engine) {
  const { exitCode, stdout } = await pendingScript(input, engine);
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const slug = input.migrationName
    .trim()
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase()
    .slice(0, MAX_SLUG_LENGTH);
  const empty = input.draft ? "-- This is an empty migration." : null;
  return {
    connectorType: "postgresql",
    generatedMigrationName: slug ? `${stamp}_${slug}` : stamp,
    migrationScript: exitCode === DIFFERENT ? stdout : empty,
    extension: "sql",
  };
}

/** The script from what the migrations make to what the schema asks for. */
const pendingScript = ({ migrationsList, schema, filters }, engine) =>
  engine.diff({
    from: origin(migrationsList),
    to: { tag: "schemaDatamodel", ...schema },
    script: true,
    exitCode: true,
    filters,
  });

/** Before the first migration there is no lock file, without which the diff refuses a folder. */
const origin = (migrationsList) =>
  migrationsList.migrationDirectories.length === 0
    ? { tag: "empty" }
    : { tag: "migrations", ...migrationsList };
