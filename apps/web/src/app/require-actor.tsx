import { later } from "@hall/ui/later";
import { Skeleton } from "@hall/ui/skeleton";
import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { type HallActor, useSession } from "../api/session.ts";

const ForcedChange = later(
  async () => (await import("../session/forced-change.tsx")).ForcedChange,
  {
    waiting: () => <Skeleton shape="form" />,
  },
);

type RequireActorProps = { readonly children: (actor: HallActor) => ReactNode };

/**
 * For pages that are about somebody: waits for the sign-in to be known, sends strangers to the
 * sign-in page and back, and lets nobody past the change of an issued password.
 */
export function RequireActor({ children }: RequireActorProps) {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.state === "unknown") return <Skeleton shape="card" />;
  if (session.state === "out") {
    const why = session.why ? `&why=${session.why}` : "";
    return <Navigate replace to={`/sign-in?back=${encodeURIComponent(pathname + search)}${why}`} />;
  }
  if (session.actor.mustChangePassword) return <ForcedChange />;
  return children(session.actor);
}
