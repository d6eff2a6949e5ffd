import type { GuideJson } from "@hall/contracts/directory";
import { DescriptionSection } from "@hall/ui/description-section";
import { PortraitOutline } from "@hall/ui/portrait-outline";
import { Badge } from "@hall/ui/status-badge";
import type { ReactNode } from "react";
import { CutOff, Glare, GoodPaper, Tilted } from "./sample-drawings.tsx";
import { words } from "./words.ts";

type Slot = GuideJson["evidenceSlots"][number];

/** What to bring, and what is uploaded: each with its limits, as the upload judges by them. */
export function GuideEvidence({ guide }: { readonly guide: GuideJson }) {
  const { evidence, evidenceSlots } = guide;
  return (
    <DescriptionSection title={words.guide.evidence} points={evidence}>
      {evidence.length + evidenceSlots.length === 0 ? <p>{words.guide.noEvidence}</p> : null}
      {evidenceSlots.length > 0 ? (
        <ul className="mb-3 divide-y divide-line border-y border-line">
          {evidenceSlots.map((slot) => (
            <SlotItem key={slot.slot} slot={slot} />
          ))}
        </ul>
      ) : null}
      {evidenceSlots.some(isPaper) ? <PaperSamples /> : null}
    </DescriptionSection>
  );
}

/** A picture of a paper, as opposed to one of a face. */
const isPaper = ({ kinds, outline }: Slot): boolean =>
  kinds.includes("image") && outline !== "portrait";

/** Drawn and not photographed: nobody's paper is shown, and what matters stands out. */
function PaperSamples() {
  const { samples } = words.guide;
  return (
    <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      <Sample drawing={<GoodPaper />} is="will" text={samples.good} />
      <Sample drawing={<CutOff />} is="wont" text={samples.cutOff} />
      <Sample drawing={<Glare />} is="wont" text={samples.glare} />
      <Sample drawing={<Tilted />} is="wont" text={samples.tilted} />
    </div>
  );
}

type SampleProps = {
  readonly drawing: ReactNode;
  readonly is: "will" | "wont";
  readonly text: string;
};

const looks = {
  will: { line: "border-accent", colour: "text-accent" },
  wont: { line: "border-refusal-line", colour: "text-refusal" },
} as const;

function Sample({ drawing, is, text }: SampleProps) {
  const { line, colour } = looks[is];
  return (
    <figure className="break-inside-avoid">
      <div className={`rounded-card border bg-wash p-3 ${line}`}>{drawing}</div>
      <figcaption className="mt-1 text-note">
        <span className={`font-semibold ${colour}`}>{words.guide.samples[is]}</span> {text}
      </figcaption>
    </figure>
  );
}

function SlotItem({ slot: { label, required, when, limits, help, outline } }: { slot: Slot }) {
  return (
    <li className="flex break-inside-avoid gap-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{label}</span>
          <Badge tone={required ? "open" : "quiet"}>
            {required ? words.guide.required : words.guide.optional}
          </Badge>
          {when ? <span className="text-note text-ink-soft">{when}</span> : null}
        </p>
        <p>{limits}</p>
        {help ? <p className="text-note text-ink-soft">{help}</p> : null}
      </div>
      {outline === "portrait" ? (
        <figure className="w-24 shrink-0">
          <PortraitOutline look="sample" label={words.guide.portraitSample} />
          <figcaption className="mt-1 text-center text-note text-ink-soft">
            {words.guide.sampleFigure}
          </figcaption>
        </figure>
      ) : null}
    </li>
  );
}
