import type { StaffAccountJson } from "@hall/contracts/backoffice/staff";
import { staffRolesText } from "@hall/domain/staff-roles";
import { Button } from "@hall/ui/button";
import { InstantText } from "@hall/ui/date-text";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { words } from "./words.ts";

export interface AccountAct {
  readonly kind: "roles" | "lock" | "unlock" | "issue";
  readonly account: StaffAccountJson;
}

type StaffTableProps = {
  readonly accounts: readonly StaffAccountJson[];
  /** Absent for those who only read. */
  readonly onAct?: (act: AccountAct) => void;
};

export function StaffTable({ accounts, onAct }: StaffTableProps) {
  return (
    <Table
      caption={words.title}
      isCaptionHidden
      isDense
      rows={accounts}
      rowKey={({ id }) => id}
      columns={columns}
      {...(onAct
        ? { rowActions: (account: StaffAccountJson) => <Acts account={account} onAct={onAct} /> }
        : {})}
    />
  );
}

type ActsProps = {
  readonly account: StaffAccountJson;
  readonly onAct: (act: AccountAct) => void;
};

function Acts({ account, onAct }: ActsProps) {
  const { name, lockedAt, isSelf } = account;
  if (isSelf) return null;
  const button = (kind: AccountAct["kind"], text: string) => (
    <Button size="small" aria-label={`${text}：${name}`} onPress={() => onAct({ kind, account })}>
      {text}
    </Button>
  );
  return (
    <span className="flex flex-wrap justify-end gap-2">
      {button("roles", words.changeRoles)}
      {button("issue", words.issue)}
      {lockedAt ? button("unlock", words.unlock) : button("lock", words.lock)}
    </span>
  );
}

const columns: readonly Column<StaffAccountJson>[] = [
  {
    key: "username",
    title: words.username,
    isNoWrap: true,
    cell: ({ username }) => <span className="font-code">{username}</span>,
  },
  {
    key: "name",
    title: words.name,
    isRowHeader: true,
    isNoWrap: true,
    cell: ({ name, isSelf }) => (isSelf ? `${name}（${words.self}）` : name),
  },
  {
    key: "roles",
    title: words.roles,
    cell: ({ roles }) => staffRolesText(roles),
  },
  {
    key: "participant",
    title: words.participant,
    cell: ({ personalNumber }) =>
      personalNumber ? <span className="font-code">{personalNumber}</span> : null,
  },
  { key: "state", title: words.state, cell: (account) => <State account={account} /> },
  {
    key: "lastSignIn",
    title: words.lastSignIn,
    cell: ({ lastSignInAt }) => (lastSignInAt ? <InstantText value={lastSignInAt} /> : words.never),
  },
];

function State({ account }: { account: StaffAccountJson }) {
  const { lockedAt, lockedBy, mustChangePassword } = account;
  if (lockedAt) {
    return (
      <>
        <Badge tone="refused">{words.states.locked}</Badge>
        <p className="text-note text-ink-soft">
          {words.lockedBy(lockedBy ?? "")} <InstantText value={lockedAt} />
        </p>
      </>
    );
  }
  return mustChangePassword ? (
    <Badge tone="waiting">{words.states.issued}</Badge>
  ) : (
    <Badge tone="quiet">{words.states.open}</Badge>
  );
}
