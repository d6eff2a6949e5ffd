import { describe, expect, it } from "vitest";
import { keyName, type Pressed, shortcutFor } from "./shortcut.ts";

const plain: Pressed = {
  key: "a",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
};
const named = (words: string, ...keys: string[]) => ({ keys, words, run: () => undefined });
const page = [named("通过", "a"), named("下一件", "j", "ArrowDown"), named("打开", "Enter")];

/** The first element of the markup. */
function element(markup: string): Element {
  document.body.innerHTML = markup;
  const found = document.body.querySelector("[data-here]") ?? document.body.firstElementChild;
  if (!found) throw new Error("no element");
  return found;
}

describe("shortcutFor", () => {
  it.each([
    ["a letter on the page", plain, "<main></main>", "通过"],
    ["the letter with shift or caps lock", { ...plain, key: "A" }, "<main></main>", "通过"],
    ["an arrow on a link", { ...plain, key: "ArrowDown" }, "<a href='#x'>件</a>", "下一件"],
    ["a letter on a tick box", plain, "<input type='checkbox'>", "通过"],
    ["Enter on the page", { ...plain, key: "Enter" }, "<main></main>", "打开"],
    ["Enter on a button", { ...plain, key: "Enter" }, "<button></button>", undefined],
    ["a key that means nothing here", { ...plain, key: "z" }, "<main></main>", undefined],
    ["copying with Ctrl", { ...plain, ctrlKey: true }, "<main></main>", undefined],
    ["a letter of pinyin", { ...plain, isComposing: true }, "<main></main>", undefined],
    ["a key that a component took", { ...plain, defaultPrevented: true }, "<p></p>", undefined],
    ["a letter in a text", plain, "<textarea></textarea>", undefined],
    ["a letter in a box", plain, "<input>", undefined],
    ["a letter on a select", plain, "<button aria-haspopup='listbox'></button>", undefined],
    [
      "an arrow between tabs",
      { ...plain, key: "ArrowDown" },
      "<div role='tablist'><div role='tab' data-here></div></div>",
      undefined,
    ],
  ])("%s", (_, pressed, markup, words) => {
    expect(shortcutFor(pressed, element(markup), page)?.words).toBe(words);
  });

  it("gives a key to whoever declared it last", () => {
    expect(shortcutFor(plain, null, [...page, named("答复", "a")])?.words).toBe("答复");
  });
});

it("names keys as they stand on the keyboard", () => {
  expect(["a", "?", "ArrowDown", "Escape"].map(keyName)).toEqual(["A", "?", "↓", "Esc"]);
});
