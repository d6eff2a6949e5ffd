import { CircleCheck, Copy, FileCheck } from "lucide-react";
import type { ReactNode } from "react";
import { announce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { InstantText } from "./date-text.tsx";
import { words } from "./words.ts";

/** A file that was taken in, named by the hash of what came and of the copy that is kept. */
export type ReceivedFile = {
  readonly name: string;
  readonly receivedHash: string;
  readonly storedHash?: string;
};

export type ReceiptProps = {
  readonly title: string;
  /** Number of the application. */
  readonly number: string;
  /** RFC 3339 instant. */
  readonly at: string;
  readonly children?: ReactNode;
  readonly files?: ReadonlyArray<ReceivedFile>;
  /** What happens next, by when. */
  readonly next?: ReactNode;
  readonly actions?: ReactNode;
};

/** Proof that it was taken in: number, moment, each file with its hash, what comes next. */
export function Receipt({ title, number, at, children, files = [], next, actions }: ReceiptProps) {
  return (
    <section className="rounded-card border border-accent-line bg-paper">
      <header className="flex items-start gap-4 border-b border-accent-line bg-accent-wash px-4 py-5 sm:px-6">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-[2rem] shrink-0 text-accent" />
        <div className="min-w-0">
          <h2 className="text-h2 font-bold">{title}</h2>
          <p className="text-note text-ink-soft">
            {words.receipt.received}：<InstantText value={at} />
          </p>
        </div>
      </header>
      <div className="flex flex-col gap-5 px-4 py-5 sm:px-6">
        <div className="flex flex-wrap items-end justify-between gap-3">
          <div className="min-w-0">
            <p className="text-note text-ink-soft">{words.receipt.number}</p>
            <p className="text-h2 font-semibold tracking-wider break-all tabular-nums">{number}</p>
          </div>
          <CopyButton text={number} />
        </div>
        {children}
        {files.length > 0 ? <Files files={files} /> : null}
        {next ? (
          <div className="border-l-3 border-accent-fill pl-4">
            <p className="font-semibold">{words.receipt.next}</p>
            <div className="text-ink-soft">{next}</div>
          </div>
        ) : null}
      </div>
      {actions ? (
        <footer className="hall-bar flex flex-wrap gap-2 border-t border-line px-4 py-3 sm:px-6 print:hidden">
          {actions}
        </footer>
      ) : null}
    </section>
  );
}

function CopyButton({ text }: { text: string }) {
  return (
    <Button
      size="small"
      icon={<Copy />}
      onPress={() => {
        // Without permission nothing is copied and nothing is claimed; the number stays in sight.
        navigator.clipboard?.writeText(text).then(
          () => announce(words.receipt.copied),
          () => undefined,
        );
      }}
    >
      {words.receipt.copy}
    </Button>
  );
}

function Files({ files }: { files: ReadonlyArray<ReceivedFile> }) {
  return (
    <div>
      <p className="font-semibold">{words.receipt.files}</p>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {files.map((file) => (
          <li key={file.receivedHash} className="flex gap-3 py-3">
            <FileCheck
              aria-hidden="true"
              className="mt-[0.25em] size-[1.25em] shrink-0 text-accent"
            />
            <div className="min-w-0 flex-1">
              <p className="break-all">{file.name}</p>
              <p className="text-note text-accent">{words.receipt.stored}</p>
              <dl className="text-note text-ink-soft">
                <Hash label={words.receipt.receivedHash} value={file.receivedHash} />
                {file.storedHash ? (
                  <Hash label={words.receipt.storedHash} value={file.storedHash} />
                ) : null}
              </dl>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Hash({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt>{label}</dt>
      <dd className="font-code break-all">{value}</dd>
    </div>
  );
}
