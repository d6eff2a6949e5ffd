import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { Problem } from "@hall/contracts/problem";
import { generate } from "otplib";
import { inject } from "vitest";
import { makeApp } from "../src/app.ts";
import { readAccount } from "../src/auth/account.ts";
import { newSecret } from "../src/auth/refresh-token.ts";
import { sessionInsert } from "../src/auth/sessions.ts";
import type { OwnerKind } from "../src/auth/sign-in-names.ts";
import { readConfig } from "../src/config.ts";
import { type Hall, openHall } from "../src/hall.ts";
import type { Actor } from "../src/http/actor.ts";
import type { Route } from "../src/http/route.ts";
import type { Log } from "../src/log.ts";
import { routes } from "../src/routes.ts";
import { DEMO_PASSWORD } from "../src/seed/password.ts";
import type { Patience } from "../src/store/database.ts";
import { dropDatabase, inDatabase, SEEDED_NOW, urlOf } from "./global-setup.ts";

export interface Sent {
  /** Personal number, unit code or user name who is signed in; agents by certificate. */
  readonly as?: string;
  /** A token in place of `as`. */
  readonly token?: string;
  readonly body?: unknown;
  /** The `Idempotency-Key`. */
  readonly key?: string;
  /** `name=value`. */
  readonly cookie?: string;
  /** The address that it comes from, as the proxy in front says. */
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it looks for, and fails if it isn't there
type Json = any;

export interface Answer {
  readonly status: number;
  readonly json: Json;
  readonly problem: Problem;
  readonly headers: Headers;
  /** `Set-Cookie` as it came. */
  readonly setCookie: string;
  /** `name=value` of it, to send back. */
  readonly cookie: string;
}

export interface TestHall {
  readonly hall: Hall;
  readonly url: string;
  readonly dataDir: string;
  readonly api: (method: string, path: string, sent?: Sent) => Promise<Answer>;
  /** Opens a session without the ceremony of sign-in, and answers its access token. */
  readonly tokenOf: (name: string) => Promise<string>;
  /** Signs in by the API itself with the demo's password. */
  readonly signIn: (name: string, password?: string, from?: string) => Promise<Answer>;
  /** A code of now for a member of staff; the last one used is forgotten first. */
  readonly totpOf: (username: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

let lastAddress = 0;
/** An address that no test used before (RFC 5737), so that no lock reaches another test. */
export function newAddress(): string {
  lastAddress += 1;
  return `198.51.${100 + (lastAddress >> 8)}.${lastAddress & 255}`;
}

/** What stands between the hall and its database. */
export interface Between {
  readonly patience?: Patience;
  /** Answers another way to the same database. */
  readonly through?: (url: string) => Promise<string>;
  /** Other routes than the hall's own, for checks that must find what is wrong with them. */
  readonly mounted?: readonly Route[];
  readonly log?: Log;
}

/** A hall of its own on a copy of the seeded database, listening on a free port. */
export async function openTestHall(
  env: NodeJS.ProcessEnv = {},
  { patience, through = async (url) => url, mounted = routes, log }: Between = {},
): Promise<TestHall> {
  const place = inject("place");
  const database = `hall_test_${randomBytes(6).toString("hex")}`;
  await inDatabase(place.adminUrl, `CREATE DATABASE ${database} TEMPLATE ${place.template}`);
  const config = readConfig({
    DATABASE_URL: await through(urlOf(database, place.adminUrl)),
    HALL_SECRETS_DIR: place.secretsDir,
    HALL_DATA_DIR: place.dataDir,
    HALL_NOW: env["NODE_ENV"] === "production" ? undefined : SEEDED_NOW,
    HALL_LOG_LEVEL: process.env["HALL_TEST_LOG"] ?? "silent",
    NODE_ENV: "test",
    ...env,
  });
  const hall = openHall(config, patience, log);
  const server = createServer(makeApp(hall, undefined, mounted));
  const url = await listening(server);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (name: string) => {
    const token = tokens.get(name) ?? openSession(hall, name);
    tokens.set(name, token);
    return token;
  };
  const api = async (method: string, path: string, sent: Sent = {}) => {
    const token = sent.as ? await tokenOf(sent.as) : sent.token;
    return ask(`${url}/api/v1${path}`, method, sent, token);
  };
  return {
    hall,
    url,
    dataDir: place.dataDir,
    api,
    tokenOf,
    totpOf: (username) => totpOf(hall, username),
    signIn: (name, password = DEMO_PASSWORD, from) => signIn(hall, api, name, password, from),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await hall.close();
      await dropDatabase(place.adminUrl, database);
    },
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

async function ask(url: string, method: string, sent: Sent, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: method.toUpperCase(),
    redirect: "manual",
    headers: {
      ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(sent.key ? { "idempotency-key": sent.key } : {}),
      ...(sent.cookie ? { cookie: sent.cookie } : {}),
      ...(sent.from ? { "x-forwarded-for": sent.from } : {}),
      ...sent.headers,
    },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  });
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const json: Json = isJson ? await response.json() : await response.arrayBuffer();
  const setCookie = response.headers.get("set-cookie") ?? "";
  const { status, headers } = response;
  return {
    status,
    json,
    problem: json,
    headers,
    setCookie,
    cookie: setCookie.split(";", 1).join(""),
  };
}

const kindOf = (name: string): OwnerKind => {
  if (/^P\d/.test(name)) return "person";
  return /^U\d/.test(name) ? "agent" : "staff";
};

async function ownerOf({ db }: Hall, name: string): Promise<{ id: string; unitId: string | null }> {
  switch (kindOf(name)) {
    case "person": {
      const { id } = await db.person.findUniqueOrThrow({ where: { personalNumber: name } });
      return { id, unitId: null };
    }
    case "agent": {
      const unit = await db.unit.findUniqueOrThrow({ where: { code: name } });
      const agent = await db.agent.findFirstOrThrow({ where: { unitId: unit.id, isFirst: true } });
      return { id: agent.id, unitId: unit.id };
    }
    case "staff": {
      const { id } = await db.staff.findUniqueOrThrow({ where: { username: name } });
      return { id, unitId: null };
    }
  }
}

/** A new session of somebody: the token, and what it stands for. */
export async function newSession(hall: Hall, name: string, by?: "password" | "certificate") {
  const kind = kindOf(name);
  const { id: ownerId, unitId } = await ownerOf(hall, name);
  const method = by ?? (kind === "agent" ? "certificate" : "password");
  const owner = { id: randomUUID(), ownerId, ownerKind: kind, method };
  const session = { ...owner, unitId, secret: newSecret(), address: "127.0.0.1", device: "test" };
  await hall.db.$queryRaw(sessionInsert(session, hall.clock.system()));
  const account = await readAccount(hall.db, owner);
  if (!account) throw new Error(`${name} isn't in the seed`);
  const actor: Actor = { ...account.actor, mustChangePassword: false };
  return { actor, token: hall.gate.issueToken(actor) };
}

const openSession = async (hall: Hall, name: string) => (await newSession(hall, name)).token;

async function totpOf(hall: Hall, username: string): Promise<string> {
  const staff = await hall.db.staff.update({ where: { username }, data: { totpStep: 0n } });
  return generate({ secret: hall.cipher.open(staff.totpCipher) });
}

async function signIn(
  hall: Hall,
  api: TestHall["api"],
  name: string,
  password: string,
  from?: string,
): Promise<Answer> {
  const sent = (body: unknown): Sent => ({ body, ...(from ? { from } : {}) });
  switch (kindOf(name)) {
    case "person":
      return api("post", "/auth/person/sign-in", sent({ personalNumber: name, password }));
    case "agent":
      return api("post", "/auth/unit/sign-in", sent({ unitCode: name, password }));
    case "staff": {
      const totp = await totpOf(hall, name);
      return api("post", "/auth/staff/sign-in", sent({ username: name, password, totp }));
    }
  }
}
