import { LinkCard } from "@hall/ui/link-card";
import { FileBadge, Landmark } from "lucide-react";
import { words } from "./words.ts";

/** What needs no sign-in besides the guides. */
export function AlsoHere() {
  return (
    <section aria-labelledby="also" className="grid gap-4 sm:grid-cols-2">
      <h2 id="also" className="sr-only">
        {words.help}
      </h2>
      <LinkCard
        href="/verify"
        icon={<FileBadge />}
        title={words.verify.title}
        note={words.verify.note}
      />
      <LinkCard
        href="/counter"
        icon={<Landmark />}
        title={words.counter.title}
        note={words.counter.note}
      />
    </section>
  );
}
