// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { type Later, later } from "./later.tsx";
import { Provider } from "./provider.tsx";

afterEach(cleanup);

/** A piece of which the first `failures` tries fail, with a box beside it that keeps its text. */
function drawFailing(failures: number) {
  const asked = { times: 0 };
  const Piece = later<{ readonly name: string }>(
    async () => {
      asked.times += 1;
      if (asked.times <= failures) throw new TypeError("no network");
      return ({ name }) => <p>这里是{name}</p>;
    },
    { waiting: () => <p>正在等</p> },
  );
  render(<Page Piece={Piece} />);
  return { user: userEvent.setup(), asked };
}

function Page({ Piece }: { readonly Piece: Later<{ readonly name: string }> }) {
  const [text, setText] = useState("");
  return (
    <Provider navigate={() => undefined}>
      <input aria-label="备注" value={text} onChange={(event) => setText(event.target.value)} />
      <Piece name="材料" />
    </Provider>
  );
}

describe("a piece that comes after the page", () => {
  it("says in its own place that it didn't come, keeps what was typed, and tries again", async () => {
    const { user, asked } = drawFailing(1);
    expect(screen.getByText("正在等")).toBeTruthy();
    await user.type(screen.getByRole("textbox"), "下午来取");
    expect(await screen.findByText("这部分没能加载出来")).toBeTruthy();
    expect(screen.getByText(/您填写的内容还在/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "再试一次" }));
    expect(await screen.findByText("这里是材料")).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("下午来取");
    expect(asked.times).toBe(2);
  });

  it("offers the page anew once it was tried in vain", async () => {
    const { user } = drawFailing(2);
    expect(await screen.findByText("这部分没能加载出来")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "重新打开本页" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "再试一次" }));
    expect(await screen.findByRole("button", { name: "重新打开本页" })).toBeTruthy();
  });

  it("is at hand where it was fetched ahead", async () => {
    const Piece = later(async () => () => <p>到了</p>, { waiting: () => <p>正在等</p> });
    await Piece.fetch();
    render(<Piece />);
    expect(screen.getByText("到了")).toBeTruthy();
  });
});
