// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { DateField } from "./date-field.tsx";
import { parseDay } from "./date-text.tsx";
import { MonthField } from "./month-field.tsx";
import { PickedField, type PickedKind } from "./picked-field.tsx";
import { Provider } from "./provider.tsx";

afterEach(cleanup);

type Drawn = typeof DateField | ((props: Parameters<typeof DateField>[0]) => React.ReactNode);

function draw(Field: Drawn) {
  function Form() {
    const [value, setValue] = useState("");
    return <Field label="日期" value={value} onChange={setValue} />;
  }
  render(
    <Provider navigate={() => undefined}>
      <Form />
    </Provider>,
  );
  return { user: userEvent.setup(), box: screen.getByRole<HTMLInputElement>("textbox") };
}

describe("a field that one may pick for", () => {
  it("takes a month from the table, which comes when it is asked for", async () => {
    const { user, box } = draw(MonthField);
    await user.type(box, "2026年3月");
    await user.click(screen.getByRole("button", { name: /打开月份表/ }));
    await user.click(await screen.findByRole("button", { name: "2026年7月" }));
    expect(box.value).toBe("2026-07");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("opens the calendar at the day that was typed", async () => {
    const { user, box } = draw(DateField);
    await user.type(box, "2026.3.18");
    await user.click(screen.getByRole("button", { name: /打开日历/ }));
    expect(await screen.findByRole("dialog")).toBeTruthy();
    const chosen = await screen.findByRole("gridcell", { selected: true });
    expect(chosen.textContent).toBe("18");
  });

  it("says so where the table doesn't come, goes on with typing, and tries again", async () => {
    let tries = 0;
    const kind: PickedKind = {
      read: parseDay,
      unreadable: "看不懂",
      hint: "",
      open: "打开",
      Icon: CalendarDays,
      load: async () => {
        tries += 1;
        throw new TypeError("no network");
      },
    };
    const { user, box } = draw((props) => <PickedField {...props} kind={kind} />);
    await user.click(screen.getByRole("button", { name: /打开/ }));
    expect(await screen.findByText(/请直接输入/)).toBeTruthy();
    await user.type(box, "2026-3-18");
    await user.tab();
    expect(box.value).toBe("2026-03-18");
    await user.click(screen.getByRole("button", { name: /打开/ }));
    expect(tries).toBe(2);
  });
});
