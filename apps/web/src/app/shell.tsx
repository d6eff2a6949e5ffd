import { listMessages } from "@hall/contracts/messages";
import { AppShell, type NavItem } from "@hall/ui/app-shell";
import { Button, buttonClass } from "@hall/ui/button";
import { later } from "@hall/ui/later";
import { Link, LinkButton } from "@hall/ui/link";
import { Provider } from "@hall/ui/provider";
import {
  FileBadge,
  FileText,
  House,
  Inbox,
  ListChecks,
  ScrollText,
  UserRound,
  WifiOff,
} from "lucide-react";
import { Outlet, useLocation, useNavigate } from "react-router";
import { type HallActor, labelLengthHint, labelOf, useSession } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { ServiceSearch } from "../directory/service-search.tsx";
import { IdleWatch } from "../session/idle-watch.tsx";
import { SignInAgain } from "../session/sign-in-again.tsx";
import { AccountLabel } from "./account-label.tsx";
import { FailedBoundary } from "./failed-boundary.tsx";
import { useIsOnline } from "./online.ts";
import { RouteFocus } from "./route-focus.tsx";
import { words } from "./words.ts";

// Only who is signed in needs the menu; strangers' first page is lighter without it.
const AccountMenu = later(async () => (await import("./account-menu.tsx")).AccountMenu, {
  waiting: ({ actor }) => <AccountPlace label={labelOf(actor)} />,
  away: ({ actor }, again) => (
    <Button
      variant="quiet"
      size="small"
      icon={<UserRound />}
      aria-label={words.account.away(actor.name)}
      onPress={again}
    >
      <AccountLabel name={labelOf(actor)} />
    </Button>
  ),
});

/** Around every page: frame, navigation, who is signed in, and what may happen over any page. */
export function Shell() {
  const navigate = useNavigate();
  const session = useSession();
  const actor = session.state === "in" ? session.actor : null;
  const { pathname } = useLocation();
  const unread = useUnread(actor);
  return (
    <Provider navigate={navigate}>
      <AppShell
        nav={navOf(actor, unread).map((item) => ({
          ...item,
          isCurrent: isAt(item.href, pathname),
        }))}
        {...(pathname === "/" ? {} : { search: <ServiceSearch /> })}
        account={
          actor ? (
            <AccountMenu actor={actor} />
          ) : (
            <SignInLink isHidden={session.state === "unknown"} />
          )
        }
        banner={<OfflineBanner />}
        footer={<Footer />}
      >
        {/* The footer starts below the first screen: what comes in late can't push it about. */}
        <div className="min-h-dvh print:min-h-0">
          <FailedBoundary place={pathname}>
            <Outlet />
          </FailedBoundary>
        </div>
      </AppShell>
      <RouteFocus />
      {actor ? <IdleWatch /> : null}
      <SignInAgain />
    </Provider>
  );
}

function useUnread(actor: HallActor | null): number {
  const messages = useAnswer(
    listMessages,
    { query: { limit: 20 } },
    // Before an issued password is changed nothing else is answered.
    { enabled: actor !== null && !actor.mustChangePassword, staleTime: 60_000 },
  );
  return messages.data?.unread ?? 0;
}

function navOf(actor: HallActor | null, unread: number): NavItem[] {
  const { nav } = words;
  const home = { href: "/", label: nav.home, icon: <House /> };
  const services = { href: "/services", label: nav.services, icon: <ListChecks /> };
  const verify = { href: "/verify", label: nav.verify, icon: <FileBadge /> };
  if (!actor) return [home, services, verify];
  const isUnit = actor.kind === "agent";
  return [
    isUnit ? { ...home, href: "/unit", label: nav.unit } : home,
    services,
    {
      href: "/applications",
      label: isUnit ? nav.unitApplications : nav.applications,
      icon: <FileText />,
    },
    ...(isUnit ? [] : [{ href: "/account", label: nav.account, icon: <UserRound /> }]),
    { href: "/documents", label: isUnit ? nav.unitDocuments : nav.documents, icon: <ScrollText /> },
    { href: "/messages", label: nav.messages, icon: <Inbox />, count: unread },
  ];
}

function isAt(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}

function SignInLink({ isHidden }: { isHidden: boolean }) {
  const { pathname, search } = useLocation();
  // While it isn't known yet who is there the place stays free, so that nothing moves.
  if (isHidden) return <AccountPlace label={"　".repeat(labelLengthHint())} />;
  const isThere = pathname.startsWith("/sign-in");
  const back = isThere || pathname === "/" ? "" : `?back=${encodeURIComponent(pathname + search)}`;
  return (
    <LinkButton
      href={`/sign-in${back}`}
      variant={pathname === "/" ? "secondary" : "primary"}
      size="small"
    >
      {words.account.signIn}
    </LinkButton>
  );
}

/** The account menu's place and looks until it is there. */
function AccountPlace({ label }: { label: string }) {
  return (
    <span className={`${buttonClass("quiet", "small", false)} px-3`}>
      <UserRound aria-hidden="true" className="size-[1.25em] shrink-0" />
      <AccountLabel name={label} />
      <span className="size-[1em] shrink-0 max-[22rem]:hidden" />
    </span>
  );
}

function OfflineBanner() {
  const isOnline = useIsOnline();
  return (
    <div role="status" className="print:hidden">
      {isOnline ? null : (
        <p className="flex items-center justify-center gap-2 border-b border-warning-line bg-warning-wash px-gutter py-2 text-note text-warning">
          <WifiOff aria-hidden="true" className="size-[1.25em] shrink-0" />
          {words.offline}
        </p>
      )}
    </div>
  );
}

function Footer() {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap justify-between gap-x-8 gap-y-2">
        <p>
          {words.footer.centre}
          <br />
          {words.footer.hours}
        </p>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Link href="/services">{words.footer.services}</Link>
          <Link href="/rules">{words.footer.rules}</Link>
          <Link href="/verify">{words.footer.verify}</Link>
          <Link href="/counter">{words.footer.counter}</Link>
        </p>
      </div>
      <p>{words.footer.demo}</p>
    </div>
  );
}
