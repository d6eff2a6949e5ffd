import { ChevronRight } from "lucide-react";
import { Link } from "./link.tsx";
import { words } from "./words.ts";

/** A page above this one; the last crumb is this page and has no address. */
export type Crumb = { readonly label: string; readonly href?: string };

export type BreadcrumbsProps = { readonly crumbs: ReadonlyArray<Crumb> };

/** Where one is, from the outside in. */
export function Breadcrumbs({ crumbs }: BreadcrumbsProps) {
  return (
    <nav aria-label={words.shell.breadcrumbs} className="mb-3 text-note print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1">
        {crumbs.map((crumb, index) => (
          <li key={crumb.label} className="flex items-center gap-1">
            {index > 0 ? (
              <ChevronRight aria-hidden="true" className="size-[1em] text-ink-faint" />
            ) : null}
            {crumb.href ? (
              <Link href={crumb.href} isBare>
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="text-ink-soft wrap-anywhere">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
