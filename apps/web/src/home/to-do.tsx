import { directory } from "virtual:hall-directory";
import { listApplications } from "@hall/contracts/applications";
import { listDrafts } from "@hall/contracts/drafts";
import { dateText } from "@hall/ui/date-text";
import { Link } from "@hall/ui/link";
import { useAnswer } from "../api/use-answer.ts";
import { servicePath } from "../directory/service-path.ts";
import { words } from "./words.ts";

interface Item {
  readonly key: string;
  readonly href: string;
  readonly title: string;
  readonly note: string;
}

/** More are behind the links. */
const MOST = 3;

/**
 * What waits for the person themselves: papers that were asked for, the way to the counter, drafts.
 * The box stands before its content does, so that nothing below it moves.
 */
export function ToDo() {
  const items = useItems();
  return (
    <section aria-labelledby="to-do" className="mt-6 min-h-32 rounded-card border border-line p-4">
      <h2 id="to-do" className="font-semibold">
        {words.toDo.title}
      </h2>
      {items === null ? null : items.length === 0 ? (
        <>
          <p className="text-ink-soft">{words.toDo.none}</p>
          <p className="mt-1 text-note text-ink-soft">{words.toDo.next}</p>
        </>
      ) : (
        <ul className="divide-y divide-line">
          {items.slice(0, MOST).map(({ key, href, title, note }) => (
            <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1">
              <Link href={href}>{title}</Link>
              <span className="text-note text-ink-soft">{note}</span>
            </li>
          ))}
        </ul>
      )}
      {items && items.length > MOST ? (
        <p className="text-note text-ink-soft">{words.toDo.more(items.length - MOST)}</p>
      ) : null}
    </section>
  );
}

function useItems(): readonly Item[] | null {
  const cases = useAnswer(listApplications, { query: { open: "true", limit: 20 } });
  const drafts = useAnswer(listDrafts, {});
  if (!cases.data || !drafts.data) return null;
  const mine = cases.data.items.filter(
    ({ state }) => state === "more-needed" || state === "waiting-counter",
  );
  return [
    ...mine.map(({ number, serviceName, nextStep, dueOn }) => ({
      key: number,
      href: `/applications/${number}`,
      title: serviceName,
      note: dueOn ? `${nextStep}，${words.mine.due(dateText(dueOn))}` : nextStep,
    })),
    ...drafts.data.items.map(({ service, changed }) => ({
      key: service,
      href: servicePath(service),
      title: directory.find(({ code }) => code === service)?.name ?? service,
      note: changed ? words.toDo.draftChanged : words.toDo.draft,
    })),
  ];
}
