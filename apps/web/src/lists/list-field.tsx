import type { BatchJson } from "@hall/contracts/lists";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { Tabs } from "@hall/ui/tabs";
import { CircleAlert } from "lucide-react";
import { keyOfAnswer, queryClient, useAnswer } from "../api/use-answer.ts";
import { BatchView } from "./batch-view.tsx";
import { listEndpointsOf } from "./endpoints.ts";
import { faultOfBatch } from "./ready.ts";
import { RecentBatches } from "./recent-batches.tsx";
import { TypedList } from "./typed-list.tsx";
import { UploadList } from "./upload-list.tsx";
import { words } from "./words.ts";

export type ListFieldProps = {
  readonly service: string;
  readonly label: string;
  readonly help?: string;
  /** What is chosen for the whole list, such as the year; it goes with the upload. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The list that was uploaded or typed; empty before. */
  readonly batchId: string;
  readonly onChange: (batchId: string) => void;
  readonly error?: string;
};

/** The list of an application: by workbook or typed, then checked and mended in place (XPL-9). */
export function ListField(props: ListFieldProps) {
  const { service, label, help, options, batchId, onChange } = props;
  // Read here as well, so that a complaint goes away as soon as the list is mended.
  useAnswer(
    listEndpointsOf(service).batch,
    { params: { id: batchId } },
    { enabled: batchId !== "" },
  );
  const error = props.error && batchId ? faultOfBatch(service, batchId) : props.error;
  const take = (batch: BatchJson) => {
    const key = keyOfAnswer(listEndpointsOf(service).batch, { params: { id: batch.id } });
    queryClient.setQueryData(key, batch);
    onChange(batch.id);
  };
  const isChosen = Object.values(options).every((value) => value !== undefined && value !== "");
  return (
    <section aria-label={label} className="flex flex-col gap-4">
      <div>
        <h3 className="font-semibold">{label}</h3>
        {help ? <p className="text-note text-ink-soft">{help}</p> : null}
      </div>
      {batchId ? (
        <BatchView
          service={service}
          id={batchId}
          options={options}
          onAnother={() => onChange("")}
        />
      ) : isChosen ? (
        <Stack gap="large">
          <Tabs
            label={words.how}
            items={[
              {
                id: "upload",
                title: words.upload.tab,
                content: <UploadList service={service} options={options} onTaken={take} />,
              },
              {
                id: "typed",
                title: words.typed.tab,
                content: <TypedList service={service} options={options} onTaken={take} />,
              },
            ]}
          />
          <RecentBatches service={service} onOpen={onChange} />
        </Stack>
      ) : (
        <Notice>{words.upload.first}</Notice>
      )}
      {error ? (
        <p role="alert" className="flex items-start gap-2 text-note text-refusal">
          <CircleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
          {error}
        </p>
      ) : null}
    </section>
  );
}
