import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./style.ts";
import { VisuallyHidden } from "./visually-hidden.tsx";
import { words } from "./words.ts";

export type NoticeTone = "info" | "success" | "warning";

export type NoticeProps = {
  readonly tone?: NoticeTone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read aloud when it appears after an act of the user. */
  readonly isLive?: boolean;
};

const tones = {
  info: { Icon: Info, box: "border-accent-line bg-accent-wash", icon: "text-accent" },
  success: { Icon: CircleCheck, box: "border-accent-line bg-accent-wash", icon: "text-accent" },
  warning: {
    Icon: TriangleAlert,
    box: "border-warning-line bg-warning-wash",
    icon: "text-warning",
  },
} as const;

/** Something to know, in the page where it matters. A refusal has a card of its own. */
export function Notice({ tone = "info", title, children, actions, isLive = false }: NoticeProps) {
  const { Icon, box, icon } = tones[tone];
  return (
    <div
      {...(isLive ? { role: "status" } : {})}
      className={classes("flex gap-3 rounded-card border px-4 py-3", box)}
    >
      <Icon aria-hidden="true" className={classes("mt-[0.3em] size-[1.25em] shrink-0", icon)} />
      <div className="min-w-0 flex-1">
        <VisuallyHidden>{words.notice[tone]}：</VisuallyHidden>
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className={classes(title && "text-ink-soft")}>{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
