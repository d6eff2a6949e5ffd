#!/usr/bin/env node
// Stand-in for Prisma's native `schema-engine` program, which the CLI otherwise downloads. It
// speaks the same JSON-RPC on its standard streams and runs Prisma's own WASM build of the
// engine over the PostgreSQL driver, so that migrations need nothing but npm packages.
// The CLI starts this file as a program: it must keep its run bit.
import { createInterface } from "node:readline";
import { readArguments } from "./arguments.mjs";
import { methodsOf } from "./methods.mjs";
import { assertReachable, createDatabase, prismaErrorCode } from "./server.mjs";
import { engineVersion, panicMessage } from "./wasm.mjs";

const SERVER_ERROR = 4466; // the code that the native engine gives to every failed call
const PANIC_EXIT_CODE = 101; // Rust's

const { command, versionOnly, ...context } = readArguments(process.argv.slice(2));
if (versionOnly) console.log(`schema-engine-wasm ${engineVersion()}`);
else if (command) await runCommand(command);
else answerCalls();

/** One-off commands: `schema-engine cli can-connect-to-database` and its like. */
async function runCommand(name) {
  const { url } = context.datasource;
  try {
    if (name === "can-connect-to-database") {
      await assertReachable(url);
      console.log("Connection successful");
    } else if (name === "create-database") {
      console.log(`Database '${await createDatabase(url)}' was successfully created.`);
    } else throw new Error(`the stand-in schema engine has no command ${name}`);
  } catch (error) {
    process.stderr.write("\n");
    logError(error.message, { error_code: prismaErrorCode(error) ?? "P1001" });
    process.exitCode = 1;
  }
}

function answerCalls() {
  const call = methodsOf(context, (content) =>
    send({ id: 1_000_000, method: "print", params: { content } }),
  );
  process.on("uncaughtException", exitAsNativeEngineWould);
  // One after the other: calls of one command rely on what the one before has written.
  let queue = Promise.resolve();
  createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
    .on("line", (line) => {
      const message = line.trim() ? JSON.parse(line) : {};
      if (message.method) queue = queue.then(() => answer(call, message));
    })
    .on("close", () => queue.then(() => process.exit(0)));
}

async function answer(call, { id, method, params }) {
  try {
    send({ id, result: (await call(method, params)) ?? {} });
  } catch (error) {
    const message = error.message ?? String(error);
    const panic = panicMessage();
    const data = panic
      ? { is_panic: true, message: panic }
      : { is_panic: false, message, error_code: error.code, meta: null };
    send({ id, error: { code: SERVER_ERROR, message, data } });
  }
}

/** A panic in the engine surfaces as a WebAssembly trap outside any call. */
function exitAsNativeEngineWould(error) {
  const panic = panicMessage();
  logError(panic || error.message, { backtrace: error.stack });
  process.exitCode = panic ? PANIC_EXIT_CODE : 1;
  process.stdin.destroy();
  setTimeout(() => process.exit(), 50); // lets the line above reach the CLI
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function logError(message, fields) {
  const timestamp = new Date().toISOString();
  const entry = { timestamp, level: "ERROR", target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify({ ...entry, fields: { message, ...fields } })}\n`);
}
