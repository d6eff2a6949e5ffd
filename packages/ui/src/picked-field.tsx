import type { LucideIcon } from "lucide-react";
import { type ComponentType, type RefObject, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Input, TextField } from "react-aria-components/TextField";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps, fieldClass } from "./field.tsx";
import { usePiece } from "./later.tsx";
import { classes, fieldButtonClass, inputClass } from "./style.ts";
import { words } from "./words.ts";

export type PickedFieldProps = FieldProps & {
  /** As the wire has it, or the text as typed while it isn't readable yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** First and last that are offered, as the wire has them. */
  readonly first?: string;
  readonly last?: string;
  readonly autoComplete?: string;
  /** Id of the words that say for several fields at once what is wrong with this one. */
  readonly faultId?: string;
};

/** What floats over the page, to pick from. */
export type FloatingProps = {
  readonly label: string;
  /** As the wire has it; undefined while nothing readable stands in the box. */
  readonly value: string | undefined;
  readonly first?: string;
  readonly last?: string;
  readonly onPick: (value: string) => void;
  /** The button beside which it floats. */
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
};

export type PickedKind = {
  /** As the wire has it; undefined where the text is none. */
  readonly read: (text: string) => string | undefined;
  readonly unreadable: string;
  readonly hint: string;
  readonly open: string;
  readonly Icon: LucideIcon;
  /** What is picked from is most of what such a field weighs, and most people type. */
  readonly load: () => Promise<ComponentType<FloatingProps>>;
};

/**
 * A day or a month, typed in any usual way or picked. Typing is a plain box and not segments: it
 * takes a pasted date, and a birthday of 1957 needs no fifty presses.
 */
export function PickedField({ kind, ...props }: PickedFieldProps & { readonly kind: PickedKind }) {
  const { label, help, error, isRequired = false, value, onChange, onBlur, faultId } = props;
  const [isLeft, setLeft] = useState(false);
  const picked = usePiece(kind.load);
  const read = kind.read(value);
  const isUnreadable = isLeft && value.trim() !== "" && read === undefined;
  const fault = error ?? (isUnreadable ? kind.unreadable : undefined);
  return (
    <TextField
      validationBehavior="aria"
      value={value}
      onChange={(text) => {
        setLeft(false);
        onChange(text);
      }}
      onBlur={() => {
        setLeft(true);
        if (read && read !== value) onChange(read);
        onBlur?.();
      }}
      isInvalid={Boolean(fault)}
      {...(fault && faultId ? { "aria-describedby": faultId } : {})}
      isRequired={isRequired}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      {...(props.name ? { name: props.name } : {})}
      {...(props.autoComplete ? { autoComplete: props.autoComplete } : {})}
      className={fieldClass}
    >
      <FieldLabel label={label} isRequired={isRequired} isPart={props.isPart ?? false} />
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <span className="relative flex max-w-short items-center">
        <Input placeholder={kind.hint} className={classes(inputClass, "pr-control")} />
        {props.isDisabled || props.isReadOnly ? null : (
          <Picker
            kind={kind}
            picked={picked}
            label={label}
            value={read}
            {...(props.first ? { first: props.first } : {})}
            {...(props.last ? { last: props.last } : {})}
            onPick={onChange}
          />
        )}
      </span>
      {picked.failures > 0 && !picked.Piece ? (
        <p role="status" className="text-note text-ink-soft">
          {words.field.pickerAway}
        </p>
      ) : null}
      {fault && !faultId ? <FieldFault>{fault}</FieldFault> : null}
    </TextField>
  );
}

type PickerProps = Pick<FloatingProps, "label" | "value" | "first" | "last" | "onPick"> & {
  readonly kind: PickedKind;
  readonly picked: ReturnType<typeof usePiece<FloatingProps>>;
};

function Picker({ kind, picked, onPick, ...props }: PickerProps) {
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  // Stays once it came: what floats gives the focus back when it closes.
  const Floating = picked.Piece;
  const open = async () => {
    // Without a network typing goes on; the next press tries again.
    if (Floating || (await picked.fetch())) setOpen(true);
  };
  return (
    <>
      <Button
        ref={trigger}
        aria-label={`${props.label}：${kind.open}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className={classes(fieldButtonClass, "absolute right-0")}
        onPress={() => void open()}
      >
        <kind.Icon aria-hidden="true" size="1.25em" />
      </Button>
      {Floating ? (
        <Floating
          {...props}
          triggerRef={trigger}
          isOpen={isOpen}
          onOpenChange={setOpen}
          onPick={(value) => {
            onPick(value);
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
