import { randomUUID } from "node:crypto";
import type { Answer, TestHall } from "./harness.ts";

const SERVICE = "/services/sealed-account-withdrawal";

/** Walks a sealed-account withdrawal through the hall, as its people would. */
export function caseWalk(test: TestHall) {
  const post = (path: string, as: string, body: unknown = {}, key: string = randomUUID()) =>
    test.api("POST", path, { as, body, key });
  const get = (path: string, as: string) => test.api("GET", path, { as });

  async function submit(as: string, payee = "citizen-card"): Promise<string> {
    const input = {
      householdRegion: "340000",
      householdAddress: "安徽省阜阳市颍州区清河东路 12 号",
      payee,
      declarationAccepted: true,
    };
    const checked = await test.api("POST", `${SERVICE}/check`, { as, body: { input } });
    const body = { input, quoteHash: checked.json.quoteHash, evidence: [] };
    return numberOf(await post(`${SERVICE}/applications`, as, body));
  }

  const cases = "/backoffice/cases";
  const claim = (number: string, as = "reviewer1") => post(`${cases}/${number}/claim`, as);
  const release = (number: string, as = "reviewer1") => post(`${cases}/${number}/release`, as);
  const look = (number: string, as = "reviewer1") => get(`${cases}/${number}`, as);
  const decide = (number: string, decision: unknown, as = "reviewer1", key?: string) =>
    post(`${cases}/${number}/decision`, as, decision, key);

  async function approved(person: string): Promise<string> {
    const number = await submit(person);
    await claim(number);
    const first = await decide(number, { kind: "approve" });
    if (first.json.outcome === "first-approved") {
      await claim(number, "reviewer2");
      await decide(number, { kind: "approve" }, "reviewer2");
    }
    return number;
  }

  return { post, get, submit, claim, release, look, decide, approved };
}

function numberOf({ status, json }: Answer): string {
  if (status !== 201) throw new Error(`not taken in: ${status} ${JSON.stringify(json)}`);
  return json.number;
}
