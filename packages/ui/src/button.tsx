import { type ReactNode, type Ref, useEffect } from "react";
import { Button as AriaButton, type PressEvent } from "react-aria-components/Button";
import { announce } from "./announce.tsx";
import { classes } from "./style.ts";

/** `primary` once a page; `danger` for what can't be undone; `quiet` within rows and headers. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

/** `main` is the one big act of a page; `small` belongs into tables and tight bars. */
export type ButtonSize = "main" | "normal" | "small";

export type ButtonProps = {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly type?: "button" | "submit" | "reset";
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  /** Keeps focus and width, says `pendingText` and takes no further press. */
  readonly isPending?: boolean;
  readonly pendingText?: string;
  /** Fills the line, for narrow places. */
  readonly isWide?: boolean;
  readonly form?: string;
  readonly name?: string;
  readonly value?: string;
  readonly autoFocus?: boolean;
  readonly id?: string;
  readonly "aria-label"?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-expanded"?: boolean;
  readonly "aria-controls"?: string;
  readonly "aria-keyshortcuts"?: string;
  readonly "aria-pressed"?: boolean;
  readonly slot?: string | null;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onPress?: (event: PressEvent) => void;
};

const variants: Record<ButtonVariant, string> = {
  primary:
    "border-accent-fill bg-accent-fill text-on-accent data-hovered:border-accent-fill-strong " +
    "data-hovered:bg-accent-fill-strong data-pressed:bg-accent-fill-strong",
  secondary:
    "border-line-strong bg-paper text-accent data-hovered:border-accent " +
    "data-hovered:bg-accent-wash data-pressed:bg-accent-line",
  quiet:
    "hall-quiet border-transparent bg-transparent text-accent data-hovered:bg-accent-wash " +
    "data-pressed:bg-accent-line",
  danger:
    "border-refusal-fill bg-refusal-fill text-on-accent data-hovered:border-refusal-fill-strong " +
    "data-hovered:bg-refusal-fill-strong data-pressed:bg-refusal-fill-strong",
};

const sizes: Record<ButtonSize, string> = {
  main: "min-h-control-main px-8 text-lead font-semibold",
  normal: "min-h-control px-5 text-body font-semibold",
  small: "min-h-target px-3 text-note font-semibold",
};

/** Classes of a button, shared with the link that looks like one. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, isWide: boolean): string {
  return classes(
    "relative inline-flex cursor-default select-none items-center justify-center gap-2",
    "overflow-hidden rounded-small border py-1 text-center no-underline print:hidden",
    "data-disabled:border-line data-disabled:bg-wash-strong data-disabled:text-ink-faint",
    variants[variant],
    sizes[size],
    isWide && "w-full",
  );
}

/** A button that says what it does; while it works it shows the words of `pendingText`. */
export function Button({
  children,
  variant = "secondary",
  size = "normal",
  icon,
  isPending = false,
  pendingText,
  isWide = false,
  type = "button",
  onPress,
  ...rest
}: ButtonProps) {
  // Not the library's own pending state: what that says aloud points at the button, and stays
  // behind pointing at nothing when the button goes.
  useEffect(() => {
    if (isPending && pendingText) announce(pendingText);
  }, [isPending, pendingText]);
  return (
    <AriaButton
      {...rest}
      // Nor does the Enter key in a field send a form whose button is at work.
      type={isPending ? "button" : type}
      {...(isPending ? { "aria-disabled": true } : {})}
      {...(onPress && !isPending ? { onPress } : {})}
      className={buttonClass(variant, size, isWide)}
    >
      {icon ? (
        <span aria-hidden="true" className="shrink-0 [&>svg]:size-[1.25em]">
          {icon}
        </span>
      ) : null}
      <span>{isPending && pendingText ? pendingText : children}</span>
      {isPending ? (
        <span aria-hidden="true" className="absolute inset-x-0 bottom-0 h-1 overflow-hidden">
          <span className="hall-run block h-full w-2/5 bg-current" />
        </span>
      ) : null}
    </AriaButton>
  );
}
