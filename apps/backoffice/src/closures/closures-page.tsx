import { useAct } from "@hall/client/use-act";
import { type closureSchema, listClosures, openService } from "@hall/contracts/backoffice/policy";
import { Button } from "@hall/ui/button";
import { InstantText } from "@hall/ui/date-text";
import { ConfirmDialog } from "@hall/ui/dialog";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { useState } from "react";
import type { z } from "zod";
import { call } from "../api/call.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { CloseForm } from "./close-form.tsx";
import { words } from "./words.ts";

type Closure = z.output<typeof closureSchema>;

/** Services that are shut for maintenance or by season (GDE-4). */
export function ClosuresPage() {
  const { roles } = useStaff();
  const manages = roles.includes("policy") || roles.includes("admin");
  const closures = useAnswer(listClosures, {});
  const [chosen, setChosen] = useState<Closure | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const act = useAct(async ({ id, serviceName }: Closure) => {
    await call(openService, { params: { id } });
    setChosen(null);
    setTold(words.opened(serviceName));
    await readAnew(listClosures);
  });
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Stack gap="medium">
        {told ? (
          <Notice tone="success" isLive>
            {told}
          </Notice>
        ) : null}
        <Awaited of={closures} skeleton={{ shape: "table" }}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={words.none}>{words.noneLead}</EmptyState>
            ) : (
              <Table
                caption={words.title}
                isCaptionHidden
                isDense
                rows={items}
                rowKey={({ id }) => id}
                rowName={({ serviceName }) => serviceName}
                columns={columns}
                {...(manages
                  ? {
                      rowActions: (row: Closure) => (
                        <Button
                          size="small"
                          aria-label={words.openNamed(row.serviceName)}
                          onPress={() => {
                            act.clear();
                            setChosen(row);
                          }}
                        >
                          {words.open}
                        </Button>
                      ),
                    }
                  : {})}
              />
            )
          }
        </Awaited>
        {manages ? (
          <Section title={words.close}>
            <CloseForm onTell={setTold} />
          </Section>
        ) : null}
      </Stack>
      <ConfirmDialog
        title={words.openTitle}
        isOpen={chosen !== null}
        consequence={words.openConsequence(chosen?.serviceName ?? "")}
        confirmText={words.open}
        pendingText={words.opening}
        isPending={act.isPending}
        onConfirm={() => {
          if (chosen) void act.run(chosen);
        }}
        onCancel={() => setChosen(null)}
      >
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
      </ConfirmDialog>
    </>
  );
}

const columns: readonly Column<Closure>[] = [
  {
    key: "service",
    title: words.service,
    isRowHeader: true,
    cell: ({ serviceName }) => serviceName,
  },
  {
    key: "kind",
    title: words.kind,
    cell: ({ kind, isInForce }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        {words.kinds[kind]}
        <Badge tone={isInForce ? "waiting" : "quiet"}>
          {isInForce ? words.inForce : words.coming}
        </Badge>
      </span>
    ),
  },
  { key: "notice", title: words.notice, cell: ({ notice }) => notice },
  {
    key: "from",
    title: words.from,
    isNoWrap: true,
    cell: ({ from }) => <InstantText value={from} />,
  },
  {
    key: "until",
    title: words.until,
    isNoWrap: true,
    cell: ({ until }) => (until ? <InstantText value={until} /> : words.untilOpened),
  },
  { key: "by", title: words.by, isNoWrap: true, cell: ({ createdBy }) => createdBy },
];
