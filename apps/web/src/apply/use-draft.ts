import { ProblemError } from "@hall/client/problem";
import { deleteDraft, listDrafts, saveDraft } from "@hall/contracts/drafts";
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "../api/call.ts";
import { queryClient } from "../api/use-answer.ts";
import { beforeLeaving } from "../session/before-leaving.ts";

/** Saved so long after the last key; a whole form costs about one call a field. */
const PAUSE_MS = 1_000;
const AGAIN_MS = 5_000;

export type DraftState =
  | { readonly is: "idle" | "saving" | "failed" | "conflict" }
  | { readonly is: "saved"; readonly at: string };

export interface Draft {
  readonly state: DraftState;
  /** Something was typed: save it soon. */
  readonly touch: () => void;
  /** After a conflict: overwrites what was saved elsewhere. */
  readonly keepMine: () => Promise<void>;
  /** Nothing is kept any more: discarded by the person, or submitted. */
  readonly drop: () => Promise<void>;
}

/** What couldn't be saved when its page was left; it comes back within this visit at least. */
const unsaved = new Map<string, Readonly<Record<string, unknown>>>();

export const unsavedOf = (service: string, actorId: string) => unsaved.get(`${actorId} ${service}`);

type DraftOptions = {
  readonly service: string;
  readonly actorId: string;
  /** Version that was read; absent while there is no draft. */
  readonly version: number | undefined;
  readonly read: () => Readonly<Record<string, unknown>>;
};

/** Saves a form as one types (APP-3): soon after the last key, when the page is left, before idle ends. */
export function useDraft({ service, actorId, version: first, read }: DraftOptions): Draft {
  const [state, setState] = useState<DraftState>({ is: "idle" });
  const version = useRef(first);
  const isDirty = useRef(false);
  const isDropped = useRef(false);
  const timer = useRef(0);
  const readNow = useRef(read);
  readNow.current = read;
  const place = `${actorId} ${service}`;

  const save = useCallback(async () => {
    window.clearTimeout(timer.current);
    if (!isDirty.current || isDropped.current) return;
    const input = readNow.current();
    isDirty.current = false;
    setState({ is: "saving" });
    try {
      const known = version.current;
      const saved = await call(saveDraft, {
        params: { service },
        body: { input, ...(known === undefined ? {} : { version: known }) },
      });
      version.current = saved.version;
      unsaved.delete(place);
      setState({ is: "saved", at: saved.updatedAt });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      isDirty.current = true;
      unsaved.set(place, input);
      setState({ is: error.problem.status === 409 ? "conflict" : "failed" });
      if (error.problem.status !== 409) timer.current = window.setTimeout(save, AGAIN_MS);
    }
  }, [service, place]);

  const touch = useCallback(() => {
    isDirty.current = true;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(save, PAUSE_MS);
  }, [save]);

  const keepMine = useCallback(async () => {
    const { items } = await call(listDrafts, { query: { service } });
    version.current = items[0]?.version;
    isDirty.current = true;
    await save();
  }, [service, save]);

  const drop = useCallback(async () => {
    window.clearTimeout(timer.current);
    isDropped.current = true;
    unsaved.delete(place);
    queryClient.removeQueries({ queryKey: [listDrafts.id] });
    // A draft that stays behind is offered again; that harms nobody.
    await call(deleteDraft, { params: { service } }).catch(() => undefined);
  }, [service, place]);

  useKeepOnLeaving(save, isDirty);
  return { state, touch, keepMine, drop };
}

function useKeepOnLeaving(save: () => Promise<void>, isDirty: { readonly current: boolean }): void {
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === "hidden") void save();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isDirty.current) return;
      void save();
      event.preventDefault();
    };
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onUnload);
    const forget = beforeLeaving(save);
    return () => {
      forget();
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onUnload);
      void save();
    };
  }, [save, isDirty]);
}
