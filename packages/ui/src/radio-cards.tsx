import { Radio, RadioGroup, type RadioRenderProps } from "react-aria-components/RadioGroup";
import { FieldFault, FieldHelp, FieldLabel, type FieldProps } from "./field.tsx";
import { withUnits } from "./money.tsx";
import type { Option } from "./select-field.tsx";
import { classes } from "./style.ts";

export type RadioCardsProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly options: ReadonlyArray<Option>;
  /** Cards beside each other where there is room. */
  readonly columns?: 1 | 2 | 3;
};

const columnClasses = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" } as const;

/** One of a few, all in sight, each with a line that says what it means. */
export function RadioCards(props: RadioCardsProps) {
  const { label, help, error, isRequired = false, value, onChange, options, columns = 1 } = props;
  return (
    <RadioGroup
      validationBehavior="aria"
      value={value === "" ? null : value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isRequired={isRequired}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.name ? { name: props.name } : {})}
      className={classes("flex w-full flex-col gap-1", columns === 1 && "max-w-field")}
    >
      <FieldLabel label={label} isRequired={isRequired} />
      {help ? <FieldHelp>{help}</FieldHelp> : null}
      <div className={classes("mt-1 grid grid-cols-1 gap-2", columnClasses[columns])}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.isDisabled ?? false}
            className={cardClass}
          >
            {(state) => <CardFace option={option} state={state} />}
          </Radio>
        ))}
      </div>
      {error ? <FieldFault>{error}</FieldFault> : null}
    </RadioGroup>
  );
}

const cardClass = classes(
  "flex min-h-control cursor-default items-start gap-3 rounded-card border border-line-strong bg-paper",
  "px-4 py-3 text-body data-hovered:border-accent data-hovered:bg-accent-wash",
  "data-selected:border-accent data-selected:bg-accent-wash data-invalid:border-refusal",
  "data-disabled:border-line data-disabled:bg-wash data-disabled:text-ink-faint",
  "data-focus-visible:outline-3 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent",
);

function CardFace({ option, state }: { option: Option; state: RadioRenderProps }) {
  return (
    <>
      <span
        aria-hidden="true"
        className={classes(
          "mt-[0.2em] flex size-mark shrink-0 items-center justify-center rounded-round border-2 bg-paper",
          state.isSelected ? "border-accent-fill" : "border-line-strong",
        )}
      >
        {state.isSelected ? <span className="size-1/2 rounded-round bg-accent-fill" /> : null}
      </span>
      <span className="min-w-0 flex-1">
        <span className={classes("block", state.isSelected && "font-semibold")}>
          {withUnits(option.label)}
        </span>
        {option.note ? (
          <span className={classes("block text-note", state.isDisabled ? "" : "text-ink-soft")}>
            {withUnits(option.note)}
          </span>
        ) : null}
      </span>
    </>
  );
}
