import type { Answer } from "./ask.ts";

const CHINESE = /\p{Script=Han}/u;

/** What tells of the server's inside: stacks, statements, paths, names of libraries and errors. */
const INSIDE =
  /\bat \S+ \(|node_modules|\/apps\/|\/src\/|\.[cm]?[jt]s:\d|\bprisma|\bSELECT\b|\bINSERT INTO\b|\bUPDATE \w+ SET\b|\bconstraint "|\brelation "|SQLSTATE|\bE(CONN|NOENT|ACCES)|\b(Type|Range|Reference|Syntax|Zod)Error\b|invalid input syntax|Unexpected token|in JSON at/i;

/** What is wrong with an answer whoever asked and whatever for; empty where nothing is. */
export function faultsOf(answer: Answer, sent = ""): readonly string[] {
  const { status, headers, text, json } = answer;
  const faults: string[] = [];
  // A service that is closed says 503; one that broke must not hide behind the same number.
  if (status >= 500 && json?.code !== "closed") faults.push(`answers ${status} ${text}`);
  if (headers["x-powered-by"]) faults.push("says what it is made with");
  if (headers["x-content-type-options"] !== "nosniff") faults.push("lets its kind be guessed");
  if (status < 400) return faults;
  if (!String(headers["content-type"]).startsWith("application/problem+json")) {
    faults.push(`${status} isn't a problem but ${headers["content-type"]}`);
    return faults;
  }
  if (json?.status !== status) faults.push(`${status} says ${json?.status}`);
  for (const field of ["title", "detail"]) {
    if (!CHINESE.test(json?.[field] ?? "")) faults.push(`${field} isn't Chinese: ${json?.[field]}`);
  }
  for (const { message } of json?.errors ?? []) {
    if (!CHINESE.test(message)) faults.push(`an error isn't Chinese: ${message}`);
  }
  // What was sent comes back as the address asked for and as field names: that is no leak.
  const own = JSON.stringify({ ...json, instance: "", errors: messagesOf(json) });
  const leak = INSIDE.exec(own)?.[0];
  if (leak && !sent.includes(leak))
    faults.push(`shows its inside: ${leak} in ${own.slice(0, 200)}`);
  return faults;
}

const messagesOf = (json: Answer["json"]): unknown =>
  (json?.errors ?? []).map(({ message }: { message: string }) => message);
