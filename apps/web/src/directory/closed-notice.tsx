import type { GuideJson } from "@hall/contracts/directory";
import { instantText } from "@hall/ui/date-text";
import { Notice } from "@hall/ui/notice";
import { words } from "./words.ts";

/** That a service is shut for now, in the words of who shut it (GDE-4). */
export function ClosedNotice({ closed }: { closed: NonNullable<GuideJson["closed"]> }) {
  return (
    <Notice tone="warning" title={words.guide.closed}>
      {closed.notice}
      {closed.until ? words.guide.until(instantText(closed.until)) : null}
    </Notice>
  );
}
