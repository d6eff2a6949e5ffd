import { directory } from "virtual:hall-directory";
import { listDrafts } from "@hall/contracts/drafts";
import type { FormStep } from "@hall/contracts/fields";
import { contracts } from "@hall/contracts/services";
import { Notice } from "@hall/ui/notice";
import { PageHeader } from "@hall/ui/page-header";
import { Skeleton } from "@hall/ui/skeleton";
import { Navigate, useParams, useSearchParams } from "react-router";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import { guideOf, standingOf } from "../api/family.ts";
import type { HallActor } from "../api/session.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { ClosedNotice } from "../directory/closed-notice.tsx";
import { guidePath, servicePath } from "../directory/service-path.ts";
import { ApplicationForm } from "./application-form.tsx";
import { Refused } from "./refused.tsx";
import { words } from "./words.ts";

/** Applies for any service: standing before any typing, then the form that its contract describes. */
export function ApplyPage() {
  const { code = "" } = useParams();
  const entry = directory.find((each) => each.code === code);
  const steps = stepsOf(code);
  if (!entry) return <NotFoundPage />;
  if (!steps) {
    const path = servicePath(code);
    return <Navigate replace to={path.endsWith("/apply") ? guidePath(code) : path} />;
  }
  return (
    <RequireActor>{(actor) => <Apply actor={actor} entry={entry} steps={steps} />}</RequireActor>
  );
}

function stepsOf(code: string): readonly FormStep[] | null {
  const known = Object.entries(contracts).find(([each]) => each === code)?.[1];
  return known && "steps" in known ? known.steps : null;
}

type ApplyProps = {
  readonly actor: HallActor;
  readonly entry: DirectoryEntry;
  readonly steps: readonly FormStep[];
};

function Apply({ actor, entry, steps }: ApplyProps) {
  const fits = (actor.kind === "agent") === (entry.audience === "unit");
  return (
    <>
      <PageHeader
        title={entry.name}
        crumbs={[
          { label: entry.menu[0] ?? "", href: "/services" },
          { label: words.guide, href: guidePath(entry.code) },
          { label: words.crumb },
        ]}
      />
      {fits ? (
        <Judged actor={actor} entry={entry} steps={steps} />
      ) : (
        <Notice tone="warning" title={words.wrongActor.title}>
          {words.wrongActor[entry.audience]}
        </Notice>
      )}
    </>
  );
}

/** `?list=` names a list that was begun elsewhere on the site; it stands in the form at once. */
function useBrought(steps: readonly FormStep[]): Readonly<Record<string, unknown>> {
  const [query] = useSearchParams();
  const list = query.get("list");
  const field = steps.flatMap(({ fields }) => fields).find(({ kind }) => kind === "list");
  return list && field ? { [field.name]: list } : {};
}

function Judged({ actor, entry, steps }: ApplyProps) {
  const { code } = entry;
  // Answers of this page are about this moment; an older one may promise what no longer holds.
  const standing = useAnswer(standingOf(code), {}, { staleTime: Number.POSITIVE_INFINITY });
  const drafts = useAnswer(
    listDrafts,
    { query: { service: code } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const guide = useAnswer(guideOf(code), {}, { staleTime: 60_000 });
  const brought = useBrought(steps);
  return (
    <Awaited of={standing} skeleton={{ shape: "form", count: 4 }}>
      {(answer) => {
        if (guide.isPending || drafts.isPending) return <Skeleton shape="form" count={4} />;
        if (answer.outcome !== "open") return <Refused standing={answer} guide={guide.data} />;
        return (
          <>
            {/* Before any typing, which a draft keeps until the service is open again. */}
            {guide.data?.closed ? (
              <div className="mb-6">
                <ClosedNotice closed={guide.data.closed} />
              </div>
            ) : null}
            <ApplicationForm
              actor={actor}
              entry={entry}
              steps={steps}
              standing={answer}
              draft={drafts.data?.items[0]}
              guide={guide.data}
              brought={brought}
            />
          </>
        );
      }}
    </Awaited>
  );
}
