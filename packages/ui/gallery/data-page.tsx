import { useState } from "react";
import { Button } from "../src/button.tsx";
import { DateText } from "../src/date-text.tsx";
import { KeyValue } from "../src/key-value.tsx";
import { LazyChart } from "../src/lazy-chart.tsx";
import { Money } from "../src/money.tsx";
import { Pager } from "../src/pager.tsx";
import { type Column, Table } from "../src/table.tsx";
import { Frame, Show } from "./frame.tsx";

type Entry = {
  readonly month: string;
  readonly what: string;
  readonly fen: number;
  readonly balanceFen: number;
};

const entries: ReadonlyArray<Entry> = [
  { month: "2026-03", what: "单位和个人缴存", fen: 240000, balanceFen: 12845630 },
  { month: "2026-02", what: "提取偿还商业贷款本息", fen: -1200000, balanceFen: 12605630 },
  { month: "2026-01", what: "单位和个人缴存", fen: 240000, balanceFen: 13805630 },
];

const entryColumns: ReadonlyArray<Column<Entry>> = [
  {
    key: "month",
    title: "月份",
    isRowHeader: true,
    isNoWrap: true,
    cell: (row) => <DateText value={row.month} />,
  },
  { key: "what", title: "事由", cell: (row) => row.what },
  { key: "fen", title: "金额", align: "end", cell: (row) => <Money fen={row.fen} isSigned /> },
  { key: "balance", title: "余额", align: "end", cell: (row) => <Money fen={row.balanceFen} /> },
];

type Pupil = {
  readonly line: number;
  readonly name: string;
  readonly number: string;
  readonly grade: string;
};

export function DataPage() {
  return (
    <Frame title="数据" lead="明细、表格、可以当场改的名单，以及图。">
      <Show title="名与值">
        <KeyValue
          columns={2}
          items={[
            { label: "姓名", value: "测灵一" },
            { label: "证件号码", value: "3205**********9915" },
            { label: "个人编号", value: "P0000001" },
            { label: "参保状态", value: "灵活就业，正常缴费", note: "自 2022年7月起" },
            { label: "绑定银行卡", value: "中国建设银行苏州工业园区支行 6217***********2345" },
            { label: "缴费基数", value: <Money fen={487900} /> },
          ]}
        />
      </Show>
      <Show title="表格">
        <Table
          caption="住房公积金明细，2026年1月至3月"
          columns={entryColumns}
          rows={entries}
          rowKey={(row) => row.month}
          rowActions={() => (
            <Button size="small" variant="quiet">
              凭证
            </Button>
          )}
          totals={{ month: "合计", fen: <Money fen={-720000} isSigned /> }}
        />
        <Pager
          depth={2}
          hasNext
          from={41}
          to={60}
          onNext={() => undefined}
          onPrevious={() => undefined}
          onFirst={() => undefined}
        />
        <Table
          caption="没有记录的表格"
          columns={entryColumns}
          rows={[]}
          rowKey={(row) => row.month}
          empty="2019年以前没有缴存记录。"
        />
      </Show>
      <Show title="当场改名单">
        <Mending />
      </Show>
      <Show title="图">
        <LazyChart
          title="每月还款"
          summary="每月还 4,812.35 元，利息逐月减少，2031年起本金超过利息的三倍。"
          kind="stacked"
          format="money"
          axisLabel="年份"
          series={[
            { key: "principal", label: "本金" },
            { key: "interest", label: "利息" },
          ]}
          points={Array.from({ length: 10 }, (_, index) => ({
            label: `${2026 + index}年`,
            values: { principal: 3600000 + index * 160000, interest: 2100000 - index * 160000 },
          }))}
        />
        <LazyChart
          title="剩余本金"
          summary="从 60 万元逐年减少，2035年还清。"
          kind="line"
          format="money"
          axisLabel="年份"
          series={[
            { key: "now", label: "按原计划" },
            { key: "early", label: "提前还款后" },
          ]}
          points={Array.from({ length: 10 }, (_, index) => ({
            label: `${2026 + index}年`,
            values: {
              now: 60000000 - index * 6000000,
              early: Math.max(0, 60000000 - index * 8500000),
            },
          }))}
        />
      </Show>
    </Frame>
  );
}

function Mending() {
  const [pupils, setPupils] = useState<ReadonlyArray<Pupil>>([
    { line: 2, name: "测学一", number: "320599201309019928", grade: "三年级" },
    { line: 3, name: "测学二", number: "32059920130901992", grade: "三年级" },
    { line: 4, name: "测学三", number: "320599201311119931", grade: "" },
  ]);
  const change = (row: Pupil, part: Partial<Pupil>) =>
    setPupils(pupils.map((pupil) => (pupil.line === row.line ? { ...pupil, ...part } : pupil)));
  const numberFault = (row: Pupil) =>
    row.number.length === 18 ? undefined : `身份证号码应为18位，现在是${row.number.length}位。`;
  const gradeFault = (row: Pupil) => (row.grade ? undefined : "请选择年级。");
  return (
    <Table
      caption="有错的 2 行，改好即时重新检查"
      rows={pupils}
      rowKey={(row) => String(row.line)}
      rowName={(row) => row.name}
      rowMark={(row) => (numberFault(row) || gradeFault(row) ? "fault" : undefined)}
      columns={[
        { key: "line", title: "行号", align: "end", cell: (row) => row.line },
        { key: "name", title: "姓名", isRowHeader: true, cell: (row) => row.name },
        {
          key: "number",
          title: "身份证号码",
          cell: (row) => row.number,
          edit: {
            value: (row) => row.number,
            onChange: (row, number) => change(row, { number }),
            error: numberFault,
          },
        },
        {
          key: "grade",
          title: "年级",
          cell: (row) => row.grade,
          edit: {
            value: (row) => row.grade,
            onChange: (row, grade) => change(row, { grade }),
            error: gradeFault,
            options: [
              { value: "三年级", label: "三年级" },
              { value: "四年级", label: "四年级" },
            ],
          },
        },
      ]}
      rowActions={() => (
        <Button size="small" variant="quiet">
          删除
        </Button>
      )}
    />
  );
}
