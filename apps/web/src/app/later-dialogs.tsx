import type { ConfirmDialogProps, DialogProps } from "@hall/ui/dialog";
import { later } from "@hall/ui/later";
import { type ComponentType, useEffect } from "react";

// Dialogs come after the page: no page needs one to be seen, and they weigh as much as a form.
const waiting = () => null;
const LoadedConfirm = later(async () => (await import("@hall/ui/dialog")).ConfirmDialog, {
  waiting,
});
const LoadedDialog = later(async () => (await import("@hall/ui/dialog")).Dialog, { waiting });

/** Fetched once the page stands, so that it is there when it is wanted, without a network too. */
function useLoadedSoon(): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void LoadedDialog.fetch(), 1_500);
    return () => window.clearTimeout(timer);
  }, []);
}

function onceOpen<Props extends { readonly isOpen: boolean }>(Loaded: ComponentType<Props>) {
  return function OnceOpen(props: Props) {
    useLoadedSoon();
    if (!props.isOpen) return null;
    return <Loaded {...props} />;
  };
}

/** `ConfirmDialog` of the design system, fetched after the page. */
export const ConfirmDialog = onceOpen<ConfirmDialogProps>(LoadedConfirm);

/** `Dialog` of the design system, fetched after the page. */
export const Dialog = onceOpen<DialogProps>(LoadedDialog);
