import { Button } from "@hall/ui/button";
import { InstantText } from "@hall/ui/date-text";
import { useAnswer } from "../api/use-answer.ts";
import { listEndpointsOf } from "./endpoints.ts";
import { words } from "./words.ts";

type RecentBatchesProps = {
  readonly service: string;
  readonly onOpen: (batchId: string) => void;
};

/** Lists that were begun and not filed: nothing that was mended is lost. */
export function RecentBatches({ service, onOpen }: RecentBatchesProps) {
  const batches = useAnswer(listEndpointsOf(service).batches, { query: { limit: 10 } });
  const open = batches.data?.items.filter(
    ({ state }) => state === "checked" || state === "checking",
  );
  if (!open || open.length === 0) return null;
  return (
    <section aria-labelledby="recent-batches">
      <h4 id="recent-batches" className="mb-2 font-semibold">
        {words.recent.title}
      </h4>
      <ul className="divide-y divide-line rounded-card border border-line">
        {open.map(({ id, fileName, totalRows, faultRows, createdAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
          >
            <div className="min-w-0">
              <p className="break-all">{fileName}</p>
              <p className="text-note text-ink-soft">
                {words.recent.rows(totalRows, faultRows)}，<InstantText value={createdAt} />
              </p>
            </div>
            <Button
              size="small"
              aria-label={words.recent.openNamed(fileName)}
              onPress={() => onOpen(id)}
            >
              {words.recent.open}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
