import { Menu as MenuIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Link as AriaLink } from "react-aria-components/Link";
import { Drawer } from "./drawer.tsx";
import { Emblem } from "./emblem.tsx";
import { PreferenceToggles } from "./preferences.tsx";
import { SkipLink } from "./skip-link.tsx";
import { classes, fieldButtonClass } from "./style.ts";
import { words } from "./words.ts";

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isCurrent?: boolean;
  /** How many wait there. */
  readonly count?: number;
};

export type AppShellProps = {
  readonly children: ReactNode;
  readonly nav: ReadonlyArray<NavItem>;
  readonly homeHref?: string;
  /** A `SearchBox`. */
  readonly search?: ReactNode;
  /** Sign-in link, or the menu of the signed-in person. */
  readonly account?: ReactNode;
  /** A line over everything: maintenance, demo, offline. */
  readonly banner?: ReactNode;
  readonly footer?: ReactNode;
};

/** Frame of the citizens' and units' pages: who runs it, where one is, search, account. */
export function AppShell(props: AppShellProps) {
  const { children, nav, homeHref = "/", search, account, banner, footer } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {banner}
      <header className="border-b border-line bg-paper print:hidden">
        <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-2 gap-y-3 px-gutter py-3 lg:grid lg:grid-cols-[auto_minmax(0,1fr)_auto] lg:gap-x-6">
          <Brand href={homeHref} />
          {search ? (
            <search className="order-last w-full lg:order-none lg:max-w-drawer lg:justify-self-end">
              {search}
            </search>
          ) : null}
          <div className="ml-auto flex min-w-0 items-center gap-1 lg:col-start-3">
            <div className="hidden md:block">
              <PreferenceToggles />
            </div>
            {account}
            <PhoneMenu nav={nav} />
          </div>
        </div>
        <nav aria-label={words.shell.mainNav} className="hidden border-t border-line md:block">
          <ul className="mx-auto flex w-full max-w-page overflow-x-auto px-gutter">
            {nav.map((item) => (
              <li key={item.href} className="first:-ml-3">
                <NavLink item={item} />
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-page flex-1 px-gutter pt-6 pb-16 outline-none print:max-w-none print:p-0"
      >
        {children}
      </main>
      <footer className="border-t border-line bg-wash print:hidden">
        <div className="mx-auto w-full max-w-page px-gutter py-8 text-note text-ink-soft">
          {footer ?? <p>{words.shell.centre}</p>}
        </div>
      </footer>
    </div>
  );
}

/** Emblem and name; on a phone the name is short. */
function Brand({ href }: { href: string }) {
  return (
    <AriaLink
      href={href}
      className="flex shrink-0 grow basis-[min-content] items-center gap-2 rounded-small text-ink no-underline sm:grow-0 sm:basis-auto sm:gap-3"
    >
      <Emblem />
      <span className="min-w-0 leading-tight">
        <span className="block font-name text-lead leading-snug font-bold max-[22rem]:text-note sm:hidden">
          {words.shell.centreShortParts.map((part) => (
            <span key={part} className="inline-block whitespace-nowrap">
              {part}
            </span>
          ))}
        </span>
        <span className="hidden text-note text-ink-soft sm:block">{words.shell.centre}</span>
        <span className="hidden font-name text-h2 leading-snug font-bold sm:block">
          {words.shell.hall}
        </span>
      </span>
    </AriaLink>
  );
}

function NavLink({ item }: { item: NavItem }) {
  return (
    <AriaLink
      href={item.href}
      {...(item.isCurrent ? { "aria-current": "page" as const } : {})}
      className={classes(
        "flex min-h-control items-center gap-2 border-b-3 px-3 whitespace-nowrap no-underline",
        "data-focus-visible:-outline-offset-3",
        item.isCurrent
          ? "border-accent font-semibold text-accent"
          : "border-transparent text-ink-soft hover:text-accent",
      )}
    >
      {item.label}
      {item.count ? <Count value={item.count} /> : null}
    </AriaLink>
  );
}

function Count({ value }: { value: number }) {
  return (
    <span className="rounded-round bg-accent-fill px-2 text-note font-semibold text-on-accent">
      {value}
    </span>
  );
}

function PhoneMenu({ nav }: { nav: ReadonlyArray<NavItem> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="md:hidden">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={words.shell.menu}
        onClick={() => setOpen(true)}
        className={classes(fieldButtonClass, "-mr-2")}
      >
        <MenuIcon aria-hidden="true" size="1.5em" />
      </button>
      <Drawer title={words.shell.menu} isOpen={isOpen} onClose={() => setOpen(false)}>
        <nav aria-label={words.shell.mainNav}>
          <ul className="flex flex-col">
            {nav.map((item) => (
              <li key={item.href} className="border-b border-line">
                <AriaLink
                  href={item.href}
                  onPress={() => setOpen(false)}
                  {...(item.isCurrent ? { "aria-current": "page" as const } : {})}
                  className={classes(
                    "flex min-h-control-main items-center gap-3 no-underline",
                    item.isCurrent ? "font-semibold text-accent" : "text-ink",
                  )}
                >
                  {item.icon ? <span aria-hidden="true">{item.icon}</span> : null}
                  {item.label}
                  {item.count ? <Count value={item.count} /> : null}
                </AriaLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="mt-6">
          <PreferenceToggles />
        </div>
      </Drawer>
    </div>
  );
}
