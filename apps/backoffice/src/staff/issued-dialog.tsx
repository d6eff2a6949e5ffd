import type { IssuedJson } from "@hall/contracts/backoffice/staff";
import { Button } from "@hall/ui/button";
import { Dialog } from "@hall/ui/dialog";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import type { Outcome } from "./staff-page.tsx";
import { words } from "./words.ts";

type IssuedDialogProps = {
  readonly handed: NonNullable<Outcome["handed"]>;
  readonly onClose: () => void;
};

/** Password and secret, seen once: nothing of them can be asked for again. */
export function IssuedDialog({ handed: { account, issued }, onClose }: IssuedDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      title={words.issued.title(account.name)}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {words.issued.done}
        </Button>
      }
    >
      {issued ? (
        <Issued username={account.username} issued={issued} />
      ) : (
        <Notice tone="warning">{words.issued.lost}</Notice>
      )}
    </Dialog>
  );
}

function Issued({ username, issued }: { username: string; issued: IssuedJson }) {
  return (
    <Stack>
      <Notice tone="warning">{words.issued.lead}</Notice>
      <KeyValue
        items={[
          { label: words.username, value: <span className="font-code">{username}</span> },
          {
            label: words.issued.password,
            value: <span className="font-code">{issued.password}</span>,
          },
          {
            label: words.issued.secret,
            value: <span className="break-all font-code">{issued.totpSecret}</span>,
          },
        ]}
      />
      <p className="text-note text-ink-soft">{words.issued.secretHelp}</p>
      <QrCode qr={issued.qr} />
    </Stack>
  );
}

/** Black on white in the dark mode too: cameras read nothing else. */
function QrCode({ qr }: { qr: IssuedJson["qr"] }) {
  return (
    <svg
      role="img"
      aria-label={words.issued.qr}
      viewBox={`0 0 ${qr.side} ${qr.side}`}
      className="size-56 max-w-full"
      shapeRendering="crispEdges"
    >
      <rect width={qr.side} height={qr.side} fill="#fff" />
      <path d={qr.filled} fill="#000" />
    </svg>
  );
}
