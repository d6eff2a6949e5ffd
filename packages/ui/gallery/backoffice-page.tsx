import {
  BookOpen,
  ChartColumn,
  ClipboardCheck,
  Landmark,
  ScrollText,
  UserRound,
} from "lucide-react";
import { AccountMenu } from "../src/account-menu.tsx";
import { BackofficeShell } from "../src/backoffice-shell.tsx";
import { Button } from "../src/button.tsx";
import { Card } from "../src/card.tsx";
import { DateText } from "../src/date-text.tsx";
import { FindingOverview } from "../src/finding-cards.tsx";
import { KeyValue } from "../src/key-value.tsx";
import { Row } from "../src/layout.tsx";
import { Link } from "../src/link.tsx";
import { PageHeader } from "../src/page-header.tsx";
import { Stat, StatRow } from "../src/stat.tsx";
import { Badge, StatusBadge } from "../src/status-badge.tsx";
import { Table } from "../src/table.tsx";
import { TextField } from "../src/text-field.tsx";
import { findings } from "./samples.ts";

const cases = [
  {
    number: "202603114471902X",
    service: "封存账户销户提取",
    name: "测*一",
    due: "2026-03-17",
    state: "submitted",
    isLate: true,
  },
  {
    number: "2026031810028834",
    service: "封存账户销户提取",
    name: "测*二",
    due: "2026-03-18",
    state: "in-review",
    isLate: false,
  },
  {
    number: "2026031822910476",
    service: "学生参保登记",
    name: "测试小学",
    due: "2026-03-25",
    state: "more-needed",
    isLate: false,
  },
] as const;

export function BackofficePage() {
  return (
    <BackofficeShell
      homeHref="#/"
      nav={[
        {
          title: "办理",
          items: [
            {
              href: "#/queue",
              label: "待审办件",
              icon: <ClipboardCheck />,
              isCurrent: true,
              count: 27,
            },
            { href: "#/counter", label: "柜台", icon: <UserRound />, count: 4 },
            { href: "#/finance", label: "财务付款", icon: <Landmark />, count: 0 },
          ],
        },
        {
          title: "管理",
          items: [
            { href: "#/policy", label: "政策参数", icon: <BookOpen /> },
            { href: "#/statistics", label: "统计", icon: <ChartColumn /> },
            { href: "#/audit", label: "审计", icon: <ScrollText /> },
          ],
        },
      ]}
      tools={
        <span className="text-note text-ink-soft">
          业务日期 <DateText value="2026-03-18" />
        </span>
      }
      account={
        <AccountMenu
          name="reviewer1"
          note="审核人员"
          entries={[{ id: "out", label: "退出", onPress: () => undefined }]}
        />
      }
    >
      <PageHeader title="待审办件" lead="最早到期的在前。" actions={<Button>导出</Button>} />
      <div className="flex flex-col gap-6">
        <StatRow>
          <Stat label="已超期" value="1" unit="件" tone="late" />
          <Stat label="今天到期" value="6" unit="件" />
          <Stat label="我手上的" value="3" unit="件" />
          <Stat label="按时办结" value="98.2" unit="%" />
        </StatRow>
        <Table
          caption="待审办件"
          isCaptionHidden
          isDense
          rows={cases}
          rowKey={(row) => row.number}
          rowMark={(row) => (row.state === "in-review" ? "selected" : undefined)}
          columns={[
            {
              key: "number",
              title: "办件编号",
              isRowHeader: true,
              cell: (row) => <Link href={`#/${row.number}`}>{row.number}</Link>,
            },
            { key: "service", title: "事项", cell: (row) => row.service },
            { key: "name", title: "申请人", cell: (row) => row.name },
            {
              key: "due",
              title: "到期",
              cell: (row) => (
                <>
                  <DateText value={row.due} />{" "}
                  {row.isLate ? <Badge tone="refused">超期</Badge> : null}
                </>
              ),
            },
            { key: "state", title: "状态", cell: (row) => <StatusBadge state={row.state} /> },
          ]}
          rowActions={() => <Button size="small">领取</Button>}
        />
        <div className="grid gap-6 xl:grid-cols-2">
          <Card title="规则判断">
            <FindingOverview findings={findings} label="规则判断" />
          </Card>
          <Card
            title="审核意见"
            footer={
              <Row>
                <Button variant="primary">通过</Button>
                <Button>要求补正</Button>
                <Button variant="danger">不予办理</Button>
              </Row>
            }
          >
            <KeyValue
              items={[
                { label: "申请人", value: "测*一" },
                { label: "账户状态", value: "封存" },
              ]}
            />
            <div className="mt-4">
              <TextField label="意见" isLong maxLength={200} value="" onChange={() => undefined} />
            </div>
          </Card>
        </div>
      </div>
    </BackofficeShell>
  );
}
