import { useAct } from "@hall/client/use-act";
import { closePermission, getUnit, listUnits } from "@hall/contracts/backoffice/units";
import { Button } from "@hall/ui/button";
import { DateText, InstantText } from "@hall/ui/date-text";
import { ConfirmDialog } from "@hall/ui/dialog";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { TextField } from "@hall/ui/text-field";
import { useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import type { Unit } from "./unit-page.tsx";
import { words } from "./words.ts";

type Permission = Unit["permissions"][number];

type PermissionTableProps = {
  readonly unit: Unit;
  readonly mayClose: boolean;
  readonly onDone: (told: string | null) => void;
};

/** What was opened to a unit, closed ones as well; an open one is closed from its row. */
export function PermissionTable({ unit, mayClose, onDone }: PermissionTableProps) {
  const [chosen, setChosen] = useState<Permission | null>(null);
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useAct(async ({ id, kindName }: Permission) => {
    await call(closePermission, { params: { code: unit.code, id }, body: { reason } });
    setChosen(null);
    onDone(words.closed(kindName));
    await readAnew(getUnit, listUnits);
  });
  const choose = (permission: Permission) => {
    act.clear();
    onDone(null);
    setReason("");
    setTried(false);
    setChosen(permission);
  };
  const isReasonGood = reason.trim().length >= 4;
  return (
    <>
      <Table
        caption={words.permissions}
        isCaptionHidden
        isDense
        rows={unit.permissions}
        rowKey={({ id }) => id}
        columns={columns}
        empty={words.noPermissions}
        {...(mayClose
          ? {
              rowActions: (permission: Permission) =>
                permission.state === "in-force" || permission.state === "coming" ? (
                  <Button
                    size="small"
                    aria-label={words.closeNamed(permission.kindName)}
                    onPress={() => choose(permission)}
                  >
                    {words.close}
                  </Button>
                ) : null,
            }
          : {})}
      />
      <ConfirmDialog
        title={words.closeTitle}
        isOpen={chosen !== null}
        consequence={words.closeConsequence(unit.name, chosen?.kindName ?? "")}
        confirmText={words.close}
        isDanger
        pendingText={words.closing}
        isPending={act.isPending}
        onConfirm={() => {
          setTried(true);
          if (chosen && isReasonGood) void act.run(chosen);
        }}
        onCancel={() => setChosen(null)}
      >
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <TextField
          label={words.reason}
          help={words.reasonHelp}
          isRequired
          isLong
          maxLength={120}
          value={reason}
          onChange={setReason}
          {...(isTried && !isReasonGood ? { error: words.needReason } : {})}
        />
      </ConfirmDialog>
    </>
  );
}

const tones = {
  coming: "waiting",
  "in-force": "solid",
  ended: "quiet",
  closed: "quiet",
} as const;

const columns: readonly Column<Permission>[] = [
  {
    key: "kind",
    title: words.permission,
    isRowHeader: true,
    cell: ({ kindName, state }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {kindName}
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      </span>
    ),
  },
  {
    key: "agreement",
    title: words.agreement,
    cell: ({ agreement, closeReason }) => (
      <>
        {agreement}
        {closeReason ? (
          <p className="text-note text-ink-soft">{words.closedLine(closeReason)}</p>
        ) : null}
      </>
    ),
  },
  {
    key: "span",
    title: words.span,
    isNoWrap: true,
    cell: ({ validFrom, validUntil }) => (
      <>
        <DateText value={validFrom} />起
        {validUntil ? (
          <>
            至<DateText value={validUntil} />
          </>
        ) : (
          words.longTerm
        )}
      </>
    ),
  },
  {
    key: "opened",
    title: words.opened,
    cell: ({ openedAt, openedBy }) =>
      openedBy ? (
        <>
          {openedBy} <InstantText value={openedAt} />
        </>
      ) : (
        words.paperFiles
      ),
  },
  {
    key: "closed",
    title: words.close,
    cell: ({ closedAt, closedBy }) =>
      closedAt ? (
        <>
          {closedBy} <InstantText value={closedAt} />
        </>
      ) : null,
  },
];
