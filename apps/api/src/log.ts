import { pino } from "pino";

/**
 * Structured lines on standard output. Personal data never goes in: log ids and codes, and no
 * bodies, queries or headers.
 */
export const makeLog = (level: string) =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

export type Log = ReturnType<typeof makeLog>;
