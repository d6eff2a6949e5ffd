import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../processes.mjs";

export const PASSWORD = "Demo-2026!";
/** The longest that an answer may take before a client calls it hanging: see docs/operations.md. */
export const LONGEST_ANSWER_MS = 20_000;
/** Clients are more impatient than `Retry-After` asks, so that kills meet many requests. */
const LONGEST_PAUSE_MS = 700;

/** What the clients have seen, all together. */
export function newLogbook() {
  return {
    acknowledged: [],
    approved: [],
    refused: [],
    hanging: 0,
    cut: 0,
    failedTries: 0,
    answered503: 0,
    withoutRetryAfter: 0,
  };
}

/**
 * Somebody who is signed in and doesn't give up: retries what was not answered, what was cut off,
 * and what shall come again later; signs in anew where the session is gone.
 *
 * @param {string} url of the hall
 * @param {ReturnType<typeof newLogbook>} logbook
 * @param {{ path: string, body: () => Promise<object> }} signIn
 */
export function openSession(url, logbook, signIn) {
  let token;
  async function freshToken() {
    for (;;) {
      const body = await signIn.body();
      const answer = await send(`${url}/api/v1${signIn.path}`, {
        method: "POST",
        headers: {},
        body,
        logbook,
      });
      if (answer?.status === 200) return answer.json.accessToken;
      await sleep(pauseAfter(answer));
    }
  }
  return {
    /**
     * @param {string} address
     * @param {object | Uint8Array} [body] bytes go as they are, all else as JSON
     * @param {object} [how]
     * @param {string} [how.method]
     * @param {() => string} [how.keyOf] the `Idempotency-Key` of each try
     * @param {() => number | undefined} [how.cutAfterMs] after how long the client itself breaks a
     *   try off
     */
    async ask(address, body, { method = "POST", keyOf, cutAfterMs } = {}) {
      for (;;) {
        token ??= await freshToken();
        const headers = { authorization: `Bearer ${token}` };
        if (keyOf) headers["idempotency-key"] = keyOf();
        const answer = await send(`${url}/api/v1${address}`, {
          method,
          headers,
          body,
          logbook,
          cutAfterMs: cutAfterMs?.(),
        });
        if (answer?.status === 401) token = undefined;
        else if (answer && ![429, 502, 503].includes(answer.status)) return answer;
        await sleep(pauseAfter(answer));
      }
    },
  };
}

export const personSession = (url, logbook, personalNumber) =>
  openSession(url, logbook, {
    path: "/auth/person/sign-in",
    body: async () => ({ personalNumber, password: PASSWORD }),
  });

/** A member of staff, whose one-time codes come from the secret in the list of demo people. */
export function staffSession(url, logbook, username, demoPeopleFile) {
  const line = new RegExp(`^ *${username} .* (\\S+)$`, "m").exec(
    readFileSync(demoPeopleFile, "utf8"),
  );
  const { generate } = createRequire(path.join(ROOT, "apps", "api", "package.json"))("otplib");
  return openSession(url, logbook, {
    path: "/auth/staff/sign-in",
    body: async () => ({ username, password: PASSWORD, totp: await generate({ secret: line[1] }) }),
  });
}

const pauseAfter = (answer) =>
  Math.min(LONGEST_PAUSE_MS, (answer?.retryAfter ?? 0.2) * 1_000) * (0.5 + Math.random());

/** Undefined where no answer came: killed, refused, or broken off by ourselves. */
async function send(address, { method, headers, body, logbook, cutAfterMs }) {
  const limit = AbortSignal.timeout(cutAfterMs ?? LONGEST_ANSWER_MS);
  const isBytes = body instanceof Uint8Array;
  try {
    const response = await fetch(address, {
      method,
      headers: {
        "content-type": isBytes ? "application/octet-stream" : "application/json",
        ...headers,
      },
      ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
      signal: limit,
    });
    const json = await response.json();
    const retryAfter = Number(response.headers.get("retry-after")) || undefined;
    if (response.status === 503) {
      logbook.answered503 += 1;
      if (!retryAfter) logbook.withoutRetryAfter += 1;
    }
    return { status: response.status, json, retryAfter };
  } catch {
    if (!limit.aborted) logbook.failedTries += 1;
    else if (cutAfterMs === undefined) logbook.hanging += 1;
    else logbook.cut += 1;
    return undefined;
  }
}
