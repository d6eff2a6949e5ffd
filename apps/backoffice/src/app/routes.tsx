import { Skeleton } from "@hall/ui/skeleton";
import { type ComponentType, lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { SignInPage } from "../session/sign-in-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { RequireStaff } from "./require-staff.tsx";
import { Shell } from "./shell.tsx";

/** A page that is fetched when somebody goes there. */
const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

/** Every address of the back office. */
const pages: readonly (readonly [path: string, Page: ComponentType])[] = [
  ["", page(async () => (await import("../home/home-page.tsx")).HomePage)],
  ["queue", page(async () => (await import("../review/queue-page.tsx")).QueuePage)],
  ["queue/:number", page(async () => (await import("../review/case-page.tsx")).CasePage)],
  [
    "human-reviews",
    page(async () => (await import("../human-reviews/requests-page.tsx")).RequestsPage),
  ],
  [
    "human-reviews/:number",
    page(async () => (await import("../human-reviews/request-page.tsx")).RequestPage),
  ],
  ["contacts", page(async () => (await import("../contacts/contacts-page.tsx")).ContactsPage)],
  ["awaited", page(async () => (await import("../awaited/awaited-page.tsx")).AwaitedPage)],
  ["awaited/:number", page(async () => (await import("../awaited/answer-page.tsx")).AnswerPage)],
  ["counter", page(async () => (await import("../counter/counter-page.tsx")).CounterPage)],
  [
    "counter/:number",
    page(async () => (await import("../counter/counter-case-page.tsx")).CounterCasePage),
  ],
  ["units", page(async () => (await import("../units/units-page.tsx")).UnitsPage)],
  ["units/:code", page(async () => (await import("../units/unit-page.tsx")).UnitPage)],
  ["ratings", page(async () => (await import("../ratings/ratings-page.tsx")).RatingsPage)],
  ["tax-feedback", page(async () => (await import("../tax/tax-page.tsx")).TaxPage)],
  ["payments", page(async () => (await import("../finance/payments-page.tsx")).PaymentsPage)],
  ["batches", page(async () => (await import("../finance/batches-page.tsx")).BatchesPage)],
  ["batches/:id", page(async () => (await import("../finance/batch-page.tsx")).BatchPage)],
  ["bank-results", page(async () => (await import("../finance/results-page.tsx")).ResultsPage)],
  ["ledger", page(async () => (await import("../finance/ledger-page.tsx")).LedgerPage)],
  ["statement", page(async () => (await import("../finance/statement-page.tsx")).StatementPage)],
  ["policy", page(async () => (await import("../policy/policy-page.tsx")).PolicyPage)],
  ["policy/value", page(async () => (await import("../policy/key-page.tsx")).KeyPage)],
  ["closures", page(async () => (await import("../closures/closures-page.tsx")).ClosuresPage)],
  ["notices", page(async () => (await import("../notices/notices-page.tsx")).NoticesPage)],
  ["staff", page(async () => (await import("../staff/staff-page.tsx")).StaffPage)],
  ["messages", page(async () => (await import("../messages/outbox-page.tsx")).OutboxPage)],
  [
    "statistics",
    page(async () => (await import("../statistics/statistics-page.tsx")).StatisticsPage),
  ],
  ["audit", page(async () => (await import("../audit/audit-page.tsx")).AuditPage)],
  ["me/security", page(async () => (await import("../session/security-page.tsx")).SecurityPage)],
];

/** Sign-in stands alone; everything else is inside the frame and for staff who are signed in. */
export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route path="sign-in" element={<SignInPage />} />
        <Route element={<RequireStaff />}>
          {pages.map(([path, Page]) => (
            <Route
              key={path}
              path={path}
              element={
                <Suspense fallback={<Skeleton shape="table" count={6} />}>
                  <Page />
                </Suspense>
              }
            />
          ))}
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Route>
    </Routes>
  );
}
