import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** What the text says where it is JSON, else null. */
  // biome-ignore lint/suspicious/noExplicitAny: an attack says what it looks for
  readonly json: any;
}

export interface Ask {
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; `raw` in its place is sent as it is. */
  readonly body?: unknown;
  readonly raw?: string | Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 60 });

/** A kept connection may be closed by the other side in the moment of its use: that is no answer. */
const isStale = (error: unknown, reused: boolean): boolean =>
  reused && error instanceof Error && "code" in error && error.code === "ECONNRESET";

/** A request as it is written, with nothing put right on the way as `fetch` would. */
export function ask(url: string, method: string, path: string, what: Ask = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const body = what.raw ?? (what.body === undefined ? undefined : JSON.stringify(what.body));
  const headers = {
    ...(body === undefined
      ? {}
      : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }),
    ...(what.token ? { authorization: `Bearer ${what.token}` } : {}),
    ...what.headers,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method: method.toUpperCase(), path, headers, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const { statusCode: status = 0, headers: got } = response;
          resolve({ status, headers: got, text, json: jsonOf(text) });
        });
      },
    );
    sent.on("error", (error) => {
      if (isStale(error, sent.reusedSocket)) ask(url, method, path, what).then(resolve, reject);
      else reject(error);
    });
    sent.end(body);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a paper, a page, or nothing
  }
}
