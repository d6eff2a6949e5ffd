// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { dateText, instantText, parseDay, parseMonth } from "./date-text.tsx";
import { FieldMark } from "./field-mark.tsx";
import { FindingCards } from "./finding-cards.tsx";
import { Link } from "./link.tsx";
import { parseYuan, withUnits, yuanText } from "./money.tsx";
import { MoneyField, type MoneyInput } from "./money-field.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { Provider } from "./provider.tsx";
import { SearchBox } from "./search-box.tsx";
import { Table } from "./table.tsx";

afterEach(cleanup);

describe("what people type", () => {
  it.each([
    ["2026-03-18", "2026-03-18"],
    [" 2026/3/8 ", "2026-03-08"],
    ["20260318", "2026-03-18"],
    ["2026年3月18日", "2026-03-18"],
    ["2028.2.29", "2028-02-29"],
    ["2026-02-29", undefined],
    ["2026-13-01", undefined],
    ["明天", undefined],
  ])("%s is the day %s", (text, day) => expect(parseDay(text)).toBe(day));

  it.each([
    ["2026-3", "2026-03"],
    ["202612", "2026-12"],
    ["2026年7月", "2026-07"],
    ["2026-00", undefined],
    ["2026-13", undefined],
  ])("%s is the month %s", (text, month) => expect(parseMonth(text)).toBe(month));

  it.each([
    ["1234.56", 123456],
    ["12,345.6", 1234560],
    ["￥1，000 元", 100000],
    ["0.05", 5],
    ["1.234", undefined],
    ["-5", undefined],
    ["三千", undefined],
    ["", undefined],
  ])("%s is %s fen", (text, fen) => expect(parseYuan(text)).toBe(fen));
});

describe("what is shown", () => {
  it.each([
    [0, "0.00"],
    [5, "0.05"],
    [-123456789, "-1,234,567.89"],
    [900719925474099300n, "9,007,199,254,740,993.00"],
  ])("%s fen is %s", (fen, text) => expect(yuanText(fen)).toBe(text));

  it("a sum and its unit on one line, and all else as it was", () => {
    expect(withUnits("每月 1,234.50 元，共 3 个月")).toBe("每月 1,234.50\u00a0元，共 3 个月");
    expect(withUnits("以 元 计")).toBe("以 元 计");
  });

  it("dates as they are read aloud", () => {
    expect(dateText("2026-03-08")).toBe("2026年3月8日");
    expect(dateText("2026-03")).toBe("2026年3月");
    expect(instantText("2026-03-18T16:30:00Z")).toBe("2026年3月19日 00:30");
  });
});

function Sum({ onChange }: { onChange: (value: MoneyInput) => void }) {
  const [value, setValue] = useState<MoneyInput | null>(null);
  return (
    <MoneyField
      label="金额"
      isRequired
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

describe("a link", () => {
  it.each([
    ["/guide", "/office/guide"],
    ["https://si.12333.gov.cn", "https://si.12333.gov.cn"],
    ["tel:051212345678", "tel:051212345678"],
  ])("to %s goes to %s", (href, goesTo) => {
    render(
      <Provider navigate={() => undefined} base="/office">
        <Link href={href}>去看看</Link>
      </Provider>,
    );
    expect(screen.getByRole("link", { name: "去看看" }).getAttribute("href")).toBe(goesTo);
  });
});

describe("a field of money", () => {
  it("gives fen, and puts the separators in when it is left", async () => {
    const onChange = vi.fn();
    render(<Sum onChange={onChange} />);
    const user = userEvent.setup();
    await user.type(screen.getByRole("textbox"), "12345.6");
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith(1234560);
    expect(screen.getByRole("textbox")).toHaveProperty("value", "12,345.60");
  });

  it("keeps what can't be read, and says how to write it", async () => {
    const onChange = vi.fn();
    render(<Sum onChange={onChange} />);
    const user = userEvent.setup();
    await user.type(screen.getByRole("textbox"), "三千");
    await user.tab();
    expect(onChange).toHaveBeenLastCalledWith("三千");
    expect(screen.getByRole("textbox")).toHaveProperty("value", "三千");
    expect(screen.getByText("请填写金额，例如 1234.56，最多两位小数。")).toBeTruthy();
  });
});

it("a card for each rule that refuses, and none for one that holds", () => {
  const shared = {
    citation: { kind: "law" as const, text: "《条例》第二十四条" },
    figures: [],
  };
  render(
    <Provider navigate={() => undefined}>
      <FindingCards
        findings={[
          {
            ...shared,
            rule: "SAW-1",
            claim: "a",
            words: "有账户",
            outcome: "holds",
            message: "有账户",
          },
          {
            ...shared,
            rule: "SAW-2",
            claim: "b",
            words: "封存满六个月",
            outcome: "later",
            message: "还不满六个月。",
            firstDay: "2026-06-01",
            figures: [
              {
                role: "required",
                label: "要封存",
                value: { kind: "count", count: 6, unit: "个月" },
              },
              { role: "actual", label: "已封存", value: { kind: "count", count: 3, unit: "个月" } },
              { role: "gap", label: "还差", value: { kind: "count", count: 3, unit: "个月" } },
              { role: "detail", label: "余额", value: { kind: "money", fen: 100 } },
            ],
          },
        ]}
        actions={(finding) => <button type="button">提醒我 {finding.firstDay}</button>}
      />
    </Provider>,
  );
  const card = screen.getByRole("article", { name: "还不满六个月。" });
  const text = card.textContent ?? "";
  for (const part of ["SAW-2", "要封存6 个月", "已封存3 个月", "还差3 个月", "余额1.00元"]) {
    expect(text).toContain(part);
  }
  expect(text).toContain("最早可办2026年6月1日");
  expect(text).toContain("《条例》第二十四条");
  expect(within(card).getByRole("button", { name: "提醒我 2026-06-01" })).toBeTruthy();
  expect(screen.getAllByRole("article")).toHaveLength(1);
});

it("a problem's fault jumps to its field", async () => {
  const problem = {
    title: "有一处需要改正",
    errors: [
      { path: "/mobile", message: "手机号码应为11位。" },
      { path: "/elsewhere", message: "别处的错。" },
    ],
  };
  render(
    <>
      <ProblemNotice problem={problem} />
      <FieldMark name="mobile">
        <input aria-label="手机号码" />
      </FieldMark>
    </>,
  );
  await userEvent.click(screen.getByRole("button", { name: "手机号码应为11位。" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
  expect(screen.queryByRole("button", { name: "别处的错。" })).toBeNull();
});

it("a search answers to arrows and Enter", async () => {
  const onPick = vi.fn();
  const onSubmit = vi.fn();
  const hits = [
    { id: "03", title: "参保证明" },
    { id: "30", title: "销户提取" },
  ];
  render(<SearchBox onInput={() => undefined} hits={hits} onPick={onPick} onSubmit={onSubmit} />);
  const user = userEvent.setup();
  const box = screen.getByRole("combobox", { name: "搜索" });
  await user.type(box, "提取{ArrowDown}{ArrowDown}");
  expect(screen.getByRole("option", { name: "销户提取" }).getAttribute("aria-selected")).toBe(
    "true",
  );
  await user.keyboard("{Enter}");
  expect(onPick).toHaveBeenCalledWith(hits[1]);
  expect(onSubmit).not.toHaveBeenCalled();
  await user.type(box, "退休{Enter}");
  expect(onSubmit).toHaveBeenCalledWith("退休");
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("listbox")).toBeNull();
});

it("a cell is mended in place and names its fault", async () => {
  const onChange = vi.fn();
  render(
    <Table
      caption="名单"
      rows={[{ name: "测学一", number: "1" }]}
      rowKey={(row) => row.name}
      rowName={(row) => row.name}
      columns={[
        { key: "name", title: "姓名", cell: (row) => row.name, isRowHeader: true },
        {
          key: "number",
          title: "证件号码",
          cell: (row) => row.number,
          edit: { value: (row) => row.number, onChange, error: () => "应为18位。" },
        },
      ]}
    />,
  );
  const user = userEvent.setup();
  const box = screen.getByRole("textbox", { name: "测学一，证件号码" });
  const fault = document.getElementById(box.getAttribute("aria-describedby") ?? "");
  expect(fault?.textContent).toBe("应为18位。");
  await user.type(box, "2");
  expect(onChange).toHaveBeenCalledWith({ name: "测学一", number: "1" }, "12");
});

it("a cell that goes out when it is left, by Enter too, isn't told of each key", async () => {
  const onChange = vi.fn();
  const onEnter = vi.fn((cell: HTMLElement) => cell.blur());
  const row = { name: "测学一" };
  render(
    <Table
      caption="名单"
      rows={[row]}
      rowKey={({ name }) => name}
      rowName={({ name }) => name}
      columns={[
        {
          key: "name",
          title: "姓名",
          cell: ({ name }) => name,
          edit: { value: ({ name }) => name, onChange, isOnLeave: true, onEnter },
        },
      ]}
    />,
  );
  const user = userEvent.setup();
  await user.type(screen.getByRole("textbox", { name: "测学一，姓名" }), "二");
  expect(onChange).not.toHaveBeenCalled();
  await user.keyboard("{Enter}");
  expect(onEnter).toHaveBeenCalledOnce();
  expect(onChange).toHaveBeenCalledExactlyOnceWith(row, "测学一二");
});
