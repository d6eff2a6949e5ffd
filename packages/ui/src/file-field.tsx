import { Camera, CircleAlert, CircleCheck, FileText, Upload, X } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "./button.tsx";
import { classes } from "./style.ts";
import { words } from "./words.ts";

/** A file on its way, or there. */
export type FileEntry = {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: "sending" | "received" | "failed";
  /** 0 to 100 while it is sent. */
  readonly percent?: number;
  /** Why it isn't taken: what it was found to be, and what is asked for. */
  readonly error?: string;
};

export type FileFieldProps = {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Kinds offered when choosing, such as `.xlsx` or `image/jpeg`; the server checks the content. */
  readonly accept?: ReadonlyArray<string>;
  readonly isMultiple?: boolean;
  /** A second button that opens the camera of a phone. */
  readonly hasCamera?: boolean;
  readonly files: ReadonlyArray<FileEntry>;
  readonly onAdd: (files: File[]) => void;
  readonly onRemove?: (id: string) => void;
  readonly onRetry?: (id: string) => void;
};

/** Papers and workbooks: drop or choose, see each on its way, with what is wrong said at the file. */
export function FileField(props: FileFieldProps) {
  const { label, help, error, isRequired = false, files } = props;
  const id = useId();
  return (
    <fieldset className="flex w-full max-w-text flex-col gap-1">
      <legend className="mb-1 text-body font-semibold">
        {label}
        {isRequired ? null : (
          <span className="ml-2 text-note font-normal text-ink-faint">{words.field.optional}</span>
        )}
      </legend>
      {help ? (
        <div id={`${id}-help`} className="mb-1 text-note text-ink-soft">
          {help}
        </div>
      ) : null}
      <Drop {...props} describedBy={help ? `${id}-help` : undefined} />
      {error ? (
        <p role="alert" className="flex items-start gap-2 text-note text-refusal">
          <CircleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
          {error}
        </p>
      ) : null}
      {files.length > 0 ? (
        <ul
          aria-live="polite"
          className="mt-2 divide-y divide-line rounded-card border border-line"
        >
          {files.map((file) => (
            <Entry key={file.id} file={file} onRemove={props.onRemove} onRetry={props.onRetry} />
          ))}
        </ul>
      ) : null}
    </fieldset>
  );
}

type DropProps = FileFieldProps & { readonly describedBy: string | undefined };

function Drop(props: DropProps) {
  const { label, accept = [], isMultiple = false, isDisabled = false, hasCamera = false } = props;
  const [isOver, setOver] = useState(false);
  const add = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    if (chosen.length > 0) props.onAdd(isMultiple ? chosen : chosen.slice(0, 1));
  };
  const over = (event: DragEvent, isNow: boolean) => {
    event.preventDefault();
    setOver(isNow && !isDisabled);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the buttons inside do the same
    <div
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        if (!isDisabled) add(event.dataTransfer.files);
      }}
      className={classes(
        "flex flex-wrap items-center justify-center gap-3 rounded-card border border-dashed px-4 py-6 print:hidden",
        isOver ? "border-accent bg-accent-wash" : "border-line-strong bg-wash",
        props.error && "border-refusal",
      )}
    >
      <Upload aria-hidden="true" className="hidden size-5 text-ink-faint sm:block" />
      <span aria-hidden="true" className="hidden text-ink-soft sm:block">
        {words.file.drop}
      </span>
      <FileTrigger acceptedFileTypes={accept} allowsMultiple={isMultiple} onSelect={add}>
        <Button
          isDisabled={isDisabled}
          aria-label={`${words.file.choose}：${label}`}
          {...(props.describedBy ? { "aria-describedby": props.describedBy } : {})}
        >
          {words.file.choose}
        </Button>
      </FileTrigger>
      {hasCamera ? (
        <FileTrigger acceptedFileTypes={["image/*"]} defaultCamera="environment" onSelect={add}>
          <Button
            icon={<Camera />}
            isDisabled={isDisabled}
            aria-label={`${words.file.camera}：${label}`}
          >
            {words.file.camera}
          </Button>
        </FileTrigger>
      ) : null}
    </div>
  );
}

type EntryProps = {
  readonly file: FileEntry;
  readonly onRemove: ((id: string) => void) | undefined;
  readonly onRetry: ((id: string) => void) | undefined;
};

const faces = {
  sending: { Icon: FileText, colour: "text-ink-soft" },
  received: { Icon: CircleCheck, colour: "text-accent" },
  failed: { Icon: CircleAlert, colour: "text-refusal" },
} as const;

function Entry({ file, onRemove, onRetry }: EntryProps) {
  const { Icon, colour } = faces[file.state];
  return (
    <li className="flex flex-wrap items-start gap-x-3 px-4 py-3">
      <Icon aria-hidden="true" className={classes("mt-[0.25em] size-[1.25em] shrink-0", colour)} />
      <div className="min-w-0 flex-1 basis-[8em]">
        <p className="break-all">
          {file.name}{" "}
          <span className="text-note whitespace-nowrap text-ink-soft">
            {sizeText(file.sizeBytes)}
          </span>
        </p>
        <p className={classes("text-note", colour)}>{stateText(file)}</p>
        {file.state === "sending" ? (
          <span
            aria-hidden="true"
            className="mt-1 block h-1 overflow-hidden rounded-round bg-wash-strong"
          >
            <span
              className="block h-full bg-accent-fill"
              style={{ width: `${file.percent ?? 0}%` }}
            />
          </span>
        ) : null}
        {file.state === "failed" && onRetry ? (
          <span className="-ml-3 block">
            <Button
              size="small"
              variant="quiet"
              aria-label={words.file.retryNamed(file.name)}
              onPress={() => onRetry(file.id)}
            >
              {words.file.retry}
            </Button>
          </span>
        ) : null}
      </div>
      {onRemove ? (
        <Button
          size="small"
          variant="quiet"
          icon={<X />}
          aria-label={words.file.removeNamed(file.name)}
          onPress={() => onRemove(file.id)}
        >
          {words.file.remove}
        </Button>
      ) : null}
    </li>
  );
}

function stateText(file: FileEntry): string {
  if (file.state === "received") return words.file.received;
  if (file.state === "failed") return file.error ?? words.file.failed;
  return file.percent === undefined
    ? words.file.sending
    : words.file.sendingAt(Math.round(file.percent));
}

/** 1 KB is 1024 bytes here, as in the limits of the papers. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
