import {
  checkAuditChain,
  exportAudit,
  exportStatistics,
  getStatistics,
  listAlarms,
  searchAudit,
  staffMe,
} from "@hall/contracts/backoffice/insight";
import { listOutbox, resendMessage } from "@hall/contracts/backoffice/messages";
import { mayLag, type Route, route } from "../http/route.ts";
import { alarmsOf } from "./alarms.ts";
import { auditChain } from "./audit-chain.ts";
import { auditSearch } from "./audit-search.ts";
import { auditWorkbook } from "./audit-workbook.ts";
import { outbox, resend } from "./outbox.ts";
import { staffMeNow } from "./staff-me.ts";
import { statistics, statisticsWorkbook } from "./statistics.ts";

/** What the back office sees of itself: messages, figures, alarms, the log. */
export const officeRoutes: readonly Route[] = [
  route(listOutbox, outbox),
  route(resendMessage, resend),
  mayLag(route(getStatistics, statistics)),
  route(exportStatistics, statisticsWorkbook),
  route(listAlarms, async ({ hall }) => ({ items: await alarmsOf(hall) })),
  route(searchAudit, auditSearch),
  route(exportAudit, auditWorkbook),
  route(checkAuditChain, auditChain),
  route(staffMe, staffMeNow),
];
