import { ProblemError } from "@hall/client/problem";
import type { FileJson } from "@hall/contracts/files";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { registerFile, sendRest } from "./send-file.ts";

const SIZE = 700_000;
const file = new File([new Uint8Array(SIZE)], "正面.jpg");
const at = (state: FileJson["state"], receivedBytes: number) =>
  ({ id: "f", state, receivedBytes }) as FileJson;

const sent: string[] = [];
let answers: (Response | Error)[] = [];
const told = (json: FileJson) => Response.json(json);
/** Sends it all, with the pauses cut short. */
async function send(known: FileJson): Promise<FileJson> {
  const [whole] = await Promise.all([
    sendRest(known, file, () => undefined),
    vi.runAllTimersAsync(),
  ]);
  return whole;
}
const refused = (status: number) =>
  Response.json({ title: "标题", detail: "说明", status }, { status });

beforeEach(() => {
  sent.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async (url: string, { method }: RequestInit) => {
    sent.push(`${method} ${url.split("/files/")[1]}`);
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new TypeError("no network");
    return answer;
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a file on its way (EVD-3)", () => {
  it("goes on from where the line broke", async () => {
    answers = [
      told(at("receiving", 524_288)),
      new TypeError("cut"),
      told(at("receiving", 600_000)),
      told(at("ready", SIZE)),
    ];
    const whole = await send(at("receiving", 0));
    expect(whole.state).toBe("ready");
    expect(sent).toEqual(["PUT f?offset=0", "PUT f?offset=524288", "GET f", "PUT f?offset=600000"]);
  });

  it("asks again for a check that died with its process, until it is taken up", async () => {
    const waiting = Array.from({ length: 6 }, () => [refused(409), told(at("checking", SIZE))]);
    answers = [new TypeError("killed"), ...waiting.flat().slice(1), told(at("ready", SIZE))];
    const whole = await send(at("receiving", 524_288));
    expect(whole.state).toBe("ready");
    expect(sent.filter((each) => each === `PUT f?offset=${SIZE}`)).toHaveLength(6);
  });

  it("waits while there is no network, and goes on by itself", async () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    answers = [new TypeError("cut"), told(at("receiving", 524_288)), told(at("ready", SIZE))];
    const whole = sendRest(at("receiving", 0), file, () => undefined);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent).toEqual(["PUT f?offset=0"]);
    online.mockReturnValue(true);
    window.dispatchEvent(new Event("online"));
    await vi.runAllTimersAsync();
    expect((await whole).state).toBe("ready");
    online.mockRestore();
  });

  it("makes room once over a broken line, and doesn't mind when the server can't be asked", async () => {
    answers = [new TypeError("cut"), told(at("receiving", 0))];
    const [known] = await Promise.all([
      registerFile({ service: "card-photo", slot: "photo" }, file, "key-1"),
      vi.runAllTimersAsync(),
    ]);
    answers = [new TypeError("cut"), new TypeError("cut"), told(at("ready", SIZE))];
    expect((await send(known)).state).toBe("ready");
    expect(sent).toEqual([
      "POST undefined",
      "POST undefined",
      "PUT f?offset=0",
      "GET f",
      "PUT f?offset=0",
    ]);
  });

  it("gives a broken line up after four tries", async () => {
    answers = Array.from({ length: 8 }, (_, index) =>
      index % 2 === 0 ? new TypeError("cut") : told(at("receiving", 0)),
    );
    await expect(send(at("receiving", 0))).rejects.toThrow(ProblemError);
    expect(sent.filter((each) => each.startsWith("PUT"))).toHaveLength(4);
  });
});
