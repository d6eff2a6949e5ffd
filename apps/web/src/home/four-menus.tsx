import { directory } from "virtual:hall-directory";
import { Card } from "@hall/ui/card";
import { Link } from "@hall/ui/link";
import { FilePen, Inbox, Search, Zap } from "lucide-react";
import type { ReactNode } from "react";
import type { HallActor } from "../api/session.ts";
import { guidePath } from "../directory/service-path.ts";
import { words as directoryWords } from "../directory/words.ts";
import { words } from "./words.ts";

type MenuName = keyof typeof directoryWords.menus;

const menus: readonly { readonly name: MenuName; readonly icon: ReactNode }[] = [
  { name: "在线业务办理", icon: <FilePen /> },
  { name: "在线业务受理", icon: <Inbox /> },
  { name: "信息查询", icon: <Search /> },
  { name: "快捷服务", icon: <Zap /> },
];
const mostShown = 5;

/** The menus under the names that people know from before (GDE-2). */
export function FourMenus({ actor }: { readonly actor: HallActor | null }) {
  const audience = actor?.kind === "agent" ? "unit" : "person";
  return (
    <section aria-labelledby="menus">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="menus" className="text-h2 font-semibold">
          {words.menus}
        </h2>
        <Link href="/services">{words.all}</Link>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {menus.map((menu) => (
          <MenuCard key={menu.name} {...menu} audience={audience} />
        ))}
      </div>
    </section>
  );
}

type MenuCardProps = {
  readonly name: MenuName;
  readonly icon: ReactNode;
  /** Whose services stand first; the others follow, for people look for those as well. */
  readonly audience: "person" | "unit";
};

function MenuCard({ name, icon, audience }: MenuCardProps) {
  const inMenu = directory.filter(({ menu }) => menu[0] === name);
  const isTheirs = (entry: (typeof inMenu)[number]) => entry.audience === audience;
  const entries = [...inMenu.filter(isTheirs), ...inMenu.filter((entry) => !isTheirs(entry))];
  const more = entries.length > mostShown;
  return (
    <Card
      title={name}
      headingLevel={3}
      icon={icon}
      lead={directoryWords.menus[name]}
      {...(more
        ? { aside: <span className="text-note text-ink-soft">{words.more(entries.length)}</span> }
        : {})}
    >
      {entries.length === 0 ? <p className="text-ink-soft">{words.noneInMenu}</p> : null}
      <ul className="flex flex-col gap-1">
        {entries.slice(0, mostShown).map((entry) => (
          <li key={entry.code} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link href={guidePath(entry.code)}>{entry.name}</Link>
            <span className="text-note text-ink-faint">{entry.turnaround}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
