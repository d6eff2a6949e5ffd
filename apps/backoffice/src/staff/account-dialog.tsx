import { useAct } from "@hall/client/use-act";
import {
  issueStaffCredentials,
  listStaff,
  lockStaff,
  setStaffRoles,
  unlockStaff,
} from "@hall/contracts/backoffice/staff";
import { type StaffRole, staffRolesFault } from "@hall/domain/staff-roles";
import { ConfirmDialog } from "@hall/ui/dialog";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { RoleChoice } from "./role-choice.tsx";
import type { Outcome } from "./staff-page.tsx";
import type { AccountAct } from "./staff-table.tsx";
import { words } from "./words.ts";

type AccountDialogProps = {
  readonly act: AccountAct;
  readonly onDone: (outcome: Outcome) => void;
  readonly onCancel: () => void;
};

const texts: Readonly<
  Record<
    AccountAct["kind"],
    {
      readonly title: (name: string) => string;
      readonly consequence: (name: string) => string;
      readonly confirm: string;
      readonly pending: string;
    }
  >
> = {
  roles: {
    title: words.changeRolesOf,
    consequence: words.rolesConsequence,
    confirm: words.saveRoles,
    pending: words.saving,
  },
  lock: {
    title: words.lockOf,
    consequence: words.lockConsequence,
    confirm: words.lock,
    pending: words.locking,
  },
  unlock: {
    title: words.unlockOf,
    consequence: words.unlockConsequence,
    confirm: words.unlock,
    pending: words.unlocking,
  },
  issue: {
    title: words.issueOf,
    consequence: words.issueConsequence,
    confirm: words.issue,
    pending: words.issuing,
  },
};

/** Names what a change of an account brings with it, and does it. */
export function AccountDialog({ act: { kind, account }, onDone, onCancel }: AccountDialogProps) {
  const [roles, setRoles] = useState<readonly StaffRole[]>(account.roles);
  const [isTried, setTried] = useState(false);
  const { id, name } = account;
  const text = texts[kind];
  const fault = kind === "roles" ? staffRolesFault(roles) : null;
  const doing = useAct(async () => {
    onDone(await done());
    await readAnew(listStaff);
  });
  const done = async (): Promise<Outcome> => {
    switch (kind) {
      case "roles":
        await call(setStaffRoles, { params: { id }, body: { roles: [...roles] } });
        return { told: words.rolesChanged(name) };
      case "lock":
        await call(lockStaff, { params: { id } });
        return { told: words.locked(name) };
      case "unlock":
        await call(unlockStaff, { params: { id } });
        return { told: words.unlocked(name) };
      case "issue": {
        const handed = await call(issueStaffCredentials, { params: { id } });
        return { told: words.issued.title(name), handed };
      }
    }
  };
  return (
    <ConfirmDialog
      title={text.title(name)}
      isOpen
      consequence={text.consequence(name)}
      confirmText={text.confirm}
      pendingText={text.pending}
      isDanger={kind === "lock"}
      isPending={doing.isPending}
      onConfirm={() => {
        setTried(true);
        if (!fault) void doing.run();
      }}
      onCancel={onCancel}
    >
      {doing.problem ? <ProblemNotice problem={doing.problem} takesFocus /> : null}
      {kind === "roles" ? (
        <RoleChoice roles={roles} onChange={setRoles} fault={isTried ? fault : null} />
      ) : null}
    </ConfirmDialog>
  );
}
