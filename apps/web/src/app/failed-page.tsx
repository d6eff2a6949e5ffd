import { Button } from "@hall/ui/button";
import { PageHeader } from "@hall/ui/page-header";
import { words } from "./words.ts";

/** When a page can't be shown: its code couldn't be fetched, or it has a bug. */
export function FailedPage() {
  const lead = navigator.onLine ? words.failed.bug : words.failed.offline;
  return (
    <div className="mx-auto max-w-page px-gutter py-16">
      <PageHeader title={words.failed.title} lead={lead} />
      <Button variant="primary" onPress={() => window.location.reload()}>
        {words.failed.again}
      </Button>
    </div>
  );
}
