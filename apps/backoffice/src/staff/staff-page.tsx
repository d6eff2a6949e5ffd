import { usePages } from "@hall/client/use-pages";
import {
  type IssuedJson,
  listStaff,
  type StaffAccountJson,
} from "@hall/contracts/backoffice/staff";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { Pager } from "@hall/ui/pager";
import { useState } from "react";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { AccountDialog } from "./account-dialog.tsx";
import { CreateForm } from "./create-form.tsx";
import { IssuedDialog } from "./issued-dialog.tsx";
import { type AccountAct, StaffTable } from "./staff-table.tsx";
import { words } from "./words.ts";

/** What happened, and what is to be handed over for it. */
export interface Outcome {
  readonly told: string;
  readonly handed?: { readonly account: StaffAccountJson; readonly issued: IssuedJson | null };
}

/** Who works here, as what, and who is locked out (SGN-2). */
export function StaffPage() {
  const isAdmin = useStaff().roles.includes("admin");
  const pages = usePages();
  const accounts = useAnswer(
    listStaff,
    { query: { limit: 50, ...(pages.cursor ? { cursor: pages.cursor } : {}) } },
    { keeps: true },
  );
  const [chosen, setChosen] = useState<AccountAct | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isHanding, setHanding] = useState(false);
  const finish = (next: Outcome) => {
    setChosen(null);
    setOutcome(next);
    setHanding(next.handed !== undefined);
  };
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Stack gap="medium">
        {outcome ? (
          <Notice tone="success" isLive>
            {outcome.told}
          </Notice>
        ) : null}
        <Awaited of={accounts} skeleton={{ shape: "table", count: 8 }}>
          {({ items, nextCursor }) => (
            <>
              <StaffTable
                accounts={items}
                {...(isAdmin
                  ? {
                      onAct: (act: AccountAct) => {
                        setOutcome(null);
                        setChosen(act);
                      },
                    }
                  : {})}
              />
              <Pager
                depth={pages.depth}
                hasNext={nextCursor !== null}
                onNext={() => pages.next(nextCursor)}
                onPrevious={pages.previous}
                onFirst={pages.first}
              />
            </>
          )}
        </Awaited>
        {isAdmin ? (
          <Section title={words.create} note={words.rolesNote}>
            <CreateForm onDone={finish} />
          </Section>
        ) : null}
      </Stack>
      {chosen ? (
        <AccountDialog
          key={`${chosen.kind} ${chosen.account.id}`}
          act={chosen}
          onDone={finish}
          onCancel={() => setChosen(null)}
        />
      ) : null}
      {isHanding && outcome?.handed ? (
        <IssuedDialog handed={outcome.handed} onClose={() => setHanding(false)} />
      ) : null}
    </>
  );
}
