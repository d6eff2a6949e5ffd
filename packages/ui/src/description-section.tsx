import type { ReactNode } from "react";

export type DescriptionSectionProps = {
  readonly title: string;
  readonly headingLevel?: 2 | 3 | 4;
  readonly children?: ReactNode;
  /** Points of a guide, each a sentence. */
  readonly points?: ReadonlyArray<ReactNode>;
  /** Steps that have an order. */
  readonly isNumbered?: boolean;
};

/** A part of a guide: what it is about, in sentences or points. */
export function DescriptionSection(props: DescriptionSectionProps) {
  const { title, headingLevel = 2, children, points = [], isNumbered = false } = props;
  const Heading = `h${headingLevel}` as const;
  const List = isNumbered ? "ol" : "ul";
  return (
    <section className="max-w-text">
      <Heading className="mb-2 text-h3 font-semibold">{title}</Heading>
      {children}
      {points.length > 0 ? (
        <List
          className={`flex flex-col gap-1 pl-[1.5em] marker:text-ink-faint ${isNumbered ? "list-decimal" : "list-disc"}`}
        >
          {points.map((point, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the points of a guide don't move
            <li key={index}>{point}</li>
          ))}
        </List>
      ) : null}
    </section>
  );
}
