import pg from "pg";

/** A statement as the driver got it: the text with its places, and what went into them. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Query {
  readonly text?: string;
  readonly values?: readonly unknown[];
}

/**
 * Listens at the driver itself, below Prisma and our own code: what comes through is what
 * PostgreSQL is really asked. One listener at a time; this process alone.
 */
export async function captured(act: () => Promise<void>): Promise<readonly Statement[]> {
  const heard: Statement[] = [];
  const { prototype } = pg.Client as unknown as {
    prototype: { query: (...args: unknown[]) => unknown };
  };
  const original = prototype.query;
  prototype.query = function listening(this: unknown, ...args: unknown[]) {
    const [query, values] = args as [string | Query | undefined, unknown];
    const text = typeof query === "string" ? query : query?.text;
    const given = typeof query === "string" ? values : query?.values;
    if (text) heard.push({ text, values: Array.isArray(given) ? given : [] });
    return original.apply(this, args);
  };
  try {
    await act();
  } finally {
    prototype.query = original;
  }
  return heard;
}
