import { Tiles } from "@hall/ui/layout";
import { LinkCard } from "@hall/ui/link-card";
import { CalendarClock, Download, Eye, History, KeyRound } from "lucide-react";
import { words } from "./words.ts";

const links = [
  { href: "/account/timeline", icon: <History />, ...words.links.timeline },
  { href: "/account/past", icon: <CalendarClock />, ...words.links.past },
  { href: "/account/looks", icon: <Eye />, ...words.links.looks },
  { href: "/me/security", icon: <KeyRound />, ...words.links.security },
  { href: "/account/export", icon: <Download />, ...words.links.export },
];

/** What else an account has pages for. */
export function AccountLinks() {
  return (
    <nav aria-label={words.links.label} className="print:hidden">
      <Tiles>
        {links.map((link) => (
          <LinkCard key={link.href} {...link} />
        ))}
      </Tiles>
    </nav>
  );
}
