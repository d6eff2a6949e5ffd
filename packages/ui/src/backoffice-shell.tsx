import { Menu as MenuIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link as AriaLink } from "react-aria-components/Link";
import type { NavItem } from "./app-shell.tsx";
import { Drawer } from "./drawer.tsx";
import { Emblem } from "./emblem.tsx";
import { PreferenceToggles } from "./preferences.tsx";
import { SkipLink } from "./skip-link.tsx";
import { classes, fieldButtonClass } from "./style.ts";
import { words } from "./words.ts";

/** A group of the sidebar, such as 审核 or 财务. */
export type NavGroup = { readonly title: string; readonly items: ReadonlyArray<NavItem> };

export type BackofficeShellProps = {
  readonly children: ReactNode;
  readonly nav: ReadonlyArray<NavGroup>;
  readonly homeHref?: string;
  readonly account?: ReactNode;
  readonly banner?: ReactNode;
  /** At the top beside the account: search by number, the business day. */
  readonly tools?: ReactNode;
};

/**
 * Frame of the staff's pages: a narrow sidebar and all the rest for the work. The app sets
 * `data-density="compact"` on `<html>`, which makes every component dense.
 */
export function BackofficeShell(props: BackofficeShellProps) {
  const { children, nav, homeHref = "/", account, banner, tools } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {banner}
      <div className="flex flex-1">
        <aside className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col border-r border-line bg-wash lg:flex print:hidden">
          <Brand href={homeHref} />
          <div className="flex-1 overflow-y-auto px-3 pb-6">
            <Groups nav={nav} onGo={() => undefined} />
          </div>
          <div className="border-t border-line px-3 py-2">
            <PreferenceToggles isElderOffered={false} />
          </div>
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <header className="flex flex-wrap items-center gap-3 border-b border-line px-gutter py-2 print:hidden">
            <button
              type="button"
              aria-expanded={isOpen}
              aria-label={words.shell.menu}
              onClick={() => setOpen(true)}
              className={classes(fieldButtonClass, "-ml-2 lg:hidden")}
            >
              <MenuIcon aria-hidden="true" size="1.5em" />
            </button>
            <div className="min-w-0 flex-1">{tools}</div>
            {account}
          </header>
          <main
            id="main"
            tabIndex={-1}
            className="min-w-0 flex-1 px-gutter pt-5 pb-16 outline-none"
          >
            {children}
          </main>
        </div>
      </div>
      <Drawer title={words.shell.menu} side="start" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Groups nav={nav} onGo={() => setOpen(false)} />
      </Drawer>
    </div>
  );
}

function Brand({ href }: { href: string }) {
  return (
    <AriaLink href={href} className="flex items-center gap-3 px-5 py-4 text-ink no-underline">
      <Emblem size="small" />
      <span className="leading-tight">
        <span className="block font-name text-lead font-bold">{words.shell.backoffice}</span>
        <span className="block text-note text-ink-soft">{words.shell.centreShort}</span>
      </span>
    </AriaLink>
  );
}

type GroupsProps = { readonly nav: ReadonlyArray<NavGroup>; readonly onGo: () => void };

function Groups({ nav, onGo }: GroupsProps) {
  return (
    <nav aria-label={words.shell.mainNav} className="flex flex-col gap-4">
      {nav.map((group) => (
        <div key={group.title}>
          <p className="px-2 pb-1 text-note text-ink-faint">{group.title}</p>
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <AriaLink
                  href={item.href}
                  onPress={onGo}
                  {...(item.isCurrent ? { "aria-current": "page" as const } : {})}
                  className={classes(
                    "flex min-h-target items-center gap-2 rounded-small px-2 no-underline [&>span>svg]:size-[1.2em]",
                    item.isCurrent
                      ? "bg-accent-fill font-semibold text-on-accent"
                      : "text-ink hover:bg-wash-strong",
                  )}
                >
                  {item.icon ? <span aria-hidden="true">{item.icon}</span> : null}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.count === undefined ? null : (
                    <span className="text-note tabular-nums">{item.count}</span>
                  )}
                </AriaLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
