import { ProblemError } from "@hall/client/problem";
import type { BatchJson, ListRowJson } from "@hall/contracts/lists";
import type { Problem } from "@hall/contracts/problem";
import { announce } from "@hall/ui/announce";
import { useRef, useState } from "react";
import { call } from "../api/call.ts";
import { keyOfAnswer, queryClient } from "../api/use-answer.ts";
import { listEndpointsOf } from "./endpoints.ts";
import { words } from "./words.ts";

type Change = { readonly cells?: Record<string, string>; readonly removed?: boolean };

export interface Mender {
  /** The rows as the server judged them last, with what isn't judged yet on top. */
  readonly rowOf: (row: ListRowJson) => ListRowJson;
  readonly isMended: (row: ListRowJson) => boolean;
  /** Sends what now stands in a cell, if it is another text than was judged or is on its way. */
  readonly change: (row: ListRowJson, key: string, text: string) => void;
  readonly setRemoved: (row: ListRowJson, removed: boolean) => void;
  readonly problem: Problem | null;
}

/**
 * Mends a list row by row: a choice goes out when it is made, a text when its cell is left, one
 * after the other, and comes back judged. Rows stay where they are, so that nothing jumps under the hands.
 */
export function useMending(service: string, batchId: string): Mender {
  const [judged, setJudged] = useState<ReadonlyMap<number, ListRowJson>>(new Map());
  const [typed, setTyped] = useState<ReadonlyMap<number, Readonly<Record<string, string>>>>(
    new Map(),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const queue = useRef<Promise<void>>(Promise.resolve());

  // What is on its way, so that leaving a cell meanwhile doesn't send the same again.
  const underway = useRef(new Map<number, Readonly<Record<string, string>>>());

  const send = (line: number, change: Change) => {
    underway.current.set(line, { ...underway.current.get(line), ...change.cells });
    queue.current = queue.current.then(async () => {
      try {
        const { rows } = await mendOnce(service, batchId, line, change);
        setProblem(null);
        setJudged((before) => new Map([...before, ...rows.map((row) => [row.line, row] as const)]));
        setTyped((before) => withoutSent(before, line, change.cells ?? {}));
        const row = rows.find((each) => each.line === line);
        if (row && change.cells) announce(words.mend.checked(line, row.faults.length));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        setProblem(error.problem);
      } finally {
        underway.current = withoutSent(underway.current, line, change.cells ?? {});
      }
    });
  };
  // As they were read or judged, without what is typed on top: against that a change is a change.
  const standing = useRef(new Map<number, ListRowJson>());
  const latest = ({ line }: ListRowJson) => judged.get(line) ?? standing.current.get(line);
  const isNews = (row: ListRowJson, key: string, text: string) =>
    text.trim() !==
    (underway.current.get(row.line)?.[key]?.trim() ?? latest(row)?.cells[key] ?? "");
  return {
    rowOf: (row) => {
      standing.current.set(row.line, row);
      const known = judged.get(row.line) ?? row;
      return { ...known, cells: { ...known.cells, ...typed.get(row.line) } };
    },
    isMended: (row) => row.faults.length > 0 && latest(row)?.faults.length === 0,
    change: (row, key, text) => {
      if (!isNews(row, key, text)) return;
      setTyped((before) => new Map(before).set(row.line, { ...before.get(row.line), [key]: text }));
      send(row.line, { cells: { [key]: text } });
    },
    setRemoved: (row, removed) => send(row.line, { removed }),
    problem,
  };
}

/** What was typed since the change was sent stays typed. */
function withoutSent(
  typed: ReadonlyMap<number, Readonly<Record<string, string>>>,
  line: number,
  sent: Readonly<Record<string, string>>,
) {
  const left = Object.entries(typed.get(line) ?? {}).filter(([key, text]) => sent[key] !== text);
  return new Map(typed).set(line, Object.fromEntries(left));
}

/** One change; where the list was changed elsewhere meanwhile it is read anew and tried again once. */
async function mendOnce(service: string, id: string, line: number, change: Change) {
  const { mend, batch: look } = listEndpointsOf(service);
  const key = keyOfAnswer(look, { params: { id } });
  const attempt = (version: number) =>
    call(mend, { params: { id }, body: { version, rows: [{ line, ...change }] } });
  const known = queryClient.getQueryData<BatchJson>(key);
  const version = known?.version ?? (await call(look, { params: { id } })).version;
  const answer = await attempt(version).catch(async (error: unknown) => {
    const isStale = error instanceof ProblemError && error.problem.code === "stale-version";
    if (!isStale) throw error;
    return attempt((await call(look, { params: { id } })).version);
  });
  queryClient.setQueryData(key, answer.batch);
  return answer;
}
