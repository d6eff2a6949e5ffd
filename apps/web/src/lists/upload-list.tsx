import { useAct } from "@hall/client/use-act";
import type { BatchJson } from "@hall/contracts/lists";
import { Button } from "@hall/ui/button";
import { FileField } from "@hall/ui/file-field";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import { call, callRaw } from "../api/call.ts";
import { saveFile } from "../documents/fetch-document.ts";
import { ServiceFindings } from "../refusals/service-findings.tsx";
import { listEndpointsOf } from "./endpoints.ts";
import { fileNameOf } from "./file-name.ts";
import { words } from "./words.ts";

type UploadListProps = {
  readonly service: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly onTaken: (batch: BatchJson) => void;
};

/** Template down, workbook up. */
export function UploadList({ service, options, onTaken }: UploadListProps) {
  const endpoints = listEndpointsOf(service);
  const [file, setFile] = useState<File | null>(null);
  const template = useAct(async () => {
    const response = await callRaw(endpoints.template, {});
    saveFile(await response.blob(), fileNameOf(response, "模板.xlsx"));
  });
  const upload = useAct(async (chosen: File) => {
    setFile(chosen);
    const body = new FormData();
    // The fields come before the file: the server reads them in their order.
    for (const [name, value] of Object.entries(options)) body.set(name, String(value));
    body.set("file", chosen);
    onTaken(await call(endpoints.upload, { body }));
  });
  const problem = upload.problem ?? template.problem;
  return (
    <div>
      <Stack>
        <p className="text-ink-soft">{words.upload.lead}</p>
        <div>
          <Button
            icon={<FileSpreadsheet />}
            isPending={template.isPending}
            pendingText={words.upload.templateFetching}
            onPress={() => void template.run()}
          >
            {words.upload.template}
          </Button>
        </div>
        <FileField
          label={words.upload.file}
          help={words.upload.fileHelp}
          isRequired
          isDisabled={upload.isPending}
          accept={[".xlsx", ".csv"]}
          files={
            file
              ? [
                  {
                    id: "list",
                    name: file.name,
                    sizeBytes: file.size,
                    state: upload.isPending ? "sending" : upload.problem ? "failed" : "received",
                    ...(upload.problem ? { error: upload.problem.detail } : {}),
                  },
                ]
              : []
          }
          onAdd={([chosen]) => {
            if (chosen) void upload.run(chosen);
          }}
          onRetry={() => {
            if (file) void upload.run(file);
          }}
          onRemove={() => {
            setFile(null);
            upload.clear();
          }}
        />
        {problem ? (
          <>
            <ProblemNotice problem={problem} takesFocus />
            <ServiceFindings service={service} findings={problem.findings ?? []} headingLevel={3} />
          </>
        ) : null}
      </Stack>
    </div>
  );
}
