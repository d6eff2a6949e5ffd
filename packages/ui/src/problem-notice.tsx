import { CircleX } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { words } from "./words.ts";

/** What a problem+json answer says to a person; its `instance` is an address and stays unsaid. */
export type Problem = {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly errors?: ReadonlyArray<{ readonly path: string; readonly message: string }> | undefined;
};

export type ProblemNoticeProps = {
  readonly problem: Problem;
  readonly actions?: ReactNode;
  /** Takes the focus as it appears, so that nobody misses why a form stayed. */
  readonly takesFocus?: boolean;
};

/** Why the server said no, with each faulty field named. */
export function ProblemNotice({ problem, actions, takesFocus = false }: ProblemNoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  // By what it says and not by the object: a form that makes a new one at each keystroke would lose
  // the focus to it.
  const said = `${problem.title} ${problem.detail ?? ""}`;
  useEffect(() => {
    if (takesFocus && said) box.current?.focus();
  }, [said, takesFocus]);
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
            <ul className="list-disc pl-[1.25em]">
              {problem.errors.map((error) => (
                <li key={`${error.path} ${error.message}`}>
                  <Fault message={error.message} path={error.path} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}

/** A fault jumps to its field where the page has it, as `FieldRenderer` and `FieldMark` mark it. */
function Fault({ message, path }: { message: string; path: string }) {
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(fieldAt(path) !== null), [path]);
  if (!isHere) return message;
  return (
    <button
      type="button"
      className="rounded-small text-start underline underline-offset-4"
      onClick={() => fieldAt(path)?.focus()}
    >
      {message}
    </button>
  );
}

/** The first thing to type or choose in, of the field that a JSON pointer begins with. */
function fieldAt(path: string): HTMLElement | null {
  const name = path.split("/")[1] ?? "";
  const field = document.querySelector(`[data-field="${CSS.escape(name)}"]`);
  return field?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, button") ?? null;
}
