import type { ReactNode } from "react";

export type EmptyStateProps = {
  readonly title: string;
  /** What to do, as a sentence. */
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  readonly actions?: ReactNode;
};

/** Nothing here yet, and what one can do about it. */
export function EmptyState({ title, children, icon, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-card border border-dashed border-line-strong px-6 py-10 text-center">
      {icon ? (
        <span aria-hidden="true" className="text-ink-faint [&>svg]:size-8">
          {icon}
        </span>
      ) : null}
      <p className="font-semibold">{title}</p>
      {children ? <div className="max-w-text text-ink-soft">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
