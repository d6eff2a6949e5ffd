import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link as AriaLink } from "react-aria-components/Link";

export type LinkCardProps = {
  readonly href: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly icon?: ReactNode;
  /** A badge or a figure at the end. */
  readonly aside?: ReactNode;
};

/** A service, a case, a life event: the whole card is the link. */
export function LinkCard({ href, title, note, icon, aside }: LinkCardProps) {
  return (
    <AriaLink
      href={href}
      className={
        "@container flex min-h-control w-full items-center gap-4 rounded-card border border-line bg-paper px-4 py-3 " +
        "text-ink no-underline data-hovered:border-accent data-hovered:bg-accent-wash " +
        "data-pressed:bg-accent-wash"
      }
    >
      {icon ? (
        <span aria-hidden="true" className="shrink-0 text-accent [&>svg]:size-[1.5em]">
          {icon}
        </span>
      ) : null}
      <span className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-1 @md:flex-row @md:items-center">
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{title}</span>
          {note ? <span className="block text-note text-ink-soft">{note}</span> : null}
        </span>
        {aside ? <span className="shrink-0 text-note">{aside}</span> : null}
      </span>
      <ChevronRight
        aria-hidden="true"
        className="size-[1.25em] shrink-0 text-ink-faint @max-[13rem]:hidden"
      />
    </AriaLink>
  );
}
