import { FileText, House, ListChecks, LogOut, ScrollText, UserRound } from "lucide-react";
import { type ReactNode, useState } from "react";
import { AccountMenu } from "../src/account-menu.tsx";
import { AppShell } from "../src/app-shell.tsx";
import { Link } from "../src/link.tsx";
import { PageHeader } from "../src/page-header.tsx";
import { SearchBox, type SearchHit } from "../src/search-box.tsx";

const services: ReadonlyArray<SearchHit> = [
  { id: "01", title: "灵活就业人员缴费套餐和档次变更", note: "在线业务办理，即时办结" },
  { id: "03", title: "参保证明打印", note: "信息查询，即时办结" },
  { id: "30", title: "封存账户销户提取", note: "在线业务受理，5 个工作日" },
];

/** Every page of the gallery stands in the citizens' frame, so that the frame is seen with it. */
export function Frame({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const [hits, setHits] = useState<ReadonlyArray<SearchHit>>([]);
  return (
    <AppShell
      homeHref="#/"
      nav={[
        { href: "?page=basics", label: "首页", icon: <House />, isCurrent: true },
        { href: "?page=fields", label: "办事服务", icon: <ListChecks /> },
        { href: "?page=cases", label: "我的办件", icon: <FileText />, count: 2 },
        { href: "?page=data", label: "我的账户", icon: <UserRound /> },
        { href: "?page=refusals", label: "规则手册", icon: <ScrollText /> },
      ]}
      search={
        <SearchBox
          onInput={(text) => setHits(services.filter((hit) => hit.title.includes(text)))}
          hits={hits}
          onPick={() => undefined}
        />
      }
      account={
        <AccountMenu
          name="测灵一"
          note="灵活就业参保人员"
          entries={[
            { id: "record", label: "我的账户", icon: <UserRound />, href: "#/account" },
            { id: "looks", label: "谁看过我的信息", icon: <ListChecks />, href: "#/looks" },
            { id: "out", label: "退出登录", icon: <LogOut />, onPress: () => undefined },
          ]}
        />
      }
      footer={
        <div className="flex flex-wrap justify-between gap-4">
          <p>苏州工业园区社会保险和公积金管理中心</p>
          <p>
            服务时间：工作日 9:00 至 17:00　<Link href="#/counter">柜台地址</Link>
          </p>
        </div>
      }
    >
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { label: "首页", href: "#/" },
          { label: "组件陈列", href: "#/gallery" },
          { label: title },
        ]}
      />
      <div className="flex flex-col gap-12">{children}</div>
    </AppShell>
  );
}

/** A part of a page, named after what it shows. */
export function Show({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-6">
      <h2 className="border-b border-line pb-1 text-h2 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
