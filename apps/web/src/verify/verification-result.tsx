import type { VerificationJson } from "@hall/contracts/documents";
import { DateText, InstantText } from "@hall/ui/date-text";
import { KeyValue, type KeyValueItem } from "@hall/ui/key-value";
import { CircleAlert, CircleCheck, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { words } from "./words.ts";

type Tone = "good" | "caution" | "bad";

const tones: Record<VerificationJson["outcome"], Tone> = {
  valid: "good",
  expired: "caution",
  superseded: "caution",
  revoked: "bad",
  unknown: "bad",
};

const faces = {
  good: { Icon: CircleCheck, box: "border-accent-line bg-accent-wash", colour: "text-accent" },
  caution: {
    Icon: CircleAlert,
    box: "border-warning-line bg-warning-wash",
    colour: "text-warning",
  },
  bad: { Icon: CircleX, box: "border-refusal-line bg-refusal-wash", colour: "text-refusal" },
} as const;

type VerdictProps = {
  readonly tone: Tone;
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
};

/** Whether a paper is real, in one look; read out when it appears. */
export function Verdict({ tone, title, lead, children }: VerdictProps) {
  const { Icon, box, colour } = faces[tone];
  return (
    <section className="overflow-hidden rounded-card border border-line bg-paper">
      <div role="status" className={`flex gap-3 border-b px-4 py-4 sm:px-6 ${box}`}>
        <Icon aria-hidden="true" className={`mt-1 size-7 shrink-0 ${colour}`} />
        <div className="min-w-0">
          <h2 className={`text-h2 font-bold ${colour}`}>{title}</h2>
          <p>{lead}</p>
        </div>
      </div>
      {children ? <div className="px-4 py-2 sm:px-6">{children}</div> : null}
    </section>
  );
}

type VerificationResultProps = {
  readonly answer: VerificationJson;
  /** Given where a file was compared and not a code. */
  readonly fileHash?: string;
};

/** What the centre says about a paper: kind, masked name, dates, and no more (DOC-3). */
export function VerificationResult({ answer, fileHash }: VerificationResultProps) {
  const { outcome } = answer;
  const isUnknownFile = outcome === "unknown" && fileHash !== undefined;
  return (
    <Verdict
      tone={tones[outcome]}
      title={words.result.outcomes[outcome]}
      lead={isUnknownFile ? words.result.fileUnknown : words.result.explain[outcome]}
    >
      <KeyValue items={itemsOf(answer, fileHash)} />
    </Verdict>
  );
}

function itemsOf(answer: VerificationJson, fileHash: string | undefined): KeyValueItem[] {
  const code = (text: string) => <span className="font-code break-all">{text}</span>;
  const item = (label: string, value: ReactNode): KeyValueItem[] =>
    value === null || value === undefined ? [] : [{ label, value }];
  const isKnown = answer.outcome !== "unknown";
  return [
    ...item(words.result.kind, answer.title),
    ...item(words.result.number, answer.number && code(answer.number)),
    ...item(words.result.holder, answer.maskedHolder),
    ...item(words.result.issued, answer.issuedOn && <DateText value={answer.issuedOn} />),
    ...(isKnown
      ? item(
          words.result.until,
          answer.validUntil ? <DateText value={answer.validUntil} /> : words.result.noEnd,
        )
      : []),
    ...item(words.result.supersededBy, answer.supersededBy && code(answer.supersededBy)),
    ...item(words.result.hash, fileHash && code(fileHash)),
    { label: words.result.checkedAt, value: <InstantText value={answer.checkedAt} /> },
  ];
}
