import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepFocus } from "./focus-keeper.ts";

let stop: () => void;
const byId = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

beforeEach(() => {
  document.body.innerHTML = `<main id="main" tabindex="-1">
    <p id="row"><button id="act">发布</button></p><button id="other">撤下</button></main>`;
  stop = keepFocus(document);
});
afterEach(() => stop());

describe("the focus", () => {
  it("goes to the page where what had it is gone", async () => {
    byId("act").focus();
    byId("row").remove();
    await vi.waitFor(() => expect(document.activeElement?.id).toBe("main"));
  });

  it("stays where somebody else has put it meanwhile", async () => {
    byId("act").focus();
    byId("row").remove();
    byId("other").focus();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(document.activeElement?.id).toBe("other");
  });

  it("stays where it is when something else goes away", async () => {
    byId("other").focus();
    byId("row").remove();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(document.activeElement?.id).toBe("other");
  });
});
