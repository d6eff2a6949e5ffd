import { Button } from "@hall/ui/button";
import { dateText } from "@hall/ui/date-text";
import { BellPlus, BellRing } from "lucide-react";
import { type Occasion, useReminder } from "./use-reminders.ts";
import { words } from "./words.ts";

type RemindButtonProps = Occasion & {
  /** What is reminded of, for whoever hears the button without its card. */
  readonly serviceName: string;
};

/** 'Remind me on that day' (XPL-2): one tap sets it, one takes it back. */
export function RemindButton({ serviceName, ...occasion }: RemindButtonProps) {
  const { run, isPending, problem, waiting, isKnown } = useReminder(occasion);
  const day = dateText(occasion.day);
  if (!isKnown) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {waiting ? (
        <>
          <span className="flex items-center gap-2 text-note">
            <BellRing aria-hidden="true" className="size-[1.25em] shrink-0 text-accent" />
            {words.remind.set(day)}
          </span>
          <Button
            size="small"
            variant="quiet"
            isPending={isPending}
            aria-label={words.remind.cancelNamed(serviceName, day)}
            onPress={() => void run("cancel")}
          >
            {words.remind.cancel}
          </Button>
        </>
      ) : (
        <Button
          size="small"
          icon={<BellPlus />}
          isPending={isPending}
          pendingText={words.remind.pending}
          onPress={() => void run("set")}
        >
          {words.remind.button(day)}
        </Button>
      )}
      {problem ? <span className="text-note text-refusal">{problem.detail}</span> : null}
    </span>
  );
}
