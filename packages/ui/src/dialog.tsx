import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { classes, fieldButtonClass } from "./style.ts";
import { words } from "./words.ts";

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** `alertdialog` for what must be answered; it isn't closed by a press beside it. */
  readonly role?: "dialog" | "alertdialog";
  readonly size?: "text" | "wide";
};

/** Something that has to be seen to before the page goes on; on phones it fills the lower edge. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, footer, role = "dialog", size = "text" } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      isDismissable={role === "dialog"}
      className="hall-enter fixed inset-0 z-50 flex items-end justify-center bg-scrim sm:items-center sm:p-6"
    >
      <Modal
        className={classes(
          "flex max-h-[92vh] w-full flex-col rounded-t-card border border-line bg-paper sm:rounded-card",
          size === "wide" ? "max-w-page" : "max-w-text",
        )}
      >
        <AriaDialog
          role={role}
          className="flex min-h-0 flex-1 flex-col outline-none short:block short:overflow-auto"
        >
          <header className="flex items-start justify-between gap-4 border-b border-line px-4 py-3 sm:px-6">
            <Heading slot="title" className="py-1 text-h3 font-semibold">
              {title}
            </Heading>
            <AriaButton
              aria-label={words.dialog.close}
              onPress={onClose}
              className={classes(fieldButtonClass, "-mr-2 -my-1")}
            >
              <X aria-hidden="true" size="1.25em" />
            </AriaButton>
          </header>
          <ScrollRegion
            label={title}
            className="min-h-0 flex-1 overflow-auto px-4 py-4 outline-offset-[-3px] sm:px-6 short:overflow-visible"
          >
            {children}
          </ScrollRegion>
          {footer ? (
            <footer className="flex flex-col-reverse gap-2 border-t border-line px-4 py-3 xs:flex-row xs:justify-end sm:px-6">
              {footer}
            </footer>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export type ConfirmDialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  /** What will be so afterwards, in one sentence or more; named before the act and not after. */
  readonly consequence: ReactNode;
  readonly children?: ReactNode;
  /** The act as a verb, such as 确认中断参保. */
  readonly confirmText: string;
  readonly cancelText?: string;
  readonly isDanger?: boolean;
  readonly isPending?: boolean;
  readonly pendingText?: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** The second confirmation of what can't be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, consequence, children, isDanger = false, isPending = false } = props;
  return (
    <Dialog
      role="alertdialog"
      title={title}
      isOpen={isOpen}
      onClose={props.onCancel}
      footer={
        <>
          <Button onPress={props.onCancel} isDisabled={isPending}>
            {props.cancelText ?? words.dialog.cancel}
          </Button>
          <Button
            variant={isDanger ? "danger" : "primary"}
            isPending={isPending}
            {...(props.pendingText ? { pendingText: props.pendingText } : {})}
            onPress={props.onConfirm}
          >
            {props.confirmText}
          </Button>
        </>
      }
    >
      {children}
      <div
        className={classes(
          "rounded-card border px-4 py-3",
          children ? "mt-4" : "",
          isDanger ? "border-refusal-line bg-refusal-wash" : "border-accent-line bg-accent-wash",
        )}
      >
        <p
          className={classes("text-note font-semibold", isDanger ? "text-refusal" : "text-accent")}
        >
          {words.dialog.consequence}
        </p>
        <div>{consequence}</div>
      </div>
    </Dialog>
  );
}
