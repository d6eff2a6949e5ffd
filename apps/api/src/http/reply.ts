/** An answer that isn't plain JSON with the endpoint's status. */
export type Reply =
  | { readonly reply: "created"; readonly body: unknown; readonly location: string }
  | { readonly reply: "accepted"; readonly body?: unknown; readonly retryAfterSeconds: number }
  | {
      readonly reply: "bytes";
      readonly type: string;
      readonly bytes: Uint8Array;
      /** Name under which a browser saves it; without one it is shown. */
      readonly fileName?: string;
    }
  | {
      readonly reply: "stream";
      readonly type: string;
      readonly fileName: string;
      readonly write: (out: NodeJS.WritableStream) => Promise<void>;
    }
  /** The answer that an earlier request with the same key got. */
  | { readonly reply: "stored"; readonly status: number; readonly body: unknown }
  /** JSON with a cookie set or cleared. */
  | { readonly reply: "with-cookie"; readonly body?: unknown; readonly cookie: string };

export const created = (body: unknown, location: string): Reply => ({
  reply: "created",
  body,
  location,
});

export const isReply = (answer: unknown): answer is Reply =>
  typeof answer === "object" && answer !== null && "reply" in answer;
