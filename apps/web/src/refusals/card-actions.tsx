import type { FindingJson } from "@hall/contracts/findings";
import { ReadAloud } from "@hall/ui/read-aloud";
import type { ReactNode } from "react";
import { useSession } from "../api/session.ts";
import { AskHuman } from "./ask-human.tsx";
import { RemindButton } from "./remind-button.tsx";
import { spokenOf } from "./spoken.ts";

export type CardActionsProps = {
  readonly service: string;
  readonly serviceName: string;
  readonly finding: FindingJson;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly children?: ReactNode;
};

/** What can be done about a refusal from its own card (XPL-2, XPL-13). */
export function CardActions(props: CardActionsProps) {
  const { service, serviceName, finding, children } = props;
  const session = useSession();
  return (
    <>
      {children}
      {session.state === "in" && finding.firstDay ? (
        <RemindButton
          service={service}
          serviceName={serviceName}
          rule={finding.rule}
          day={finding.firstDay}
        />
      ) : null}
      {session.state === "in" ? <AskHuman {...props} actor={session.actor} /> : null}
      <ReadAloud text={spokenOf(finding)} of={finding.message} />
    </>
  );
}
