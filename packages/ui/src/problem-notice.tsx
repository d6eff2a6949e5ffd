import { CircleX } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { words } from "./words.ts";

/** What a problem+json answer says to a person; `instance` helps the counter to find it. */
export type Problem = {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly instance?: string | undefined;
  readonly errors?: ReadonlyArray<{ readonly path: string; readonly message: string }> | undefined;
};

export type ProblemNoticeProps = {
  readonly problem: Problem;
  readonly actions?: ReactNode;
  /** Id of the field that a path of `errors` is about, to jump there. */
  readonly fieldId?: (path: string) => string | undefined;
  /** Takes the focus as it appears, so that nobody misses why a form stayed. */
  readonly takesFocus?: boolean;
};

/** Why the server said no, with each faulty field named. */
export function ProblemNotice({
  problem,
  actions,
  fieldId,
  takesFocus = false,
}: ProblemNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus && problem) box.current?.focus();
  }, [problem, takesFocus]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-card border border-refusal-line bg-refusal-wash px-4 py-3"
    >
      <CircleX aria-hidden="true" className="mt-[0.3em] size-[1.25em] shrink-0 text-refusal" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-refusal">{problem.title || words.problem.title}</p>
        {problem.detail ? <p>{problem.detail}</p> : null}
        {problem.errors && problem.errors.length > 0 ? (
          <>
            <p className="mt-2">{words.problem.errors}</p>
            <ul className="list-disc pl-5">
              {problem.errors.map((error) => (
                <li key={`${error.path} ${error.message}`}>
                  <Fault message={error.message} target={fieldId?.(error.path)} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {problem.instance ? (
          <p className="mt-2 text-note text-ink-soft">
            {words.problem.number}：<span className="font-code break-all">{problem.instance}</span>
          </p>
        ) : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}

function Fault({ message, target }: { message: string; target: string | undefined }) {
  if (!target) return message;
  return (
    <a
      href={`#${target}`}
      className="underline underline-offset-4"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {message}
    </a>
  );
}
