import { ProblemError } from "@hall/client/problem";
import type { CheckJson } from "@hall/contracts/directory";
import { useEffect, useState } from "react";
import { call } from "../api/call.ts";
import { checkOf, type Input } from "../api/family.ts";

const PAUSE_MS = 400;

export interface LiveCheck {
  /** The last answer; it stays while a newer one is awaited, so that nothing jumps. */
  readonly answer: CheckJson | null;
  readonly isStale: boolean;
}

/**
 * Reckons as one types: asks the server for the check shortly after the last change.
 * @param input what would be sent, as JSON; null while something is still missing
 */
export function useLiveCheck(service: string, input: string | null): LiveCheck {
  const [live, setLive] = useState<LiveCheck & { readonly of: string | null }>({
    answer: null,
    isStale: false,
    of: null,
  });
  useEffect(() => {
    if (input === null) return;
    const abort = new AbortController();
    const timer = window.setTimeout(async () => {
      try {
        const asked = JSON.parse(input) as Input;
        const answer = await call(checkOf(service), {
          body: { input: asked },
          signal: abort.signal,
        });
        setLive({ answer, isStale: false, of: input });
      } catch (error) {
        if (abort.signal.aborted) return;
        // The preview is an extra: what is wrong is said at the check that the person asks for.
        if (!(error instanceof ProblemError)) throw error;
        setLive((before) => ({ ...before, answer: null, of: input }));
      }
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [service, input]);
  return { answer: live.answer, isStale: live.of !== input };
}
