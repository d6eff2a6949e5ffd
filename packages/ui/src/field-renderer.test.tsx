// @vitest-environment happy-dom
import type { Field } from "@hall/contracts/fields";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useForm } from "react-hook-form";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FieldRenderer, type FormValues, type ListRenderer } from "./field-renderer.tsx";
import { Provider } from "./provider.tsx";

afterEach(cleanup);

type FormProps = {
  readonly fields: ReadonlyArray<Field>;
  readonly values?: FormValues;
  readonly fault?: string;
  readonly onSave: (values: FormValues) => void;
  readonly renderList?: ListRenderer;
};

/** A form as a page makes it: fields from a contract, values out on 保存. */
function Form({ fields, values = {}, fault, onSave, renderList }: FormProps) {
  const form = useForm<FormValues>({ defaultValues: values });
  return (
    <Provider navigate={() => undefined}>
      <form onSubmit={form.handleSubmit(onSave)}>
        {fields.map((field) => (
          <FieldRenderer
            key={field.name}
            field={field}
            control={form.control}
            {...(renderList ? { renderList } : {})}
          />
        ))}
        <button type="submit">保存</button>
        <button
          type="button"
          onClick={() => form.setError(fields[0]?.name ?? "", { message: fault ?? "" })}
        >
          报错
        </button>
      </form>
    </Provider>
  );
}

function draw(props: Omit<FormProps, "onSave">) {
  const onSave = vi.fn<(values: FormValues) => void>();
  render(<Form {...props} onSave={onSave} />);
  const user = userEvent.setup();
  const saved = async (): Promise<FormValues | undefined> => {
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(onSave).toHaveBeenCalled());
    return onSave.mock.lastCall?.[0];
  };
  return { user, saved };
}

describe("a field of the kind", () => {
  it("text gives what was typed, and says what is wrong", async () => {
    const field: Field = {
      kind: "text",
      name: "bank",
      label: "收款银行",
      required: true,
      maxLength: 40,
    };
    const { user, saved } = draw({ fields: [field], fault: "请填写开户银行。" });
    const box = screen.getByRole("textbox", { name: "收款银行" });
    await user.type(box, "建设银行");
    expect(await saved()).toEqual({ bank: "建设银行" });
    await user.click(screen.getByRole("button", { name: "报错" }));
    expect(await screen.findByText("请填写开户银行。")).toBeTruthy();
    expect(box.getAttribute("aria-invalid")).toBe("true");
  });

  it("text of more than a line counts its characters", async () => {
    const field: Field = {
      kind: "text",
      name: "why",
      label: "说明",
      required: false,
      maxLength: 200,
    };
    const { user } = draw({ fields: [field] });
    expect(screen.getByText("选填")).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: /说明/ }), "已出售");
    expect(screen.getByText("已写 3 字，最多 200 字")).toBeTruthy();
  });

  it("mobile opens the keys of a telephone", async () => {
    const field: Field = { kind: "mobile", name: "mobile", label: "手机号码", required: true };
    const { user, saved } = draw({ fields: [field] });
    const box = screen.getByRole("textbox", { name: "手机号码" });
    expect(box.getAttribute("inputmode")).toBe("tel");
    await user.type(box, "13812341234");
    expect(await saved()).toEqual({ mobile: "13812341234" });
  });

  it("region goes from the province down and gives six digits", async () => {
    const field: Field = { kind: "region", name: "home", label: "户籍所在地", required: true };
    const { saved } = draw({ fields: [field], values: { home: "320583" } });
    const group = await screen.findByRole("group", { name: "户籍所在地" });
    const shown = within(group)
      .getAllByRole("button")
      .map((button) => button.textContent);
    expect(shown).toEqual(["江苏省", "苏州市", "昆山市"]);
    expect(await saved()).toEqual({ home: "320583" });
  });

  it("month-range takes months in any usual writing", async () => {
    const field: Field = { kind: "month-range", name: "months", label: "缴费月份", required: true };
    const { user, saved } = draw({ fields: [field], values: { months: { from: "", to: "" } } });
    await user.type(await screen.findByRole("textbox", { name: "从" }), "2025年7月");
    await user.type(screen.getByRole("textbox", { name: "到" }), "202603");
    await user.tab();
    expect(await saved()).toEqual({ months: { from: "2025-07", to: "2026-03" } });
  });

  it("month-range keeps what can't be read, and says so", async () => {
    const field: Field = { kind: "month-range", name: "months", label: "缴费月份", required: true };
    const { user, saved } = draw({ fields: [field], values: { months: { from: "", to: "" } } });
    await user.type(await screen.findByRole("textbox", { name: "从" }), "去年七月");
    await user.tab();
    expect(await screen.findByText("请按“年-月”填写，例如 2026-03。")).toBeTruthy();
    expect(await saved()).toEqual({ months: { from: "去年七月", to: "" } });
  });

  it("day takes a date in any usual writing, and no day that isn't one", async () => {
    const field: Field = { kind: "day", name: "left", label: "离职日期", required: true };
    const { user, saved } = draw({ fields: [field], values: { left: "" } });
    const box = await screen.findByRole("textbox", { name: "离职日期" });
    await user.type(box, "2026/2/30");
    await user.tab();
    expect(await screen.findByText("请按“年-月-日”填写，例如 2026-03-18。")).toBeTruthy();
    await user.clear(box);
    await user.type(box, "20260228");
    await user.tab();
    expect(await saved()).toEqual({ left: "2026-02-28" });
  });

  it("choice shows cards and only the options that fit the other fields", async () => {
    const pack: Field = {
      kind: "choice",
      name: "pack",
      label: "套餐",
      required: true,
      options: [
        { value: "A", label: "养老和医疗" },
        { value: "C", label: "仅医疗" },
      ],
    };
    const tier: Field = {
      kind: "choice",
      name: "tier",
      label: "档次",
      required: true,
      options: [
        { value: "A1", label: "第 1 档", when: { field: "pack", is: "A" } },
        { value: "C1", label: "医疗档", when: { field: "pack", is: "C" } },
      ],
    };
    const { user, saved } = draw({ fields: [pack, tier], values: { pack: "A", tier: "" } });
    expect(screen.queryByRole("radio", { name: "医疗档" })).toBeNull();
    await user.click(screen.getByRole("radio", { name: "仅医疗" }));
    await user.click(await screen.findByRole("radio", { name: "医疗档" }));
    expect(await saved()).toEqual({ pack: "C", tier: "C1" });
  });

  it("choice of many options opens a list", async () => {
    const options = Array.from({ length: 9 }, (_, index) => ({
      value: String(index),
      label: `第 ${index + 1} 档`,
    }));
    const field: Field = { kind: "choice", name: "tier", label: "档次", required: true, options };
    const { user, saved } = draw({ fields: [field], values: { tier: "" } });
    await user.click(await screen.findByRole("button", { name: /档次/ }));
    await user.click(await screen.findByRole("option", { name: "第 9 档" }));
    expect(await saved()).toEqual({ tier: "8" });
  });

  it("choices takes several", async () => {
    const field: Field = {
      kind: "choices",
      name: "schemes",
      label: "险种",
      required: true,
      options: [
        { value: "pension", label: "养老" },
        { value: "medical", label: "医疗" },
      ],
    };
    const { user, saved } = draw({ fields: [field], values: { schemes: ["pension"] } });
    await user.click(screen.getByRole("checkbox", { name: "医疗" }));
    expect(await saved()).toEqual({ schemes: ["pension", "medical"] });
  });

  it("consent shows the declaration and is true when ticked", async () => {
    const field: Field = {
      kind: "consent",
      name: "agreed",
      label: "承诺书",
      required: true,
      declaration: ["账户封存满六个月。", "如有不实，愿意退回。"],
    };
    const { user, saved } = draw({ fields: [field], values: { agreed: false } });
    expect(screen.getByText("如有不实，愿意退回。")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "我已阅读并同意以上内容" }));
    expect(await saved()).toEqual({ agreed: true });
  });

  it("list is drawn by its page", async () => {
    const field: Field = { kind: "list", name: "rows", label: "名单", required: true };
    const renderList: ListRenderer = ({ onChange }) => (
      <button type="button" onClick={() => onChange([{ line: 2 }])}>
        读入
      </button>
    );
    const { user, saved } = draw({ fields: [field], values: { rows: [] }, renderList });
    await user.click(screen.getByRole("button", { name: "读入" }));
    expect(await saved()).toEqual({ rows: [{ line: 2 }] });
  });
});

it("a field with a condition is there only while it holds", async () => {
  const moved: Field = {
    kind: "choice",
    name: "moved",
    label: "户籍",
    required: true,
    options: [
      { value: "no", label: "未迁出" },
      { value: "yes", label: "已迁出" },
    ],
  };
  const day: Field = {
    kind: "day",
    name: "day",
    label: "迁出日期",
    required: true,
    when: { field: "moved", is: "yes" },
  };
  const { user } = draw({ fields: [moved, day], values: { moved: "no", day: "" } });
  expect(screen.queryByRole("textbox", { name: "迁出日期" })).toBeNull();
  await user.click(screen.getByRole("radio", { name: "已迁出" }));
  expect(await screen.findByRole("textbox", { name: "迁出日期" })).toBeTruthy();
});
