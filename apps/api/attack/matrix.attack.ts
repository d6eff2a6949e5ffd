import { randomUUID } from "node:crypto";
import type { Endpoint } from "@hall/contracts/endpoint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../src/routes.ts";
import { openTestHall, type TestHall } from "../test/harness.ts";
import { type Answer, ask } from "./ask.ts";
import { castOf, dueTo, type Player } from "./cast.ts";
import { count } from "./counts.ts";
import { faultsOf } from "./faults.ts";
import { addressOf, thingOf } from "./places.ts";
import { openToAll } from "./planted.ts";

let test: TestHall;
let cast: readonly Player[];
let checks = 0;
beforeAll(async () => {
  test = await openTestHall();
  cast = await castOf(test);
});
afterAll(async () => {
  count("matrix of roles", { endpoints: endpoints.length, roles: cast.length, checks });
  await test.close();
});

const endpoints = routes.map(({ endpoint }) => endpoint);

/** What the role check in front of every handler says with, and no handler does. */
const TURNED_AWAY = "当前登录的身份不能进行这项操作。";

async function knock(url: string, player: Player, endpoint: Endpoint): Promise<Answer> {
  checks += 1;
  return ask(url, endpoint.method, addressOf(endpoint), {
    token: await player.token(endpoint.path.endsWith("/sign-out") ? "anew" : undefined),
    headers: { "idempotency-key": randomUUID() },
    ...(endpoint.body ? { body: {} } : {}),
  });
}

/** Null where the player got what is due to them. */
function holeOf(player: Player, endpoint: Endpoint, answer: Answer): string | null {
  const due = dueTo(player, endpoint);
  const got = `${player.name}: ${answer.status} ${answer.json?.code ?? ""}`;
  if (due !== "in") {
    const isTurned = answer.status === due.status && answer.json?.code === due.code;
    return isTurned ? null : `${got} in place of ${due.status} ${due.code}`;
  }
  const isPublic = endpoint.access.includes("public");
  const isShut = answer.json?.detail === TURNED_AWAY || (answer.status === 401 && !isPublic);
  return isShut ? `${got} though it is theirs` : null;
}

async function holesOf(
  url: string,
  endpoint: Endpoint,
  players: readonly Player[],
): Promise<readonly string[]> {
  const found = await Promise.all(
    players.map(async (player) => {
      const answer = await knock(url, player, endpoint);
      const hole = holeOf(player, endpoint, answer);
      return [
        ...(hole ? [hole] : []),
        ...faultsOf(answer).map((each) => `${player.name}: ${each}`),
      ];
    }),
  );
  return found.flat();
}

describe("every endpoint lets in whom its contract names, and nobody else", () => {
  it.each(endpoints.map((endpoint) => [endpoint.method, endpoint.path, endpoint] as const))(
    "%s %s",
    async (_method, _path, endpoint) => {
      expect(await holesOf(test.url, endpoint, cast)).toEqual([]);
    },
  );
});

describe("the contracts themselves", () => {
  it("are open to everybody only where nothing of anybody shows", () => {
    const open = endpoints.filter(({ access }) => access.includes("public"));
    const known =
      /^\/(auth\/|services(\/[\w-]+)?$|notices$|rules(\/\{code\})?$|verification\/|verification-key$)/;
    expect(open.filter(({ path }) => !known.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it("keep the back office for staff, and the citizens' side for its own", () => {
    const wrong = endpoints.filter(({ path, access }) =>
      path.startsWith("/backoffice/")
        ? access.some((each) => ["public", "person", "agent"].includes(each))
        : /^\/(applications|drafts|messages)/.test(path) &&
          access.some((each) => !["person", "agent"].includes(each)),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("name only things that the attack knows", () => {
    const unknown = endpoints.filter((endpoint) => thingOf(endpoint) === undefined);
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });
});

describe("a planted hole", () => {
  it("is found: an endpoint of the auditors' that forgets to ask who calls", async () => {
    const endpoint = endpoints.find(({ id }) => id === "backoffice.searchAudit");
    if (!endpoint) throw new Error("no such endpoint");
    const broken = await openTestHall({}, { mounted: openToAll(routes, endpoint.id) });
    const holes = await holesOf(broken.url, endpoint, await castOf(broken));
    await broken.close();
    // All but the auditor.
    expect(holes.filter((hole) => hole.includes("in place of"))).toHaveLength(cast.length - 1);
  });
});
