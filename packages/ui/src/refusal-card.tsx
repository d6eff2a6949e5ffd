import { Ban, CalendarClock, Landmark } from "lucide-react";
import { type ReactNode, useId } from "react";
import { DateText } from "./date-text.tsx";
import { Link } from "./link.tsx";
import { PhoneNumbers } from "./phone-numbers.tsx";
import { classes } from "./style.ts";
import { words } from "./words.ts";

/** `fails` for good, `later` from a day on, `counter` only in person. */
export type RefusalOutcome = "fails" | "counter" | "later";

/** A figure of the rule; without a label of its own it is named by its part: 要求, 您的情况, 还差. */
export type RefusalFigure = { readonly label?: string; readonly value: ReactNode };

export type RefusalCardProps = {
  readonly outcome?: RefusalOutcome;
  /** Why it can't be done, to this person, with their figures. */
  readonly message: string;
  /** The rule itself in words, as the rule book has it. */
  readonly claim?: string;
  /** Code of the rule, such as `FPC-1`. */
  readonly code: string;
  /** The rule's page in the public rule book. */
  readonly codeHref?: string;
  readonly citation?: { readonly text: string; readonly href?: string };
  /** The threshold, the person's own figure, and what lies between. */
  readonly required?: RefusalFigure | undefined;
  readonly own?: RefusalFigure | undefined;
  readonly gap?: RefusalFigure | undefined;
  /** Further figures that the rule used. */
  readonly figures?: ReadonlyArray<{ readonly label: string; readonly value: ReactNode }>;
  /** What would change it. */
  readonly remedy?: ReactNode;
  /** The service of this hall that would change it. */
  readonly remedyHref?: string;
  /** First possible day, `yyyy-mm-dd`. */
  readonly firstDay?: string;
  readonly counter?: {
    readonly name: string;
    readonly href?: string;
    /** Address and hours. */
    readonly where?: string;
    /** Numbers, and what stands around them. */
    readonly phones?: string;
  };
  /** Remind me on that day; put it before a human. */
  readonly actions?: ReactNode;
  readonly headingLevel?: 2 | 3 | 4;
};

// What can be done after all, elsewhere or later, isn't shown in the red of a refusal.
const faces = {
  fails: { Icon: Ban, text: "text-refusal", line: "border-refusal-line", wash: "bg-refusal-wash" },
  counter: {
    Icon: Landmark,
    text: "text-warning",
    line: "border-warning-line",
    wash: "bg-warning-wash",
  },
  later: {
    Icon: CalendarClock,
    text: "text-warning",
    line: "border-warning-line",
    wash: "bg-warning-wash",
  },
} as const;

/** Why it can't be done, with the figures, and what to do now. One card for each rule. */
export function RefusalCard(props: RefusalCardProps) {
  const { outcome = "fails", message, code, codeHref, actions, headingLevel = 3 } = props;
  const id = useId();
  const { Icon, text, line, wash } = faces[outcome];
  const Heading = `h${headingLevel}` as const;
  return (
    <article
      aria-labelledby={id}
      className={classes(
        "@container break-inside-avoid overflow-hidden rounded-card border bg-paper",
        line,
      )}
    >
      <header className={classes("px-4 py-3 @md:px-6", wash)}>
        <p className={classes("flex flex-wrap items-center gap-x-2 text-note", text)}>
          <Icon aria-hidden="true" className="size-[1.25em] shrink-0" />
          <span className="font-semibold">{words.refusal[outcome]}</span>
          <span className="ml-auto text-ink-soft">
            {words.refusal.rule}{" "}
            {codeHref ? (
              <Link href={codeHref}>{code}</Link>
            ) : (
              <span className="font-code">{code}</span>
            )}
          </span>
        </p>
        <Heading id={id} className="mt-1 text-h3 font-semibold text-ink">
          {message}
        </Heading>
      </header>
      <Figures {...props} />
      <Remedy {...props} />
      {actions ? (
        <footer className="hall-bar flex flex-wrap gap-2 border-t border-line px-4 py-3 @md:px-6 print:hidden">
          {actions}
        </footer>
      ) : null}
    </article>
  );
}

function Figures({ outcome = "fails", required, own, gap, figures = [] }: RefusalCardProps) {
  const main = [
    { part: words.refusal.required, figure: required, isGap: false },
    { part: words.refusal.own, figure: own, isGap: false },
    { part: words.refusal.gap, figure: gap, isGap: true },
  ].flatMap(({ part, figure, isGap }) =>
    figure ? [{ label: figure.label ?? part, value: figure.value, isGap }] : [],
  );
  if (main.length === 0 && figures.length === 0) return null;
  return (
    <div className="border-t border-line">
      <dl className="grid gap-px bg-line @sm:auto-cols-fr @sm:grid-flow-col">
        {main.map((figure) => (
          <div
            key={figure.label}
            className="flex flex-wrap items-baseline justify-between gap-x-4 bg-paper px-4 py-3 @sm:block @md:px-6"
          >
            <dt className="shrink-0 text-note text-ink-soft">{figure.label}</dt>
            <dd
              className={classes(
                "ml-auto text-end text-h3 font-semibold tabular-nums @sm:text-start",
                figure.isGap && faces[outcome].text,
              )}
            >
              {figure.value}
            </dd>
          </div>
        ))}
      </dl>
      {figures.length > 0 ? (
        <dl
          className={classes(
            "px-4 py-2 text-note @md:px-6",
            main.length > 0 && "border-t border-line",
          )}
        >
          {figures.map((figure) => (
            <div key={figure.label} className="flex flex-wrap justify-between gap-x-4 py-1">
              <dt className="text-ink-soft">{figure.label}</dt>
              <dd className="ml-auto text-end tabular-nums">{figure.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}

function Remedy({ remedy, remedyHref, firstDay, claim, citation, counter }: RefusalCardProps) {
  if (!remedy && !firstDay && !claim && !citation && !counter) return null;
  return (
    <dl className="grid gap-y-3 border-t border-line px-4 py-4 @md:grid-cols-[8em_1fr] @md:px-6">
      {firstDay ? (
        <Line label={words.refusal.firstDay}>
          <span className="text-h3 font-semibold text-accent">
            <DateText value={firstDay} />
          </span>
        </Line>
      ) : null}
      {remedy ? (
        <Line label={words.refusal.remedy}>
          {remedyHref ? <Link href={remedyHref}>{remedy}</Link> : remedy}
        </Line>
      ) : null}
      {counter ? (
        <Line label={words.refusal.counterAt}>
          {counter.href ? <Link href={counter.href}>{counter.name}</Link> : counter.name}
          {counter.where ? `，${counter.where}` : null}
          {counter.phones ? (
            <span className="block">
              {words.refusal.phones} <PhoneNumbers text={counter.phones} />
            </span>
          ) : null}
        </Line>
      ) : null}
      {claim ? <Line label={words.refusal.claim}>{claim}</Line> : null}
      {citation ? (
        <Line label={words.refusal.source}>
          {citation.href ? <Link href={citation.href}>{citation.text}</Link> : citation.text}
        </Line>
      ) : null}
    </dl>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="@md:contents">
      <dt className="text-note text-ink-soft @md:pt-[0.15em]">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

export type RefusalStackProps = {
  /** One or several; a person gets all reasons at once. */
  readonly refusals: ReadonlyArray<RefusalCardProps>;
  readonly headingLevel?: 2 | 3;
};

/** All refusals below each other, with their count when there are several. */
export function RefusalStack({ refusals, headingLevel = 2 }: RefusalStackProps) {
  const Heading = `h${headingLevel}` as const;
  const inner = headingLevel === 2 ? 3 : 4;
  return (
    <section className="flex flex-col gap-4">
      {refusals.length > 1 ? (
        <Heading className="text-h3 font-semibold">
          {words.refusal.several(refusals.length)}
        </Heading>
      ) : null}
      {refusals.map((refusal) => (
        <RefusalCard
          key={`${refusal.code} ${refusal.message}`}
          headingLevel={refusals.length > 1 ? inner : headingLevel}
          {...refusal}
        />
      ))}
    </section>
  );
}
