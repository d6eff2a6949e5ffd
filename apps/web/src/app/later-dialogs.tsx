import type { ConfirmDialogProps, DialogProps } from "@hall/ui/dialog";
import { type ComponentType, lazy, Suspense, useEffect } from "react";

// Dialogs come after the page: no page needs one to be seen, and they weigh as much as a form.
const load = () => import("@hall/ui/dialog");
const LoadedConfirm = lazy(async () => ({ default: (await load()).ConfirmDialog }));
const LoadedDialog = lazy(async () => ({ default: (await load()).Dialog }));

/** Fetched once the page stands, so that it is there when it is wanted, without a network too. */
function useLoadedSoon(): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void load().catch(() => undefined), 1_500);
    return () => window.clearTimeout(timer);
  }, []);
}

function later<Props extends { readonly isOpen: boolean }>(Loaded: ComponentType<Props>) {
  return function Later(props: Props) {
    useLoadedSoon();
    if (!props.isOpen) return null;
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** `ConfirmDialog` of the design system, fetched after the page. */
export const ConfirmDialog = later<ConfirmDialogProps>(LoadedConfirm);

/** `Dialog` of the design system, fetched after the page. */
export const Dialog = later<DialogProps>(LoadedDialog);
