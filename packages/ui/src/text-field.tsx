import { Eye, EyeOff } from "lucide-react";
import { type HTMLInputTypeAttribute, type ReactNode, type RefCallback, useState } from "react";
import { TextField as AriaTextField, Input, TextArea } from "react-aria-components/TextField";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps, fieldClass } from "./field.tsx";
import { classes, fieldButtonClass, inputClass } from "./style.ts";
import { words } from "./words.ts";

export type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: "text" | "tel" | "email" | "password" | "search";
  readonly inputMode?: "text" | "numeric" | "decimal" | "tel" | "email";
  readonly autoComplete?: string;
  readonly maxLength?: number;
  /** More than one line; counts the characters when `maxLength` is given. */
  readonly isLong?: boolean;
  readonly placeholder?: string;
  /** A short text at the end of the box, such as a unit or a button. */
  readonly suffix?: ReactNode;
  /** Numbers, codes and amounts stand to the right or in fixed width. */
  readonly look?: "text" | "code" | "amount";
  readonly ref?: RefCallback<HTMLElement>;
};

const looks = { text: "", code: "tracking-wide", amount: "text-end" } as const;

/** One line or several; a password has a switch that shows it. */
export function TextField(props: TextFieldProps) {
  const { label, help, error, isRequired = false, isLong = false, value, maxLength } = props;
  return (
    <AriaTextField
      validationBehavior="aria"
      value={value}
      onChange={props.onChange}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      type={props.type === "password" ? "text" : (props.type ?? "text")}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.name ? { name: props.name } : {})}
      {...(props.inputMode ? { inputMode: props.inputMode } : {})}
      {...(props.autoComplete ? { autoComplete: props.autoComplete } : {})}
      // A long text may be pasted whole and shortened in place; the count says by how much.
      {...(maxLength && !isLong ? { maxLength } : {})}
      className={fieldClass}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      {isLong ? <LongBox {...props} /> : <Box {...props} />}
      {isLong && maxLength ? (
        <span
          className={classes(
            "text-note",
            value.length > maxLength ? "text-refusal" : "text-ink-faint",
          )}
        >
          {words.field.characters(value.length, maxLength)}
        </span>
      ) : null}
      {error ? <FieldFault>{error}</FieldFault> : null}
    </AriaTextField>
  );
}

function LongBox({ placeholder = "", ref }: TextFieldProps) {
  return (
    <TextArea
      {...(ref ? { ref } : {})}
      rows={4}
      placeholder={placeholder}
      className={classes(inputClass, "resize-y py-2")}
    />
  );
}

function Box({ type = "text", placeholder = "", suffix, look = "text", ref }: TextFieldProps) {
  const [isShown, setShown] = useState(false);
  const shownType: HTMLInputTypeAttribute = type === "password" && isShown ? "text" : type;
  return (
    <div className="relative flex items-center">
      <Input
        {...(ref ? { ref } : {})}
        type={shownType}
        placeholder={placeholder}
        className={classes(
          inputClass,
          looks[look],
          type === "password" && "pr-control",
          Boolean(suffix) && "pr-[2.5em]",
        )}
      />
      {suffix ? <span className="absolute right-3 text-ink-soft">{suffix}</span> : null}
      {type === "password" ? (
        <button
          type="button"
          onClick={() => setShown(!isShown)}
          aria-label={isShown ? words.field.hidePassword : words.field.showPassword}
          className={classes(fieldButtonClass, "absolute right-0 hover:text-accent")}
        >
          {isShown ? (
            <EyeOff aria-hidden="true" size="1.25em" />
          ) : (
            <Eye aria-hidden="true" size="1.25em" />
          )}
        </button>
      ) : null}
    </div>
  );
}
