import type { QuoteJson } from "@hall/contracts/findings";
import { Button } from "@hall/ui/button";
import { words as uiWords } from "@hall/ui/words";
import { Dialog } from "../app/later-dialogs.tsx";
import { QuoteDifferenceTable } from "./quote-difference-table.tsx";
import { words } from "./words.ts";

type StaleDialogProps = {
  readonly before: QuoteJson;
  readonly after: QuoteJson;
  readonly onAgree: () => void;
  readonly onCancel: () => void;
};

/** Between confirming and submitting the amounts moved: old beside new, and asked again. */
export function StaleDialog({ before, after, onAgree, onCancel }: StaleDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      title={words.stale.title}
      isOpen
      onClose={onCancel}
      footer={
        <>
          <Button onPress={onCancel}>{uiWords.dialog.cancel}</Button>
          <Button variant="primary" onPress={onAgree}>
            {words.stale.again}
          </Button>
        </>
      }
    >
      <p className="mb-4">{words.stale.lead}</p>
      <QuoteDifferenceTable before={before} after={after} />
    </Dialog>
  );
}
