import type { StandingJson } from "@hall/contracts/directory";
import type { FormStep } from "@hall/contracts/fields";
import type { FigureJson } from "@hall/contracts/findings";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { FieldRenderer, type FormValues } from "@hall/ui/field-renderer";
import { FigureList } from "@hall/ui/figure-text";
import { later } from "@hall/ui/later";
import { Stack } from "@hall/ui/layout";
import { Money } from "@hall/ui/money";
import { Skeleton } from "@hall/ui/skeleton";
import type { FormEvent } from "react";
import { type Control, useWatch } from "react-hook-form";
import { listOptionsOf } from "./input-of.ts";
import type { LiveCheck } from "./use-live-check.ts";
import { words } from "./words.ts";

// Lists are the work of units; who applies for oneself never loads them.
const ListField = later(async () => (await import("../lists/list-field.tsx")).ListField, {
  waiting: () => <Skeleton shape="form" />,
});

type FilledStepProps = {
  readonly step: FormStep;
  /** What the centre has on record; stands above the first step's fields. */
  readonly facts: readonly FigureJson[];
  readonly control: Control<FormValues>;
  readonly choices: StandingJson["choices"];
  readonly service: string;
  readonly steps: readonly FormStep[];
  readonly live: LiveCheck;
  readonly onNext: () => void;
  readonly onPrevious?: () => void;
};

/** One step of the contract: its fields, drawn by their kinds. */
export function FilledStep(props: FilledStepProps) {
  const { step, facts, control, choices, service, steps, onNext, onPrevious } = props;
  const values = useWatch({ control });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="large">
        <div>
          <h2 className="text-h2 font-semibold">{step.title}</h2>
          {step.intro ? <p className="mt-1 text-ink-soft">{step.intro}</p> : null}
        </div>
        {facts.length > 0 ? (
          <Card title={words.facts} headingLevel={3} lead={words.factsHelp}>
            <FigureList figures={facts} />
          </Card>
        ) : null}
        {step.fields.map((field) => (
          <FieldRenderer
            key={field.name}
            field={field}
            control={control}
            options={choices[field.name]?.map(optionOf) ?? []}
            renderList={({ value, onChange, error }) => (
              <ListField
                service={service}
                label={field.label}
                {...(field.help ? { help: field.help } : {})}
                options={listOptionsOf(steps, values)}
                batchId={typeof value === "string" ? value : ""}
                onChange={onChange}
                {...(error ? { error } : {})}
              />
            )}
          />
        ))}
        <div className="flex flex-wrap gap-3 border-t border-line pt-4">
          <Button type="submit" variant="primary" size="main">
            {words.next}
          </Button>
          {onPrevious ? (
            <Button size="main" onPress={onPrevious}>
              {words.previous}
            </Button>
          ) : null}
        </div>
        <LiveTotal live={props.live} />
      </Stack>
    </form>
  );
}

type Choice = StandingJson["choices"][string][number];

function optionOf({ value, label, note, when }: Choice) {
  return { value, label, ...(note ? { note } : {}), ...(when ? { when } : {}) };
}

/**
 * On a phone the workings stand under the form; what it comes to is said where one chooses, below
 * the buttons, so that none moves away under the finger when it comes.
 */
function LiveTotal({ live }: { live: LiveCheck }) {
  const total = live.answer?.quote?.total;
  if (!total) return null;
  return (
    <p
      className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card border border-accent-line bg-accent-wash px-4 py-3 lg:hidden"
      aria-hidden="true"
    >
      <span>{total.label}</span>
      <span className={live.isStale ? "text-ink-faint" : "text-accent"}>
        <Money fen={total.amountFen} isStrong />
      </span>
    </p>
  );
}
