import type { GuideJson } from "@hall/contracts/directory";
import { words } from "./words.ts";

/** A guide as one would tell it at the counter, to be read aloud; the rules are read one by one. */
export function guideSpoken(guide: GuideJson): string {
  const { name, forWhom, steps, turnaround, evidence, notes, counter } = guide;
  const part = (title: string, points: readonly string[]) =>
    points.length === 0 ? [] : [`${title}。`, ...points.map(ended)];
  return [
    ended(name),
    ...part(words.guide.forWhom, [forWhom]),
    ...part(
      words.guide.steps,
      steps.map((step, index) => words.guide.step(index + 1, step)),
    ),
    ...part(words.guide.turnaround, [turnaround]),
    ...part(words.guide.evidence, evidence.length > 0 ? evidence : [words.guide.noEvidence]),
    ...part(words.guide.notes, notes),
    ...part(words.guide.counter, [`${counter.name}，${counter.address}，${counter.hours}`]),
  ].join("\n");
}

const ended = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);
