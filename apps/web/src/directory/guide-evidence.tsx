import type { GuideJson } from "@hall/contracts/directory";
import { DescriptionSection } from "@hall/ui/description-section";
import { PortraitOutline } from "@hall/ui/portrait-outline";
import { Badge } from "@hall/ui/status-badge";
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
    </DescriptionSection>
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
