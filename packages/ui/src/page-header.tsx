import { type ReactNode, useEffect } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";
import { words } from "./words.ts";

export type PageHeaderProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly crumbs?: ReadonlyArray<Crumb>;
  /** Badges and short facts under the title. */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  /** Title of the window; the page's title and the hall's name unless given. */
  readonly windowTitle?: string;
};

/** The head of every page; sets the window's title as well. */
export function PageHeader({ title, lead, crumbs, meta, actions, windowTitle }: PageHeaderProps) {
  useEffect(() => {
    document.title = windowTitle ?? `${title} - ${words.shell.hall}`;
  }, [title, windowTitle]);
  return (
    <header className="mb-6">
      {crumbs && crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-text">
          <h1 className="text-h1 font-bold">{title}</h1>
          {lead ? <p className="mt-2 text-lead text-ink-soft">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {meta ? (
        <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-note text-ink-soft">
          {meta}
        </div>
      ) : null}
    </header>
  );
}
