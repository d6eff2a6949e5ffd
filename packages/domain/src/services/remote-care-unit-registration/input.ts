import type { Day } from "../../dates.ts";
import type { RawRow, RowsInput } from "../../list.ts";
import { placesOutsideUrbanSuzhou } from "../../region-codes.ts";
import type { RemoteCareEntry } from "../../remote-care.ts";
import { readIdentity, readWrittenDay } from "../../row-rules.ts";
import type { CaseRequest, Request, Situation } from "../../service.ts";

/** The roster of staff who are permanently posted elsewhere. */
export type PostedInput = RowsInput;

export type PostedNeeds = "unit" | "unitPermissions" | "insuredRegister";
export type PostedSituation = Situation<PostedNeeds>;
export type PostedRequest = Request<PostedNeeds, PostedInput>;

/** Properties of a row, in the order of the template. */
export type PostedColumn = "name" | "identityNumber" | "region" | "place" | "from";

export const cellOf = (row: RawRow, column: PostedColumn): string => row.cells[column] ?? "";

/** The code of a place that was chosen by its name; null for any other text. */
export const regionCodeOf = (name: string): string | null =>
  placesOutsideUrbanSuzhou.find((place) => place.name === name)?.code ?? null;

/** What is known of the row's person; null for a number that isn't valid or isn't known. */
export function knownOf(row: RawRow, { facts, today }: PostedRequest) {
  const number = readIdentity(row, "identityNumber", today);
  return (number && facts.insuredRegister.get(number.number)) ?? null;
}

/** The registration of a row that every rule has passed; throws where one would have refused. */
export function entryOf(
  row: RawRow,
  { applicationNumber, today }: CaseRequest<PostedNeeds, PostedInput>,
): RemoteCareEntry {
  const number = readIdentity(row, "identityNumber", today);
  const region = regionCodeOf(cellOf(row, "region"));
  const from: Day | null = readWrittenDay(cellOf(row, "from"));
  if (number === null || region === null || from === null) {
    throw new Error(`line ${row.line} was confirmed without passing its check`);
  }
  return {
    number: `${applicationNumber}-${row.line}`,
    identityNumber: number.number,
    kind: "posted-worker",
    region,
    place: cellOf(row, "place"),
    from,
    until: null,
  };
}
