import type { Alarm } from "@hall/contracts/backoffice/insight";
import { keyHref } from "../policy/key-href.ts";

/** The page where what an alarm is about can be seen to. */
export function alarmHref(kind: Alarm["kind"], reference: string): string {
  switch (kind) {
    case "case-overdue":
    case "supplement-due":
      return `/queue/${reference}`;
    case "human-review-overdue":
      return `/human-reviews/${reference}`;
    case "calendar-missing":
      return keyHref(`calendar.${reference}`);
    case "message-failing":
      return "/messages?state=failing";
    case "payment-stopped":
      return "/payments";
    case "payment-returned":
      return "/payments?state=returned";
    case "rating-poor":
      return "/ratings";
    case "ledger":
      return "/statement";
  }
}
