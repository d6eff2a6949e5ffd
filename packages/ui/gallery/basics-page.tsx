import {
  Building2,
  FileBadge,
  GraduationCap,
  HousePlus,
  Inbox,
  Plus,
  Printer,
  RefreshCcw,
} from "lucide-react";
import { Button } from "../src/button.tsx";
import { Card } from "../src/card.tsx";
import { EmptyState } from "../src/empty-state.tsx";
import { Row, Stack, Tiles } from "../src/layout.tsx";
import { Link, LinkButton } from "../src/link.tsx";
import { LinkCard } from "../src/link-card.tsx";
import { Money } from "../src/money.tsx";
import { Notice } from "../src/notice.tsx";
import { PrintButton } from "../src/print-button.tsx";
import { ProgressBar } from "../src/progress-bar.tsx";
import { Skeleton } from "../src/skeleton.tsx";
import { Stat, StatRow } from "../src/stat.tsx";
import { Badge, StatusBadge } from "../src/status-badge.tsx";
import { Tabs } from "../src/tabs.tsx";
import { Frame, Show } from "./frame.tsx";

const states = [
  "draft",
  "submitted",
  "in-review",
  "more-needed",
  "approved",
  "refused",
  "waiting-outside",
  "waiting-counter",
  "done",
  "withdrawn",
  "lapsed",
] as const;

export function BasicsPage() {
  return (
    <Frame title="基本组件" lead="按钮、链接、卡片、提示，以及等待和空白时的样子。">
      <Show title="按钮">
        <Row>
          <Button variant="primary" size="main">
            提交申请
          </Button>
          <Button variant="primary">校验</Button>
          <Button>保存草稿</Button>
          <Button variant="quiet">返回修改</Button>
          <Button variant="danger">中断参保</Button>
          <Button isDisabled>不可用</Button>
        </Row>
        <Row>
          <Button variant="primary" isPending pendingText="正在提交">
            提交申请
          </Button>
          <Button icon={<Plus />}>添加一行</Button>
          <Button size="small">小按钮</Button>
          <Button size="small" variant="quiet" icon={<Printer />}>
            打印
          </Button>
          <LinkButton href="#/print" icon={<FileBadge />}>
            下载凭证
          </LinkButton>
          <PrintButton />
        </Row>
        <p>
          正文里的链接：<Link href="#/rules">《苏州工业园区社会保险办法》第十二条</Link>，
          <Link href="#/outside" isExternal>
            国家社会保险公共服务平台
          </Link>
          。
        </p>
      </Show>
      <Show title="服务与卡片">
        <Tiles>
          <LinkCard
            href="#/01"
            icon={<RefreshCcw />}
            title="缴费套餐和档次变更"
            note="即时办结"
            aside={<Badge tone="open">今天可办</Badge>}
          />
          <LinkCard
            href="#/30"
            icon={<HousePlus />}
            title="封存账户销户提取"
            note="5 个工作日"
            aside={<Badge>2026年9月1日起</Badge>}
          />
          <LinkCard href="#/04" icon={<GraduationCap />} title="学生参保登记" note="学校批量办理" />
        </Tiles>
        <StatRow>
          <Stat label="今天可办" value="9" unit="项" href="#/open" linkText="去看看" />
          <Stat
            label="公积金余额"
            value={<Money fen={12845630n} isFigure />}
            note="截至 2026年3月18日"
          />
          <Stat label="累计缴费" value="126" unit="个月" />
          <Stat label="已超期" value="3" unit="件" tone="late" />
        </StatRow>
        <Card
          title="我的办件"
          lead="正在办理的两件"
          aside={<Link href="#/all">全部办件</Link>}
          icon={<Building2 />}
          footer={<Button variant="quiet">查看更早的</Button>}
        >
          <p>卡片正文。边框一像素，没有阴影；标题、正文、脚部由细线分开。</p>
        </Card>
        <Row>
          {states.map((state) => (
            <StatusBadge key={state} state={state} />
          ))}
        </Row>
      </Show>
      <Show title="提示">
        <Stack>
          <Notice title="3月18日是本月首次扣款日">
            扣款日之前办成的变更本月生效，之后办成的次月生效。
          </Notice>
          <Notice tone="success" title="已保存草稿">
            换一台设备登录也能接着填。
          </Notice>
          <Notice
            tone="warning"
            title="缴费基数今天有调整"
            actions={<Button size="small">重新测算</Button>}
          >
            您上次看到的金额已经不是现在的金额。
          </Notice>
        </Stack>
      </Show>
      <Show title="页签">
        <Tabs
          label="账户"
          items={[
            { id: "pension", title: "养老", content: <p>养老保险缴费记录。</p> },
            { id: "medical", title: "医疗", count: 12, content: <p>医疗保险缴费记录。</p> },
            { id: "housing", title: "住房公积金", content: <p>公积金明细。</p> },
          ]}
        />
      </Show>
      <Show title="等待与空白">
        <Tiles width="large">
          <Skeleton />
          <Skeleton shape="table" />
          <Skeleton shape="card" count={1} />
          <Skeleton shape="form" count={2} />
        </Tiles>
        <ProgressBar label="正在检查名单" value={6400} most={20000} valueText="6,400 / 20,000 行" />
        <ProgressBar label="正在生成凭证" />
        <EmptyState
          icon={<Inbox />}
          title="还没有办件"
          actions={<LinkButton href="#/s">去办一件</LinkButton>}
        >
          办过的事会列在这里，每一步是谁、什么时候办的，都看得到。
        </EmptyState>
      </Show>
    </Frame>
  );
}
