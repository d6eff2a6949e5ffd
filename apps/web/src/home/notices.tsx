import { listNotices } from "@hall/contracts/notices";
import { dateText } from "@hall/ui/date-text";
import { Link } from "@hall/ui/link";
import { Megaphone } from "lucide-react";
import { useAnswer } from "../api/use-answer.ts";
import { words } from "./words.ts";

const useNotices = () => useAnswer(listNotices, {}, { staleTime: 60_000 });

/**
 * The newest notice in one line, or where there is none the way to the counter; its place is kept
 * from the start, so that nothing moves for it.
 */
export function NewestNotice() {
  const { data } = useNotices();
  const newest = data?.items[0];
  return (
    <p className="mt-3 flex min-h-target items-center gap-2 text-note">
      {newest ? (
        <>
          <Megaphone aria-hidden="true" className="size-[1.25em] shrink-0 text-accent" />
          <span className="min-w-0 truncate">
            <Link href="#notices">{words.newest(newest.title)}</Link>
          </span>
        </>
      ) : data ? (
        <Link href="/counter">{words.ask}</Link>
      ) : null}
    </p>
  );
}

/** What the centre tells today, published in the back office; nothing where there is nothing. */
export function Notices() {
  const { data } = useNotices();
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 id="notices" className="mb-3 text-h2 font-semibold">
        {words.notices}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {data.items.map(({ id, title, body, from }) => (
          <li key={id}>
            <details className="group py-2">
              <summary className="flex min-h-target cursor-pointer flex-wrap items-center gap-x-3">
                <Megaphone aria-hidden="true" className="size-[1.25em] shrink-0 text-accent" />
                <span className="min-w-0 flex-1 font-semibold">{title}</span>
                <span className="text-note text-ink-soft">{dateText(from)}</span>
              </summary>
              <p className="max-w-text pb-2 pl-8 whitespace-pre-line">{body}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
