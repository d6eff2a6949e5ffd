import { useAct } from "@hall/client/use-act";
import { Button } from "@hall/ui/button";
import { DateText } from "@hall/ui/date-text";
import { later } from "@hall/ui/later";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Download, Eye, ScrollText } from "lucide-react";
import { useState } from "react";
import { fetchDocument, saveFile } from "./fetch-document.ts";
import { words } from "./words.ts";

const Preview = later(async () => (await import("./preview.tsx")).Preview, { waiting: () => null });

export interface DocumentLink {
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly state: "rendering" | "ready";
}

type DocumentListProps = { readonly documents: readonly DocumentLink[] };

/** Papers with preview and download; one in the making says so. */
export function DocumentList({ documents }: DocumentListProps) {
  return (
    <ul className="divide-y divide-line">
      {documents.map((document) => (
        <DocumentRow key={document.number} document={document} />
      ))}
    </ul>
  );
}

function DocumentRow({ document }: { document: DocumentLink }) {
  const { number, title, issuedOn, state } = document;
  const [shown, setShown] = useState<Blob | null>(null);
  const [isLate, setLate] = useState(false);
  const download = useAct(async () => {
    const blob = await fetchDocument(number);
    setLate(blob === null);
    if (blob) saveFile(blob, `${title}-${number}.pdf`);
  });
  const preview = useAct(async () => {
    const blob = await fetchDocument(number);
    setLate(blob === null);
    setShown(blob);
  });
  const problem = download.problem ?? preview.problem;
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ScrollText aria-hidden="true" className="size-[1.5em] shrink-0 text-accent" />
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-semibold">{title}</p>
          <p className="text-note text-ink-soft">
            <span className="font-code break-all">{number}</span>，{words.issued}{" "}
            <DateText value={issuedOn} />
          </p>
          {state === "rendering" ? (
            <p role="status" className="text-note text-warning">
              {words.rendering}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button
            size="small"
            icon={<Eye />}
            aria-label={words.previewNamed(title)}
            isPending={preview.isPending}
            pendingText={words.opening}
            onPress={() => void preview.run()}
          >
            {words.preview}
          </Button>
          <Button
            size="small"
            icon={<Download />}
            aria-label={words.downloadNamed(title)}
            isPending={download.isPending}
            pendingText={words.opening}
            onPress={() => void download.run()}
          >
            {words.download}
          </Button>
        </div>
      </div>
      {isLate ? <Notice isLive>{words.late}</Notice> : null}
      {problem ? <ProblemNotice problem={problem} takesFocus /> : null}
      {shown ? (
        <Preview title={title} number={number} blob={shown} onClose={() => setShown(null)} />
      ) : null}
    </li>
  );
}
