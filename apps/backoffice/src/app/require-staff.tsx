import { staffRolesText } from "@hall/domain/staff-roles";
import { LinkButton } from "@hall/ui/link";
import { Skeleton } from "@hall/ui/skeleton";
import { Navigate, Outlet, useLocation, useOutletContext } from "react-router";
import { type Staff, useSession } from "../api/session.ts";
import { ForcedChange } from "../session/forced-change.tsx";
import { mayOpen, placeAt } from "./navigation.ts";
import { StaffHeader } from "./staff-header.tsx";
import { words } from "./words.ts";

/**
 * Waits for the sign-in to be known, sends strangers to the sign-in page and back, lets nobody
 * past the change of an issued password, and says so where a page isn't this role's.
 */
export function RequireStaff() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.state === "unknown") return <Skeleton shape="table" count={6} />;
  if (session.state === "out") {
    const why = session.why ? `&why=${session.why}` : "";
    return <Navigate replace to={`/sign-in?back=${encodeURIComponent(pathname + search)}${why}`} />;
  }
  const { actor } = session;
  if (actor.mustChangePassword) return <ForcedChange />;
  if (!mayOpen(placeAt(pathname), actor.roles)) return <NotYours actor={actor} />;
  return <Outlet context={actor} />;
}

/** Who works here; only below `RequireStaff`. */
export function useStaff(): Staff {
  return useOutletContext<Staff>();
}

function NotYours({ actor }: { actor: Staff }) {
  return (
    <>
      <StaffHeader
        title={words.notYours.title}
        lead={words.notYours.lead(staffRolesText(actor.roles))}
      />
      <LinkButton href="/" variant="primary">
        {words.notFound.home}
      </LinkButton>
    </>
  );
}
