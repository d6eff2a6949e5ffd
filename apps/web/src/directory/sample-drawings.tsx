import type { ReactNode } from "react";

/** Drawings of pictures of papers, in the colours of the page; their captions say what they show. */
function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <svg viewBox="0 0 120 150" aria-hidden="true" className="h-auto w-full text-line-strong">
      <rect width="120" height="150" rx="4" className="fill-wash-strong" />
      {children}
    </svg>
  );
}

/** A sheet with a title, lines, a seal and its four corners. */
function Sheet() {
  return (
    <g>
      <rect x="18" y="14" width="84" height="122" className="fill-paper stroke-line-strong" />
      <rect x="38" y="26" width="44" height="6" rx="2" className="fill-ink-soft" />
      {[46, 58, 70, 82].map((y) => (
        <rect
          key={y}
          x="28"
          y={y}
          width={y === 82 ? 38 : 64}
          height="4"
          rx="2"
          fill="currentColor"
        />
      ))}
      <circle cx="80" cy="112" r="13" fill="none" strokeWidth="2.5" className="stroke-refusal" />
      <path d="M80 105l2 5h5l-4 3 2 5-5-3-5 3 2-5-4-3h5z" className="fill-refusal" />
    </g>
  );
}

function Corners() {
  const corner = (x: number, y: number, dx: number, dy: number) => `M${x + dx} ${y}H${x}V${y + dy}`;
  return (
    <path
      d={[
        corner(10, 7, 12, 12),
        corner(110, 7, -12, 12),
        corner(10, 143, 12, -12),
        corner(110, 143, -12, -12),
      ].join("")}
      fill="none"
      strokeWidth="2.5"
      className="stroke-accent"
    />
  );
}

export function GoodPaper() {
  return (
    <Frame>
      <Sheet />
      <Corners />
    </Frame>
  );
}

export function CutOff() {
  return (
    <Frame>
      <g transform="translate(34 46)">
        <Sheet />
      </g>
    </Frame>
  );
}

export function Glare() {
  return (
    <Frame>
      <Sheet />
      <ellipse cx="52" cy="68" rx="30" ry="20" className="fill-wash" opacity="0.95" />
      <path d="M86 14h16v122H62z" className="fill-ink" opacity="0.35" />
    </Frame>
  );
}

export function Tilted() {
  return (
    <Frame>
      <g transform="rotate(24 60 75) translate(12 15) scale(0.8)">
        <Sheet />
      </g>
    </Frame>
  );
}
