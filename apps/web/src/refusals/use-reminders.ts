import { useAct } from "@hall/client/use-act";
import { cancelReminder, listReminders, makeReminder } from "@hall/contracts/reminders";
import { announce } from "@hall/ui/announce";
import { dateText } from "@hall/ui/date-text";
import { call } from "../api/call.ts";
import { answered, keyFor } from "../api/confirmed-submission.ts";
import { useSession } from "../api/session.ts";
import { queryClient, useAnswer } from "../api/use-answer.ts";
import { words } from "./words.ts";

const anew = () => queryClient.invalidateQueries({ queryKey: [listReminders.id] });

/** My reminders that are still to come; empty for a stranger. */
export function useReminders() {
  const session = useSession();
  return useAnswer(listReminders, {}, { enabled: session.state === "in", staleTime: 60_000 });
}

export interface Occasion {
  readonly service: string;
  readonly rule: string;
  /** `yyyy-mm-dd`. */
  readonly day: string;
}

/** Setting and cancelling the reminder of one occasion. */
export function useReminder({ service, rule, day }: Occasion) {
  const session = useSession();
  const reminders = useReminders();
  const act = useAct(async (kind: "set" | "cancel") => {
    if (kind === "cancel") {
      if (waiting) await call(cancelReminder, { params: { id: waiting.id } });
      announce(words.remind.cancelled);
    } else if (session.state === "in") {
      const purpose = `remind.${service}.${day}`;
      const body = { service, rule, day };
      const idempotencyKey = keyFor(purpose, session.actor.id, body);
      await call(makeReminder, { body, idempotencyKey });
      answered(purpose);
      announce(words.remind.set(dateText(day)));
    }
    await anew();
  });
  const waiting = reminders.data?.items.find(
    (each) => each.service === service && each.day === day,
  );
  return { ...act, waiting, isKnown: reminders.data !== undefined };
}
