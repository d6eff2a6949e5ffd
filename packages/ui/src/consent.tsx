import { CircleAlert } from "lucide-react";
import { useId } from "react";
import { Tick } from "./checkbox-field.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { words } from "./words.ts";

export type ConsentProps = {
  /** What is declared, above the text. */
  readonly label: string;
  /** The declaration by paragraph. */
  readonly text: ReadonlyArray<string>;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly onBlur?: () => void;
  readonly error?: string;
  readonly isDisabled?: boolean;
  readonly name?: string;
  /** The words beside the box. */
  readonly agree?: string;
};

/** A declaration to be read and ticked; long ones scroll and the box stays in sight. */
export function Consent(props: ConsentProps) {
  const id = useId();
  const { label, text, value, onChange, error } = props;
  return (
    <fieldset className="w-full max-w-text rounded-card border border-line">
      <legend className="mx-4 px-1 text-body font-semibold">{label}</legend>
      <div id={`${id}-text`}>
        <ScrollRegion
          label={label}
          className="max-h-80 overflow-auto px-5 pb-3 text-note text-ink-soft print:max-h-none"
        >
          {text.map((paragraph) => (
            <p key={paragraph} className="mt-1">
              {paragraph}
            </p>
          ))}
        </ScrollRegion>
      </div>
      <div className="border-t border-line px-5 py-1">
        <Tick
          isSelected={value}
          onChange={onChange}
          isRequired
          isDisabled={props.isDisabled ?? false}
          isInvalid={Boolean(error)}
          aria-describedby={error ? `${id}-text ${id}-fault` : `${id}-text`}
          {...(props.onBlur ? { onBlur: props.onBlur } : {})}
          {...(props.name ? { name: props.name } : {})}
        >
          {props.agree ?? words.consent.agree}
        </Tick>
        {error ? (
          <p id={`${id}-fault`} className="mb-2 flex items-start gap-2 text-note text-refusal">
            <CircleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
            {error}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}
