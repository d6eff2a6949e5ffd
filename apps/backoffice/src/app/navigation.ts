import type { StaffRole } from "@hall/domain/staff-roles";
import { words } from "./words.ts";

export interface Place {
  readonly href: string;
  readonly label: string;
  /** Whose it is; all of the staff where none is named. */
  readonly roles?: readonly StaffRole[];
}

export interface PlaceGroup {
  readonly title: string;
  readonly places: readonly Place[];
}

const { nav } = words;

/** Every page of the sidebar with who may open it, as the endpoints behind it allow. */
export const placeGroups: readonly PlaceGroup[] = [
  {
    title: nav.work,
    places: [
      { href: "/", label: nav.home },
      { href: "/queue", label: nav.queue, roles: ["reviewer", "auditor"] },
      { href: "/human-reviews", label: nav.humanReviews, roles: ["reviewer", "auditor"] },
      { href: "/awaited", label: nav.awaited, roles: ["counter", "reviewer"] },
      { href: "/counter", label: nav.counter, roles: ["counter", "auditor"] },
      { href: "/units", label: nav.units, roles: ["counter", "reviewer", "auditor", "admin"] },
      { href: "/contacts", label: nav.contacts, roles: ["counter"] },
      { href: "/ratings", label: nav.ratings, roles: ["reviewer", "admin", "auditor"] },
      { href: "/tax-feedback", label: nav.tax, roles: ["counter", "finance"] },
    ],
  },
  {
    title: nav.finance,
    places: [
      { href: "/payments", label: nav.payments, roles: ["finance", "auditor"] },
      { href: "/batches", label: nav.batches, roles: ["finance", "auditor"] },
      { href: "/bank-results", label: nav.results, roles: ["finance", "auditor"] },
      { href: "/ledger", label: nav.ledger, roles: ["finance", "auditor"] },
      { href: "/statement", label: nav.statement, roles: ["finance", "auditor"] },
    ],
  },
  {
    title: nav.manage,
    places: [
      { href: "/policy", label: nav.policy, roles: ["policy", "reviewer", "auditor", "admin"] },
      { href: "/closures", label: nav.closures, roles: ["policy", "admin", "reviewer", "auditor"] },
      {
        href: "/notices",
        label: nav.notices,
        roles: ["policy", "admin", "reviewer", "counter", "auditor"],
      },
      { href: "/staff", label: nav.staff, roles: ["admin", "auditor"] },
      { href: "/messages", label: nav.messages, roles: ["admin", "auditor"] },
    ],
  },
  {
    title: nav.supervise,
    places: [
      { href: "/statistics", label: nav.statistics, roles: ["reviewer", "auditor", "admin"] },
      { href: "/audit", label: nav.audit, roles: ["auditor"] },
    ],
  },
];

/** The sidebar of somebody with these roles; groups with nothing in them are left out. */
export function placesOf(roles: readonly StaffRole[]): readonly PlaceGroup[] {
  return placeGroups
    .map(({ title, places }) => ({
      title,
      places: places.filter((place) => mayOpen(place, roles)),
    }))
    .filter(({ places }) => places.length > 0);
}

/** The place that an address belongs to, its pages below included. */
export function placeAt(pathname: string): Place | undefined {
  return placeGroups.flatMap(({ places }) => places).find(({ href }) => isAt(href, pathname));
}

export function isAt(href: string, pathname: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}

export function mayOpen(place: Place | undefined, roles: readonly StaffRole[]): boolean {
  return !place?.roles || place.roles.some((role) => roles.includes(role));
}
