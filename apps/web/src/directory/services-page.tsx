import { directory } from "virtual:hall-directory";
import { listServices } from "@hall/contracts/directory";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack, Tiles } from "@hall/ui/layout";
import { Link, LinkButton } from "@hall/ui/link";
import { LinkCard } from "@hall/ui/link-card";
import { PageHeader } from "@hall/ui/page-header";
import { Badge } from "@hall/ui/status-badge";
import { SearchX } from "lucide-react";
import { useSearchParams } from "react-router";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import { useAnswer } from "../api/use-answer.ts";
import { search } from "./search.ts";
import { guidePath } from "./service-path.ts";
import { words } from "./words.ts";

/** All services under the menus that people know; narrowed by a search or a life event. */
export function ServicesPage() {
  const [query] = useSearchParams();
  const text = query.get("q") ?? "";
  const event = query.get("event") ?? "";
  const shown = shownOf(text, event);
  const heading = text
    ? words.page.found(shown.length, text)
    : event
      ? words.page.foundAt(shown.length, event)
      : null;
  return (
    <>
      <PageHeader title={words.page.title} lead={words.page.lead} />
      <Stack gap="large">
        {heading ? (
          <div className="flex flex-wrap items-baseline justify-between gap-4">
            <h2 className="text-h2 font-semibold" aria-live="polite">
              {heading}
            </h2>
            <Link href="/services">{words.page.all}</Link>
          </div>
        ) : null}
        {shown.length === 0 ? <Nothing /> : <Menus entries={shown} />}
        {heading ? null : <LifeEvents />}
      </Stack>
    </>
  );
}

function shownOf(text: string, event: string): readonly DirectoryEntry[] {
  if (text) return search(text, directory).map(({ entry }) => entry);
  if (event) return directory.filter(({ lifeEvents }) => lifeEvents.includes(event));
  return directory;
}

function Nothing() {
  return (
    <EmptyState
      icon={<SearchX />}
      title={words.page.none}
      actions={<LinkButton href="/services">{words.page.all}</LinkButton>}
    >
      {words.page.noneHelp}
    </EmptyState>
  );
}

function Menus({ entries }: { entries: readonly DirectoryEntry[] }) {
  const closed = useClosed();
  const menus = [...new Set(entries.map(({ menu }) => menu[0] ?? ""))];
  return menus.map((menu) => (
    <section key={menu} aria-labelledby={`menu-${menu}`}>
      <h2 id={`menu-${menu}`} className="mb-3 border-b border-line pb-1 text-h2 font-semibold">
        {menu}
      </h2>
      <Tiles width="large">
        {entries
          .filter((entry) => entry.menu[0] === menu)
          .map((entry) => (
            <LinkCard
              key={entry.code}
              href={guidePath(entry.code)}
              title={entry.name}
              note={`${words.page.audience[entry.audience]}，${entry.turnaround}`}
              {...(closed.has(entry.code)
                ? { aside: <Badge tone="quiet">{words.page.closed}</Badge> }
                : {})}
            />
          ))}
      </Tiles>
    </section>
  ));
}

/** Services that are closed for maintenance or by season; the rest of the page doesn't wait for it. */
function useClosed(): ReadonlySet<string> {
  const services = useAnswer(listServices, {}, { staleTime: 60_000 });
  return new Set(services.data?.items.filter(({ closed }) => closed).map(({ code }) => code));
}

function LifeEvents() {
  const events = [...new Set(directory.flatMap(({ lifeEvents }) => lifeEvents))];
  return (
    <section aria-labelledby="events">
      <h2 id="events" className="mb-3 border-b border-line pb-1 text-h2 font-semibold">
        {words.page.events}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {events.map((each) => (
          <li key={each}>
            <LinkButton size="small" href={`/services?event=${encodeURIComponent(each)}`}>
              {each}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
