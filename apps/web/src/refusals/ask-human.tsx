import type { FindingJson } from "@hall/contracts/findings";
import { Button } from "@hall/ui/button";
import { dateText } from "@hall/ui/date-text";
import { later } from "@hall/ui/later";
import { Link } from "@hall/ui/link";
import { UserRoundSearch } from "lucide-react";
import { useState } from "react";
import type { HallActor } from "../api/session.ts";
import { useHumanReviews } from "./use-human-reviews.ts";
import { words } from "./words.ts";

// Few cards are put before a human: the dialog comes when the first one is.
const AskHumanDialog = later(async () => (await import("./ask-human-dialog.tsx")).AskHumanDialog, {
  waiting: () => null,
});

export type AskHumanProps = {
  readonly actor: HallActor;
  readonly service: string;
  readonly serviceName: string;
  readonly finding: FindingJson;
  readonly input?: Readonly<Record<string, unknown>>;
};

/** The way to a human (XPL-13), or where the one that was taken stands. */
export function AskHuman(props: AskHumanProps) {
  const { service, finding } = props;
  const [isAsking, setAsking] = useState(false);
  const reviews = useHumanReviews();
  const mine = reviews.data?.items.find(
    (each) =>
      each.service === service && each.finding.claim === finding.claim && each.state === "waiting",
  );
  if (mine) {
    return (
      <span className="flex min-h-target items-center gap-2 text-note">
        <UserRoundSearch aria-hidden="true" className="size-[1.25em] shrink-0 text-accent" />
        {words.human.open(mine.dueOn && dateText(mine.dueOn))}
        <Link href={`/human-reviews/${mine.number}`}>{words.human.see}</Link>
      </span>
    );
  }
  return (
    <>
      <Button size="small" icon={<UserRoundSearch />} onPress={() => setAsking(true)}>
        {words.human.button}
      </Button>
      {isAsking ? <AskHumanDialog {...props} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
