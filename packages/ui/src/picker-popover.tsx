import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import type { FloatingProps } from "./picked-field.tsx";
import { popoverClass } from "./style.ts";

type PickerPopoverProps = Pick<FloatingProps, "triggerRef" | "isOpen" | "onOpenChange"> & {
  /** What one picks from here. */
  readonly title: string;
  readonly children: ReactNode;
};

/** The frame in which a calendar or a year's months float over the page. */
export function PickerPopover({ title, children, ...floating }: PickerPopoverProps) {
  return (
    <Popover {...floating} placement="bottom end" className={popoverClass}>
      <Dialog aria-label={title} className="min-w-short p-4 outline-none">
        {children}
      </Dialog>
    </Popover>
  );
}
