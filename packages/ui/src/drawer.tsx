import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { classes, fieldButtonClass } from "./style.ts";
import { words } from "./words.ts";

export type DrawerProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly side?: "start" | "end";
};

/**
 * A sheet from the side, for the menu on a phone and for a second look at something. It is the
 * browser's own dialog: the shell is on every first page, and this costs it nothing.
 */
export function Drawer({ title, isOpen, onClose, children, side = "end" }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (isOpen && element && !element.open) element.showModal();
    if (!isOpen && element?.open) element.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; this is the press beside it
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className={classes(
        "hall-enter h-dvh max-h-none w-full max-w-drawer bg-paper text-ink backdrop:bg-scrim",
        side === "end" ? "mr-0 ml-auto border-l border-line" : "mr-auto ml-0 border-r border-line",
      )}
    >
      <div className="flex min-h-full flex-col">
        <div className="sticky top-0 flex items-center justify-between border-b border-line bg-paper px-4 py-2">
          <h2 className="text-h3 font-semibold">{title}</h2>
          <button
            type="button"
            onClick={onClose}
            aria-label={words.dialog.close}
            className={classes(fieldButtonClass, "-mr-2 hover:bg-accent-wash hover:text-accent")}
          >
            <X aria-hidden="true" size="1.25em" />
          </button>
        </div>
        <div className="flex-1 px-4 py-4">{children}</div>
      </div>
    </dialog>
  );
}
