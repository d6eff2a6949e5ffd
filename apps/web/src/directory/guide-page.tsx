import { directory } from "virtual:hall-directory";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { ReadAloud } from "@hall/ui/read-aloud";
import { Badge } from "@hall/ui/status-badge";
import { useParams } from "react-router";
import { guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { Guide } from "./guide.tsx";
import { guideSpoken } from "./guide-spoken.ts";
import { GuideStanding } from "./guide-standing.tsx";
import { words } from "./words.ts";

/** The public guide of a service; beside it whether I may now (GDE-1, GDE-3). */
export function GuidePage() {
  const { code = "" } = useParams();
  const entry = directory.find((each) => each.code === code);
  if (!entry) return <NotFoundPage />;
  return <KnownGuide code={code} />;
}

function KnownGuide({ code }: { code: string }) {
  const entry = directory.find((each) => each.code === code);
  const guide = useAnswer(guideOf(code), {}, { staleTime: 60_000 });
  if (!entry) return null;
  return (
    <>
      <PageHeader
        title={entry.name}
        crumbs={[
          { label: words.page.title, href: "/services" },
          ...entry.menu.slice(0, 1).map((label) => ({ label })),
          { label: words.guide.crumb },
        ]}
        meta={
          <>
            <Badge tone="open">{entry.turnaround}</Badge>
            <span>{entry.menu.join(" → ")}</span>
          </>
        }
        actions={
          <>
            <ReadAloud
              text={() => (guide.data ? guideSpoken(guide.data) : entry.name)}
              of={entry.name}
              size="normal"
            />
            <PrintButton>{words.guide.print}</PrintButton>
          </>
        }
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:gap-12">
        {/* On a phone it stands above the guide: as high as a short verdict before there is one. */}
        <div className="order-first min-h-64 min-w-0 lg:order-last lg:sticky lg:top-6 lg:self-start print:hidden">
          <GuideStanding entry={entry} guide={guide.data} />
        </div>
        <div className="min-w-0">
          <Awaited of={guide} skeleton={{ shape: "text", count: 8 }}>
            {(answer) => <Guide guide={answer} />}
          </Awaited>
        </div>
      </div>
    </>
  );
}
