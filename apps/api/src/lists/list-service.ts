import { type AnyListContract, isListContract } from "@hall/contracts/service-contract";
import type { FactName } from "@hall/domain/facts";
import { judgeAll } from "@hall/domain/findings";
import type { RawRow } from "@hall/domain/list";
import { policyEntryToJson } from "@hall/domain/policy";
import type { Request, Situation } from "@hall/domain/service";
import { toStored } from "@hall/domain/stored-json";
import { type AnyApplication, contractOf, registry } from "../cases/services.ts";
import { type Asking, judgeStanding, type Read, readSituation } from "../cases/situation.ts";
import type { Hall } from "../hall.ts";
import type { Batch } from "../store/list-batches.ts";
import type { Seat } from "./thread-messages.ts";
import { type AnyList, listOf } from "./thread-work.ts";

/** A service whose input is rows, with its contract and its list. */
export interface ListService {
  readonly service: AnyApplication;
  readonly contract: AnyListContract;
  readonly list: AnyList;
}

/** Every service that has a list. */
export const listServices: readonly ListService[] = registry.flatMap(([code, service]) => {
  const contract = contractOf(code);
  if (service.kind !== "application" || !isListContract(contract)) return [];
  return [{ service, contract, list: listOf(code) }];
});

/** What was chosen for the whole list, as the domain has it. */
export const optionsOf = ({ contract }: ListService, batch: Pick<Batch, "options">): object =>
  contract.options.parse(batch.options);

/** The unit's situation; null where there is no such unit. */
export const situationFor = (
  hall: Hall,
  { service }: ListService,
  unitId: string,
  asking: Asking = {},
): Promise<Read | null> => readSituation(hall, service, unitId, asking);

export const columnsOf = ({ list }: ListService, situation: Situation<FactName>) =>
  list.columns(situation);

/** What stands against the list as a whole, and what it would come to. */
export function judgeWhole(
  { service }: ListService,
  read: Read,
  options: object,
  rows: readonly RawRow[],
) {
  const request: Request<FactName, unknown> = { ...read.situation, input: { ...options, rows } };
  const findings = [
    ...judgeStanding(service, read).findings,
    ...judgeAll(service.request, request),
  ].filter(({ outcome }) => outcome !== "holds");
  const quote = findings.length === 0 ? (service.quote?.(request) ?? null) : null;
  return { findings, quote };
}

/** What a thread needs to judge the rows: everything that is the same for all of them. */
export async function seatOf(
  hall: Hall,
  { service }: ListService,
  { situation, loaded }: Read,
  options: object,
): Promise<Seat> {
  const { book } = await hall.policy.at(loaded.policyVersion);
  return {
    service: service.code,
    options: toStored(options),
    now: situation.now.toString(),
    policy: {
      version: book.version,
      entries: book
        .keys()
        .flatMap((key) => book.history(key))
        .map(policyEntryToJson),
    },
  };
}
