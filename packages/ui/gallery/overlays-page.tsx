import { useState } from "react";
import { DateField } from "../src/date-field.tsx";
import { Row } from "../src/layout.tsx";
import { Menu } from "../src/menu.tsx";
import { MonthField } from "../src/month-field.tsx";
import { SelectField } from "../src/select-field.tsx";
import { Dialogs } from "./dialogs.tsx";
import { Frame, Show } from "./frame.tsx";

/** What opens over a page, alone, so that the test of each open state is quick. */
export function OverlaysPage() {
  const [day, setDay] = useState("2026-03-18");
  const [month, setMonth] = useState("2026-03");
  const [tier, setTier] = useState("1");
  return (
    <Frame title="打开的样子" lead="对话框、菜单、日历和选项。">
      <Show title="打开试试">
        <Row>
          <Dialogs />
          <Menu
            label="更多"
            variant="secondary"
            entries={[
              { id: "a", label: "复制办件编号", onPress: () => undefined },
              { id: "b", label: "撤回申请", note: "审核开始前可以撤回", onPress: () => undefined },
              { id: "c", label: "评价", isDisabled: true },
            ]}
          />
        </Row>
        <DateField label="离职日期" isRequired value={day} onChange={setDay} last="2026-03-25" />
        <MonthField
          label="起始月份"
          isRequired
          value={month}
          onChange={setMonth}
          first="2025-06"
          last="2026-08"
        />
        <SelectField
          label="缴费档次"
          isRequired
          value={tier}
          onChange={setTier}
          options={[
            { value: "1", label: "第 1 档", note: "基数 4,879.00 元" },
            { value: "2", label: "第 2 档", note: "基数 6,879.00 元" },
            { value: "3", label: "第 3 档", note: "本月没有", isDisabled: true },
          ]}
        />
      </Show>
    </Frame>
  );
}
