import { isPassing, offlineProblem, ProblemError, readProblem } from "./problem.ts";

/** Waits before a request that got no answer is made again. */
const PAUSES_MS = [800, 2_000, 5_000];

/** Where the token of a request comes from; see `session.ts`. */
export interface Tokens {
  readonly freshToken: () => Promise<string | null>;
  readonly renewToken: (old: string) => Promise<string | null>;
  readonly signedInAgain: () => Promise<string | null>;
}

export interface Sending {
  readonly address: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit | null;
  readonly signal: AbortSignal | null;
}

/**
 * Sends a request as who is signed in. Where the sign-in has run out one is asked to sign in over
 * the page, and the request goes on from there. One that carries an idempotency key is repeated
 * under it while no answer comes.
 *
 * @throws ProblemError for every answer that isn't the expected one, and where none came
 */
export function sendAs(tokens: Tokens, sending: Sending): Promise<Response> {
  return sendUntilAnswered(tokens, sending, "Idempotency-Key" in sending.headers ? PAUSES_MS : []);
}

/** The JSON of an answer; one that was cut off in the middle is as good as none. */
export async function readAnswer<Answer>(response: Response): Promise<Answer> {
  if (response.status === 204) return undefined as Answer;
  try {
    return (await response.json()) as Answer;
  } catch {
    throw new ProblemError(offlineProblem);
  }
}

async function sendUntilAnswered(
  tokens: Tokens,
  sending: Sending,
  pauses: readonly number[],
): Promise<Response> {
  try {
    return await sendSignedIn(tokens, sending);
  } catch (error) {
    const [pause, ...later] = pauses;
    const isWorthwhile = error instanceof ProblemError && isPassing(error.problem);
    if (pause === undefined || !isWorthwhile) throw error;
    const asked = error.problem.retryAfterSeconds;
    await new Promise((done) => window.setTimeout(done, asked ? asked * 1_000 : pause));
    return sendUntilAnswered(tokens, sending, later);
  }
}

async function sendSignedIn(tokens: Tokens, sending: Sending): Promise<Response> {
  const token = await tokens.freshToken();
  const response = await send(sending, token);
  if (response.ok) return response;
  const problem = await readProblem(response);
  const isSignInItself = sending.address.startsWith("/api/v1/auth/");
  if (response.status !== 401 || isSignInItself) throw new ProblemError(problem);
  const renewed = (token ? await tokens.renewToken(token) : null) ?? (await tokens.signedInAgain());
  if (!renewed) throw new ProblemError(problem);
  const again = await send(sending, renewed);
  if (again.ok) return again;
  throw new ProblemError(await readProblem(again));
}

async function send(sending: Sending, token: string | null): Promise<Response> {
  const { address, signal, ...init } = sending;
  const headers = token ? { ...init.headers, Authorization: `Bearer ${token}` } : init.headers;
  try {
    return await fetch(address, { ...init, headers, signal, credentials: "same-origin" });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError(offlineProblem);
  }
}
