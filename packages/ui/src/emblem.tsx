export type EmblemProps = {
  /** Edge length by a size token. */
  readonly size?: "small" | "normal" | "large";
};

const sizes = { small: "size-8", normal: "size-8 sm:size-10", large: "size-16" } as const;

/**
 * The hall's own mark, drawn for it: a gate over the lake, in a seal's square. It isn't the emblem
 * of any authority.
 */
export function Emblem({ size = "normal" }: EmblemProps) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" className={`${sizes[size]} shrink-0 print:hidden`}>
      <rect width="40" height="40" rx="5" className="fill-accent-fill" />
      <g fill="none" className="stroke-on-accent" strokeWidth="2.2" strokeLinecap="round">
        <path d="M12 27V16a8 8 0 0 1 16 0v11" />
        <path d="M17.2 27V17a2.8 2.8 0 0 1 5.6 0v10" strokeWidth="1.6" />
        <path d="M7 31.5c2.2-2 4.4-2 6.6 0s4.3 2 6.4 0 4.3-2 6.5 0 4.3 2 6.5 0" strokeWidth="1.8" />
      </g>
    </svg>
  );
}
