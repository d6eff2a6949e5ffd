/** A request as it goes over the wire, without its key. */
export interface Shot {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly token?: string;
  /** JSON. */
  readonly body?: string;
  /** Sent with a new `Idempotency-Key` each time. */
  readonly once?: boolean;
  readonly address?: string;
}

/** Requests that follow each other: the next one is due when the one before has succeeded. */
export type Track = readonly Shot[];

/** What one load process does. It ends by itself. */
export interface Plan {
  readonly port: number;
  readonly seconds: number;
  /** Seconds before these that don't count: plans are made, code is compiled. */
  readonly warmSeconds: number;
  /** Each connection takes its own tracks in turn. */
  readonly connections: readonly (readonly Track[])[];
  /**
   * Requests a second that come whether or not the ones before have been answered; without it each
   * connection sends its next request when it has the answer.
   */
  readonly perSecond?: number;
  /** Later answers don't count as good, milliseconds. */
  readonly deadlineMs?: number;
}

export interface Measured {
  /** Good answers a second. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** Good answers while it counted. */
  readonly good: number;
  /** Answers of any kind while it counted. */
  readonly answers: number;
  /** How often each status came; 0 is a broken connection. */
  readonly statuses: Readonly<Record<string, number>>;
}
