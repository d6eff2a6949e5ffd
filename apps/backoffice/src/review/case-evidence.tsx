import type { EvidenceReceiptJson } from "@hall/contracts/files";
import { Button } from "@hall/ui/button";
import { Badge } from "@hall/ui/status-badge";
import { useState } from "react";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { EvidenceViewer } from "./evidence-viewer.tsx";
import { words } from "./words.ts";

type CaseEvidenceProps = {
  readonly evidence: readonly EvidenceReceiptJson[];
  /** Files are shown to whoever works the case: nothing is asked for before it is claimed. */
  readonly isClaimFirst: boolean;
};

/** The files that came with the case, one at a time in the viewer; each look is logged (EVD-2). */
export function CaseEvidence({ evidence, isClaimFirst }: CaseEvidenceProps) {
  const [chosen, setChosen] = useState(evidence[0]?.fileId ?? "");
  const isReviewer = useStaff().roles.includes("reviewer");
  const index = evidence.findIndex(({ fileId }) => fileId === chosen);
  const shown = evidence[index];
  useShortcuts(
    evidence.length > 1
      ? [
          {
            keys: ["e"],
            words: words.evidence.keys.next,
            run: () => setChosen(evidence[(index + 1) % evidence.length]?.fileId ?? ""),
          },
        ]
      : [],
  );
  if (!shown) return null;
  return (
    <Section title={words.evidence.title} note={words.evidence.count(evidence.length)}>
      <ul aria-label={words.evidence.files} className="mb-2 flex flex-wrap gap-2">
        {evidence.map((file) => (
          <li key={file.fileId}>
            <Button
              size="small"
              variant={file.fileId === shown.fileId ? "secondary" : "quiet"}
              aria-pressed={file.fileId === shown.fileId}
              onPress={() => setChosen(file.fileId)}
            >
              {file.label}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mb-2 flex flex-wrap items-center gap-x-3 text-note text-ink-soft">
        <span className="break-all">{shown.fileName}</span>
        <span>{words.evidence.size(shown.sizeBytes)}</span>
        {shown.state === "damaged" ? <Badge tone="refused">{words.evidence.damaged}</Badge> : null}
      </p>
      {isReviewer && !isClaimFirst ? (
        <EvidenceViewer key={shown.fileId} file={shown} />
      ) : (
        <p className="text-ink-soft">
          {isReviewer ? words.evidence.claimFirst : words.evidence.notYours}
        </p>
      )}
    </Section>
  );
}
