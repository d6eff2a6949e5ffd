import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Measured } from "../load/plan.ts";

const DEBIAN = "/usr/lib/postgresql";

/** pgbench on the path or where Debian keeps it; null where there is none. */
export function findPgbench(): string | null {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...debian.map((version) => join(DEBIAN, version, "bin")),
  ];
  return folders.map((folder) => join(folder, "pgbench")).find((file) => existsSync(file)) ?? null;
}

export interface PgbenchRun {
  readonly databaseUrl: string;
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly seconds: number;
  /** Seconds before these that don't count: each connection makes its plans first. */
  readonly warmSeconds: number;
}

/** Runs a script with prepared statements: what PostgreSQL does without us in between. */
export async function pgbench(program: string, run: PgbenchRun): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "hall-pgbench-"));
  try {
    const script = join(folder, "script.sql");
    writeFileSync(script, run.script);
    const url = new URL(run.databaseUrl);
    const args = [
      ...["--no-vacuum", "--protocol=prepared", "--log", `--log-prefix=${join(folder, "log")}`],
      ...[
        `--client=${run.clients}`,
        "--jobs=1",
        `--time=${run.warmSeconds + run.seconds}`,
        `--file=${script}`,
      ],
      ...Object.entries(run.variables).map(([name, value]) => `--define=${name}=${value}`),
      ...["-h", url.hostname, "-p", url.port, "-U", url.username, url.pathname.slice(1)],
    ];
    const env = { ...process.env, PGPASSWORD: decodeURIComponent(url.password) };
    await promisify(execFile)(program, args, { env }).catch((error: { stderr?: string }) => {
      throw new Error(`pgbench failed: ${error.stderr?.slice(0, 500) ?? error}`);
    });
    return read(folder, run);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The log has a line for each transaction: client, number, microseconds, script, second, part. */
function read(folder: string, { warmSeconds, seconds }: PgbenchRun): Measured {
  const logs = readdirSync(folder).filter((name) => name.startsWith("log"));
  const rows = logs
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
    .map((line) => line.split(" "))
    .map(([, , micros, , second, part]) => ({
      ms: Number(micros) / 1000,
      at: Number(second) + Number(part) / 1e6,
    }));
  const begun = Math.min(...rows.map(({ at, ms }) => at - ms / 1000));
  const times = rows
    .filter(({ at }) => at - begun >= warmSeconds)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return {
    rate: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    longest: times.at(-1) ?? 0,
    good: times.length,
    answers: rows.length,
    statuses: {},
  };
}
