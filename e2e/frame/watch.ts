import type { BrowserContext } from "@playwright/test";

/** What went wrong behind a page that may look well. */
export interface Watch {
  readonly faults: readonly string[];
  /** An answer that this journey brings about on purpose, such as 503. */
  readonly allow: (status: number) => void;
}

/** What the browser itself notes about answers of 4xx, which pages show in words. */
const NETWORK_NOTE = /^Failed to load resource/;

/**
 * Listens to every page of a context: errors that nobody caught, errors on the console (broken
 * content security policy among them), and answers of 5xx.
 */
export function watch(context: BrowserContext): Watch {
  const faults: string[] = [];
  const allowed = new Set<number>();
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() !== "error" || NETWORK_NOTE.test(message.text())) return;
    faults.push(`console: ${message.text()}`);
  });
  context.on("response", (response) => {
    if (response.status() < 500 || allowed.has(response.status())) return;
    faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { faults, allow: (status) => allowed.add(status) };
}
