import { familyOf } from "@hall/contracts/family";
import { listEndpointsOf as contractListEndpoints } from "@hall/contracts/lists";
import { isListContract } from "@hall/contracts/service-contract";
import { contracts } from "@hall/contracts/services";
import { services } from "@hall/domain/services";
import { describe, expect, it } from "vitest";
import { listEndpointsOf } from "../lists/endpoints.ts";
import { checkOf, guideOf, standingOf, submitOf, viewOf } from "./family.ts";

/** What both sides have to agree on. */
const face = ({ id, method, path, status, idempotent, answerType, bodyType }: Face) => ({
  id,
  method,
  path,
  status,
  idempotent,
  answerType,
  bodyType,
});
type Face = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly status?: number | undefined;
  readonly idempotent?: boolean | undefined;
  readonly answerType?: string | undefined;
  readonly bodyType?: string | undefined;
};

describe.each(Object.entries(contracts))("the browser's addresses of %s", (code, contract) => {
  const service = Object.values(services).find((each) => each.code === code);
  if (!service) throw new Error(`${code} has no service`);

  it("are those of the contract", () => {
    const views = Object.keys("views" in contract ? contract.views : {});
    const mine = [
      guideOf(code),
      standingOf(code),
      ...views.map((view) => viewOf(code, view)),
      ...(contract.kind === "application" ? [checkOf(code), submitOf(code)] : []),
    ];
    expect(mine.map(face)).toEqual(familyOf(service, contract).map(face));
  });
});

const lists = Object.entries(contracts).flatMap(([code, contract]) =>
  isListContract(contract) ? [{ code, contract }] : [],
);

it.each(lists)("the browser's addresses of the list of $code are those of its contract", (list) => {
  const { code, contract } = list;
  const service = Object.values(services).find((each) => each.code === code);
  const theirs: Readonly<Record<string, Face>> = service
    ? contractListEndpoints(service, contract)
    : {};
  const mine: Readonly<Record<string, Face>> = listEndpointsOf(code);
  expect(Object.keys(mine).sort()).toEqual(Object.keys(theirs).sort());
  for (const [name, endpoint] of Object.entries(theirs)) {
    const own = mine[name];
    expect(own && face(own)).toEqual(face(endpoint));
  }
});
