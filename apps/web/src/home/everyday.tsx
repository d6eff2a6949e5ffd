import { directory } from "virtual:hall-directory";
import { Link, LinkButton } from "@hall/ui/link";
import { words } from "./words.ts";

/** One everyday word of each service, so that the row shows what the search understands. */
const everydayWords = [...new Set(directory.flatMap(({ keywords }) => keywords.slice(0, 1)))].slice(
  0,
  6,
);
const lifeEvents = [...new Set(directory.flatMap((entry) => entry.lifeEvents))];

export function EverydayWords() {
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-1 text-note">
      <span className="text-ink-soft">{words.everyday}</span>
      {everydayWords.map((word) => (
        <Link key={word} href={`/services?q=${encodeURIComponent(word)}`}>
          {word}
        </Link>
      ))}
    </p>
  );
}

/** What happens in a life, and the services that belong to it. */
export function LifeEvents() {
  return (
    <section aria-labelledby="life-events">
      <h2 id="life-events" className="mb-3 text-h2 font-semibold">
        {words.events}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {lifeEvents.map((event) => (
          <li key={event}>
            <LinkButton href={`/services?event=${encodeURIComponent(event)}`}>{event}</LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
