import type { ReactNode } from "react";

type SectionProps = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a dense page: a line and a heading, no frame. */
export function Section({ title, note, actions, children }: SectionProps) {
  return (
    <section className="min-w-0 border-t border-line pt-3">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-h3 font-semibold">{title}</h2>
        {note ? <p className="text-note text-ink-soft">{note}</p> : null}
        {actions ? <div className="ml-auto flex gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
