import type { GuideJson } from "@hall/contracts/directory";
import { Card } from "@hall/ui/card";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import { guidePath } from "../directory/service-path.ts";
import { QuoteView } from "./quote-view.tsx";
import type { LiveCheck } from "./use-live-check.ts";
import { words } from "./words.ts";

type ApplyAsideProps = {
  /** Null while the check itself is on show. */
  readonly live: LiveCheck | null;
  readonly guide: GuideJson | undefined;
  readonly entry: DirectoryEntry;
};

/** Beside the form: what it comes to as one types, and what to know. */
export function ApplyAside({ live, guide, entry }: ApplyAsideProps) {
  const refusing = live?.answer?.findings.filter(({ outcome }) => outcome !== "holds") ?? [];
  return (
    <Stack>
      {live?.answer?.quote ? <QuoteView quote={live.answer.quote} isStale={live.isStale} /> : null}
      {refusing.length > 0 ? (
        <Notice tone="warning" title={words.live.findings} isLive>
          {refusing.map(({ rule, message }) => (
            <p key={`${rule} ${message}`}>{message}</p>
          ))}
        </Notice>
      ) : null}
      <Card title={words.guideAside}>
        <p className="text-ink-soft">{entry.turnaround}</p>
        {guide && guide.notes.length > 0 ? (
          <ul className="mt-2 flex list-disc flex-col gap-1 pl-[1.25em] text-note text-ink-soft">
            {guide.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ) : null}
        <p className="mt-3">
          <Link href={guidePath(entry.code)}>{words.fullGuide}</Link>
        </p>
      </Card>
    </Stack>
  );
}
