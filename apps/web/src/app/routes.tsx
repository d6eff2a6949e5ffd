import { Skeleton } from "@hall/ui/skeleton";
import { type ComponentType, lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { HomePage } from "../home/home-page.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { Shell } from "./shell.tsx";

/** A page that is fetched when somebody goes there. */
const page = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

/** Every address of the hall. `:code` is a service's, `:number` an application's. */
const pages: readonly (readonly [path: string, Page: ComponentType])[] = [
  ["services", page(async () => (await import("../directory/services-page.tsx")).ServicesPage)],
  ["services/:code", page(async () => (await import("../directory/guide-page.tsx")).GuidePage)],
  ["services/:code/apply", page(async () => (await import("../apply/apply-page.tsx")).ApplyPage)],
  ["standing", page(async () => (await import("../home/standing-page.tsx")).StandingPage)],
  ["counter", page(async () => (await import("../home/counter-page.tsx")).CounterPage)],
  [
    "applications",
    page(async () => (await import("../applications/applications-page.tsx")).ApplicationsPage),
  ],
  [
    "applications/:number",
    page(async () => (await import("../applications/application-page.tsx")).ApplicationPage),
  ],
  [
    "applications/:number/receipt",
    page(async () => (await import("../applications/receipt-page.tsx")).ReceiptPage),
  ],
  [
    "human-reviews/:number",
    page(async () => (await import("../refusals/human-review-page.tsx")).HumanReviewPage),
  ],
  ["account", page(async () => (await import("../account/account-page.tsx")).AccountPage)],
  [
    "account/timeline",
    page(async () => (await import("../account/timeline/timeline-page.tsx")).TimelinePage),
  ],
  ["account/past", page(async () => (await import("../account/past/past-page.tsx")).PastPage)],
  ["account/looks", page(async () => (await import("../account/looks/looks-page.tsx")).LooksPage)],
  [
    "account/export",
    page(async () => (await import("../account/export/export-page.tsx")).ExportPage),
  ],
  ["loan", page(async () => (await import("../loan/loan-page.tsx")).LoanPage)],
  ["documents", page(async () => (await import("../documents/documents-page.tsx")).DocumentsPage)],
  ["messages", page(async () => (await import("../messages/messages-page.tsx")).MessagesPage)],
  ["unit", page(async () => (await import("../unit/unit-page.tsx")).UnitPage)],
  ["unit/people", page(async () => (await import("../unit/people-page.tsx")).UnitPeoplePage)],
  [
    "unit/students",
    page(
      async () => (await import("../services/student-enrolment/students-page.tsx")).StudentsPage,
    ),
  ],
  [
    "unit/student-query",
    page(async () => (await import("../student-query/student-query-page.tsx")).StudentQueryPage),
  ],
  [
    "progress",
    page(async () => (await import("../case-progress/case-progress-page.tsx")).CaseProgressPage),
  ],
  ["rules", page(async () => (await import("../rules/rules-page.tsx")).RulesPage)],
  ["rules/:code", page(async () => (await import("../rules/rule-page.tsx")).RulePage)],
  ["verify", page(async () => (await import("../verify/verify-page.tsx")).VerifyPage)],
  [
    "verify/:code",
    page(async () => (await import("../verify/verify-code-page.tsx")).VerifyCodePage),
  ],
  ["sign-in", page(async () => (await import("../session/sign-in-page.tsx")).SignInPage)],
  ["sign-in/reset", page(async () => (await import("../session/reset-page.tsx")).ResetPage)],
  ["me/security", page(async () => (await import("../session/security-page.tsx")).SecurityPage)],
];

/**
 * Plain routes and not the router's data mode, which would bring 14 KB to the first page for
 * loaders that the query library makes needless. Going on is a transition: the page that is
 * there stays until the next one is.
 */
export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<HomePage />} />
        {pages.map(([path, Page]) => (
          <Route
            key={path}
            path={path}
            element={
              <Suspense fallback={<Skeleton shape="card" />}>
                <Page />
              </Suspense>
            }
          />
        ))}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
