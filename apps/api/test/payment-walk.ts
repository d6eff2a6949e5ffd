import { caseWalk } from "./case-walk.ts";
import type { TestHall } from "./harness.ts";

/** Walks payments through finance and the bank's stand-in. */
export function paymentWalk(test: TestHall) {
  const { post, get } = caseWalk(test);
  const batches = "/backoffice/payment-batches";
  const make = (orders?: readonly string[], as = "finance1") =>
    post(batches, as, orders ? { orders } : {});
  const release = (id: string, as = "finance2") => post(`${batches}/${id}/release`, as);

  /** Made by one, released by the other; answers the batch's id. */
  async function sent(orders?: readonly string[]): Promise<string> {
    const made = await make(orders);
    if (made.status !== 201) throw new Error(JSON.stringify(made.json));
    const { status, json } = await release(made.json.batch.id);
    if (status !== 200) throw new Error(JSON.stringify(json));
    return made.json.batch.id;
  }

  async function textOf(path: string, as = "finance2"): Promise<string> {
    const { status, json } = await get(path, as);
    if (status !== 200) throw new Error(JSON.stringify(json));
    return new TextDecoder().decode(json);
  }

  const bankFile = (id: string) => textOf(`${batches}/${id}/file`);
  const sampleResult = (id: string, returned: readonly string[] = []) =>
    textOf(`${batches}/${id}/sample-result?returned=${encodeURIComponent(returned.join(","))}`);

  async function importText(text: string, as = "finance2") {
    const response = await fetch(`${test.url}/api/v1/backoffice/bank-results`, {
      method: "POST",
      headers: { "content-type": "text/csv", authorization: `Bearer ${await test.tokenOf(as)}` },
      body: text,
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test says what it looks for
    const json: any = await response.json();
    return { status: response.status, json };
  }

  const orderOf = (applicationNumber: string) =>
    test.hall.db.paymentOrder.findFirstOrThrow({
      where: { applicationNumber },
      orderBy: { attempt: "desc" },
    });

  const statement = async () => (await get("/backoffice/daily-statement", "finance1")).json;

  return { make, release, sent, bankFile, sampleResult, importText, orderOf, statement };
}
