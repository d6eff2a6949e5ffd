import type { ReactNode } from "react";
import { classes } from "./style.ts";

export type CardProps = {
  readonly title?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
  /** A line under the title. */
  readonly lead?: ReactNode;
  /** At the end of the title's line. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
  readonly icon?: ReactNode;
  /** Tables and lists that bring their own margins. */
  readonly isFlush?: boolean;
};

/** A framed part of a page. */
export function Card(props: CardProps) {
  const { title, headingLevel = 2, lead, aside, children, footer, icon, isFlush = false } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <section className="flex min-w-0 flex-col rounded-card border border-line box-decoration-clone bg-paper">
      {title ? (
        <header
          className={classes(
            "flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-6 sm:pt-5",
            isFlush && "border-b border-line pb-3",
          )}
        >
          <div className="flex min-w-0 items-center gap-3">
            {icon ? (
              <span aria-hidden="true" className="shrink-0 text-accent [&>svg]:size-[1.5em]">
                {icon}
              </span>
            ) : null}
            <div className="min-w-0">
              <Heading className="text-h3 font-semibold">{title}</Heading>
              {lead ? <p className="text-note text-ink-soft">{lead}</p> : null}
            </div>
          </div>
          {aside ? <div className="flex items-center gap-2">{aside}</div> : null}
        </header>
      ) : null}
      <div className={classes("min-w-0 flex-1", isFlush ? "" : "px-4 py-4 sm:px-6")}>
        {children}
      </div>
      {footer ? (
        <footer className="hall-bar flex flex-wrap items-center gap-3 border-t border-line px-4 py-3 sm:px-6 print:hidden">
          {footer}
        </footer>
      ) : null}
    </section>
  );
}
