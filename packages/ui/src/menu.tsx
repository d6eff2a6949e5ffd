import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components/Menu";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button.tsx";
import { classes, optionClass, popoverClass } from "./style.ts";

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly note?: string;
  /** Goes there; otherwise `onPress` is called. */
  readonly href?: string;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
};

export type MenuProps = {
  readonly label: ReactNode;
  readonly "aria-label"?: string;
  readonly entries: ReadonlyArray<MenuEntry>;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: ReactNode;
};

/** A button that opens a list of acts. */
export function Menu({
  label,
  entries,
  variant = "quiet",
  size = "normal",
  icon,
  ...aria
}: MenuProps) {
  return (
    <MenuTrigger>
      <Button {...aria} className={classes(buttonClass(variant, size, false), "px-3")}>
        {icon ? (
          <span aria-hidden="true" className="shrink-0 [&>svg]:size-[1.25em]">
            {icon}
          </span>
        ) : null}
        <span className="truncate">{label}</span>
        <ChevronDown aria-hidden="true" className="size-[1em] shrink-0 max-[22rem]:hidden" />
      </Button>
      <Popover placement="bottom end" className={classes(popoverClass, "min-w-short p-1")}>
        <AriaMenu className="outline-none">
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              {...(entry.href ? { href: entry.href } : {})}
              {...(entry.onPress ? { onAction: entry.onPress } : {})}
              className={classes(optionClass, "no-underline")}
            >
              {entry.icon ? (
                <span aria-hidden="true" className="shrink-0 text-ink-soft [&>svg]:size-[1.25em]">
                  {entry.icon}
                </span>
              ) : null}
              <span className="flex-1">
                {entry.label}
                {entry.note ? (
                  <span className="block text-note text-ink-soft">{entry.note}</span>
                ) : null}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
