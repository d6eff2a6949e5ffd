/** Joins class names, leaving out what is false or empty. */
export function classes(...names: ReadonlyArray<string | false | null | undefined>): string {
  return names.filter(Boolean).join(" ");
}

/** The box that one types or chooses in, the same for all fields. */
export const controlClass =
  "w-full min-h-control rounded-small border border-line-strong bg-paper px-3 text-body text-ink " +
  "placeholder:text-ink-faint hover:border-ink-soft data-hovered:border-ink-soft " +
  "data-invalid:border-refusal data-invalid:bg-refusal-wash " +
  "data-disabled:border-line data-disabled:bg-wash data-disabled:text-ink-faint " +
  "aria-invalid:border-refusal aria-invalid:bg-refusal-wash";

/** A box of text that may only be read; never on a select, which browsers count as read-only. */
export const inputClass = `${controlClass} read-only:border-line read-only:bg-wash`;

/** The small square button at the end of a field, such as the one that opens the calendar. */
export const fieldButtonClass =
  "inline-flex size-control shrink-0 items-center justify-center rounded-small text-ink-soft " +
  "data-hovered:bg-accent-wash data-hovered:text-accent data-pressed:bg-accent-line " +
  "data-disabled:text-ink-faint";

/** The sheet that a select, a calendar or a menu opens. */
export const popoverClass =
  "hall-enter rounded-card border border-line-strong bg-paper text-ink outline-none";

/** An option in a list that was opened. */
export const optionClass =
  "flex min-h-target cursor-default items-center gap-3 rounded-small px-3 py-2 text-body text-ink " +
  "outline-none data-focused:bg-accent-wash data-focused:text-accent " +
  "data-selected:font-semibold data-disabled:text-ink-faint";

/** A link within running text. */
export const linkClass =
  "rounded-small text-accent underline decoration-accent-line decoration-1 underline-offset-4 " +
  "hover:text-accent-strong hover:decoration-current";
