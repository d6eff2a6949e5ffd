import { createServer, type RequestListener, type Server } from "node:http";

/**
 * How long a request may take to come in, in milliseconds, and how often that is looked at. Who
 * sends drop by drop is cut off, so that slow connections don't use up all there are. An upload
 * comes in pieces of half a megabyte, which a minute is enough for on a bad line.
 */
export const SERVER_LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
};

export const hallServer = (app: RequestListener, limits = SERVER_LIMITS): Server =>
  createServer(limits, app);
