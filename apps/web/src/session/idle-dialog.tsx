import { Button } from "@hall/ui/button";
import { Dialog } from "@hall/ui/dialog";
import { words } from "../app/words.ts";

type IdleDialogProps = {
  readonly minutes: number;
  readonly onStay: () => void;
  readonly onLeave: () => void;
};

/** Are you still there? */
export function IdleDialog({ minutes, onStay, onLeave }: IdleDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      title={words.idle.title}
      isOpen
      onClose={onStay}
      footer={
        <>
          <Button onPress={onLeave}>{words.idle.leave}</Button>
          <Button variant="primary" onPress={onStay} autoFocus>
            {words.idle.stay}
          </Button>
        </>
      }
    >
      <p>{words.idle.lead(minutes)}</p>
    </Dialog>
  );
}
