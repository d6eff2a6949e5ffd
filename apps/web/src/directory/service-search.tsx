import { directory } from "virtual:hall-directory";
import { SearchBox, type SearchHit } from "@hall/ui/search-box";
import { useState } from "react";
import { useNavigate } from "react-router";
import { search } from "./search.ts";
import { guidePath } from "./service-path.ts";
import { words } from "./words.ts";

/** Hits shown while one types; the rest is a press of Enter away. */
const mostHits = 8;

/** The search over all services; it answers from the page itself, without the network. */
export function ServiceSearch({ isMain = false }: { readonly isMain?: boolean }) {
  const navigate = useNavigate();
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  return (
    <SearchBox
      isMain={isMain}
      label={words.search.label}
      placeholder={isMain ? words.search.placeholder : words.search.placeholderShort}
      hits={hits}
      onInput={(text) => setHits(hitsOf(text))}
      onPick={({ id }) => navigate(guidePath(id))}
      onSubmit={(text) => navigate(`/services?q=${encodeURIComponent(text)}`)}
    />
  );
}

function hitsOf(text: string): readonly SearchHit[] {
  return search(text, directory)
    .slice(0, mostHits)
    .map(({ entry, by }) => ({
      id: entry.code,
      title: entry.name,
      note: [by, entry.menu[0], entry.turnaround].filter(Boolean).join("，"),
    }));
}
