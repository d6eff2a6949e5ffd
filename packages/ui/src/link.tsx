import { ExternalLink } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Link as AriaLink } from "react-aria-components/Link";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button.tsx";
import { classes, linkClass } from "./style.ts";

export type LinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  /** Opens in a new tab and says so by an icon. */
  readonly isExternal?: boolean;
  /** Without underline, for lists that are links throughout. */
  readonly isBare?: boolean;
  readonly isCurrent?: boolean;
  readonly download?: boolean | string;
  readonly "aria-label"?: string;
  readonly ref?: Ref<HTMLAnchorElement>;
};

/** A link in text; goes through the router that `Provider` was given. */
export function Link({
  children,
  isExternal = false,
  isBare = false,
  isCurrent = false,
  ...rest
}: LinkProps) {
  return (
    <AriaLink
      {...rest}
      {...(isExternal ? { target: "_blank", rel: "noopener noreferrer" } : {})}
      {...(isCurrent ? { "aria-current": "page" as const } : {})}
      className={classes(isBare ? "rounded-small text-accent hover:underline" : linkClass)}
    >
      {children}
      {isExternal ? (
        <ExternalLink aria-hidden="true" className="ml-1 inline size-[0.9em] align-baseline" />
      ) : null}
    </AriaLink>
  );
}

export type LinkButtonProps = LinkProps & {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
  readonly isWide?: boolean;
};

/** Goes somewhere, looks like a button. */
export function LinkButton({
  children,
  variant = "secondary",
  size = "normal",
  icon,
  isWide = false,
  isExternal = false,
  isBare: _isBare,
  isCurrent: _isCurrent,
  ...rest
}: LinkButtonProps) {
  return (
    <AriaLink
      {...rest}
      {...(isExternal ? { target: "_blank", rel: "noopener noreferrer" } : {})}
      className={buttonClass(variant, size, isWide)}
    >
      {icon ? (
        <span aria-hidden="true" className="shrink-0 [&>svg]:size-[1.25em]">
          {icon}
        </span>
      ) : null}
      <span>{children}</span>
    </AriaLink>
  );
}
