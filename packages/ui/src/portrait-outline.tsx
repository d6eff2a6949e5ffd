import { classes } from "./style.ts";

export type PortraitOutlineProps = {
  /** Dashed, to lie over a picture; or a figure of its own, as a sample. */
  readonly look: "guide" | "sample";
  /** Said of a sample; a guide over a picture is left out by screen readers. */
  readonly label?: string;
  readonly className?: string;
};

/**
 * Where head and shoulders belong in a portrait of 358 to 441: the crown a little below the top,
 * the chin at two thirds, the eyes on the line.
 */
export function PortraitOutline({ look, label, className }: PortraitOutlineProps) {
  const drawn = look === "guide" ? <Guide /> : <Sample />;
  const looks = classes("block", className);
  return label ? (
    <svg viewBox={BOX} className={looks} role="img" aria-label={label}>
      {drawn}
    </svg>
  ) : (
    <svg viewBox={BOX} className={looks} aria-hidden="true">
      {drawn}
    </svg>
  );
}

const BOX = "0 0 358 441";

/** A dark line with a light one in it shows on any picture. */
const Guide = () => (
  <>
    <g fill="none" stroke="#16212f" strokeWidth="4">
      <Lines />
    </g>
    <g fill="none" stroke="#ffffff" strokeWidth="2" strokeDasharray="8 5">
      <Lines />
    </g>
  </>
);

const Sample = () => (
  <>
    <rect width="358" height="441" fill="#ffffff" />
    <path d="M40 441c0-78 50-108 139-108s139 30 139 108z" fill="#3d5878" />
    <path d="M151 290h56v48a28 22 0 0 1-56 0z" fill="#cfa087" />
    <ellipse cx="179" cy="196" rx="84" ry="112" fill="#e6bfa5" />
    <path
      d="M95 188c-8-92 38-122 84-122s92 30 84 122c-14-58-40-78-84-78s-70 20-84 78z"
      fill="#2b2420"
    />
    <rect x="0.5" y="0.5" width="357" height="440" fill="none" stroke="#8090a6" />
  </>
);

const Lines = () => (
  <>
    <ellipse cx="179" cy="190" rx="90" ry="124" />
    <path d="M30 441c2-76 50-106 149-108 99 2 147 32 149 108" />
    <path d="M60 190h238" />
  </>
);
