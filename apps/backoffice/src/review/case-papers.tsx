import { useAct } from "@hall/client/use-act";
import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import { getDocument } from "@hall/contracts/documents";
import { Button } from "@hall/ui/button";
import { DateText } from "@hall/ui/date-text";
import { Dialog } from "@hall/ui/dialog";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Badge } from "@hall/ui/status-badge";
import { Download, FileText } from "lucide-react";
import { useEffect, useState } from "react";
import { callRaw } from "../api/call.ts";
import { saveFile } from "../api/save-file.ts";
import { Section } from "../app/section.tsx";
import { words } from "./words.ts";

type Paper = ReviewedCase["documents"][number];
interface Shown {
  readonly paper: Paper;
  readonly blob: Blob;
}

/** The papers that came of the case, each shown over the page. */
export function CasePapers({ reviewed }: { readonly reviewed: ReviewedCase }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [isNotReady, setNotReady] = useState(false);
  const act = useAct(async (paper: Paper) => {
    const response = await callRaw(getDocument, { params: { number: paper.number } });
    setNotReady(response.status === 202);
    if (response.status === 200) setShown({ paper, blob: await response.blob() });
  });
  if (reviewed.documents.length === 0) return null;
  return (
    <Section title={words.case.documents}>
      {act.problem ? <ProblemNotice problem={act.problem} /> : null}
      {isNotReady ? <p className="text-warning">{words.case.notReady}</p> : null}
      <ul>
        {reviewed.documents.map((paper) => (
          <li key={paper.number} className="flex flex-wrap items-center gap-x-4 py-1">
            <FileText aria-hidden="true" className="size-[1.2em] text-ink-soft" />
            <span>{paper.title}</span>
            <span className="text-note text-ink-soft">
              {paper.number} · <DateText value={paper.issuedOn} />
            </span>
            {paper.state === "rendering" ? <Badge>{words.case.making}</Badge> : null}
            <Button
              size="small"
              variant="quiet"
              aria-label={words.case.openNamed(paper.title)}
              isPending={act.isPending}
              pendingText={words.case.opening}
              onPress={() => void act.run(paper)}
            >
              {words.case.open}
            </Button>
          </li>
        ))}
      </ul>
      {shown ? <PaperDialog shown={shown} onClose={() => setShown(null)} /> : null}
    </Section>
  );
}

function PaperDialog({ shown: { paper, blob }, onClose }: { shown: Shown; onClose: () => void }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <Dialog
      title={paper.title}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button onPress={onClose}>{words.case.close}</Button>
          <Button
            variant="primary"
            icon={<Download />}
            onPress={() => saveFile(blob, `${paper.title}-${paper.number}.pdf`)}
          >
            {words.case.download}
          </Button>
        </>
      }
    >
      {navigator.pdfViewerEnabled && url ? (
        <iframe
          src={url}
          title={words.case.frame(paper.title)}
          className="h-[70vh] w-full border border-line"
        />
      ) : (
        <p>{words.case.noViewer}</p>
      )}
    </Dialog>
  );
}
