import { staffMe } from "@hall/contracts/backoffice/insight";
import { staffRolesText } from "@hall/domain/staff-roles";
import { AccountMenu } from "@hall/ui/account-menu";
import { BackofficeShell, type NavGroup } from "@hall/ui/backoffice-shell";
import { Provider } from "@hall/ui/provider";
import {
  BookOpen,
  Building2,
  ChartColumn,
  ClipboardCheck,
  ContactRound,
  FileInput,
  FileOutput,
  HandCoins,
  Hourglass,
  KeyRound,
  Landmark,
  LayoutDashboard,
  LogOut,
  Mail,
  Megaphone,
  Power,
  Receipt,
  Scale,
  ScrollText,
  Stamp,
  Star,
  UserCheck,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { Outlet, useLocation, useNavigate } from "react-router";
import { type Staff, signOut, useSession } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { forgetTyped } from "../api/use-kept.ts";
import { ShortcutHelp } from "../keyboard/shortcut-help.tsx";
import { IdleWatch } from "../session/idle-watch.tsx";
import { SignInAgain } from "../session/sign-in-again.tsx";
import { BASE } from "./base.ts";
import { CaseFinder } from "./case-finder.tsx";
import { FailedBoundary } from "./failed-boundary.tsx";
import { isAt, placesOf } from "./navigation.ts";
import { OfflineBanner } from "./offline-banner.tsx";
import { RouteFocus } from "./route-focus.tsx";
import { words } from "./words.ts";

const icons: Readonly<Record<string, ReactNode>> = {
  "/": <LayoutDashboard />,
  "/queue": <ClipboardCheck />,
  "/human-reviews": <UserCheck />,
  "/awaited": <Hourglass />,
  "/counter": <Stamp />,
  "/units": <Building2 />,
  "/contacts": <ContactRound />,
  "/ratings": <Star />,
  "/tax-feedback": <Receipt />,
  "/payments": <HandCoins />,
  "/batches": <FileOutput />,
  "/bank-results": <FileInput />,
  "/ledger": <Landmark />,
  "/statement": <Scale />,
  "/policy": <BookOpen />,
  "/closures": <Power />,
  "/notices": <Megaphone />,
  "/staff": <Users />,
  "/messages": <Mail />,
  "/statistics": <ChartColumn />,
  "/audit": <ScrollText />,
};

/** Around every page: frame, navigation, who is signed in, and what may happen over any page. */
export function Shell() {
  const navigate = useNavigate();
  const session = useSession();
  const { pathname } = useLocation();
  const actor = session.state === "in" ? session.actor : null;
  const nav = useNav(actor?.mustChangePassword ? null : actor, pathname);
  const place = (
    <FailedBoundary place={pathname}>
      <Outlet />
    </FailedBoundary>
  );
  return (
    <Provider navigate={navigate} base={BASE}>
      {actor ? (
        <BackofficeShell
          nav={nav}
          banner={<OfflineBanner />}
          tools={<Tools actor={actor} />}
          account={<Account actor={actor} />}
        >
          {place}
        </BackofficeShell>
      ) : (
        <main id="main" tabIndex={-1} className="px-gutter py-10 outline-none">
          <OfflineBanner />
          {place}
        </main>
      )}
      <RouteFocus />
      {actor ? <IdleWatch /> : null}
      <SignInAgain />
    </Provider>
  );
}

function useNav(actor: Staff | null, pathname: string): NavGroup[] {
  const me = useAnswer(
    staffMe,
    {},
    { enabled: actor !== null, refetchInterval: 60_000, staleTime: 30_000 },
  );
  const work = me.data?.work;
  const counts: Readonly<Record<string, number | undefined>> = {
    "/queue": work && work.claimed + work.unclaimed,
    "/payments": work?.paymentsWaiting,
  };
  return placesOf(actor?.roles ?? []).map(({ title, places }) => ({
    title,
    items: places.map(({ href, label }) => {
      const count = counts[href];
      return {
        href,
        label,
        icon: icons[href],
        isCurrent: isAt(href, pathname),
        ...(count === undefined ? {} : { count }),
      };
    }),
  }));
}

function Tools({ actor }: { actor: Staff }) {
  const opensCases = actor.roles.includes("reviewer") || actor.roles.includes("auditor");
  return (
    <div className="flex items-center justify-end gap-2 max-sm:flex-wrap">
      {opensCases && !actor.mustChangePassword ? <CaseFinder /> : null}
      <ShortcutHelp />
    </div>
  );
}

function Account({ actor }: { actor: Staff }) {
  const navigate = useNavigate();
  const leave = async () => {
    forgetTyped();
    await signOut();
    navigate("/sign-in");
  };
  return (
    <AccountMenu
      name={actor.name}
      note={`${actor.username} · ${staffRolesText(actor.roles)}`}
      entries={[
        {
          id: "security",
          label: words.account.security,
          icon: <KeyRound />,
          href: "/me/security",
        },
        {
          id: "out",
          label: words.account.signOut,
          icon: <LogOut />,
          onPress: () => void leave(),
        },
      ]}
    />
  );
}
