import type { Problem } from "@hall/contracts/problem";
import { FileField } from "@hall/ui/file-field";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { type ReactNode, useState } from "react";

type CsvUploadProps = {
  readonly label: string;
  readonly help: ReactNode;
  readonly isPending: boolean;
  readonly problem: Problem | null;
  readonly onFile: (file: File) => void;
};

/** One file of lines, sent as soon as it is chosen; one that was refused can be sent again. */
export function CsvUpload({ label, help, isPending, problem, onFile }: CsvUploadProps) {
  const [file, setFile] = useState<File | null>(null);
  const send = (chosen: File) => {
    setFile(chosen);
    onFile(chosen);
  };
  const state = isPending ? "sending" : problem ? "failed" : "received";
  return (
    <div className="flex flex-col gap-4">
      <FileField
        label={label}
        help={help}
        isRequired
        accept={[".csv", "text/csv"]}
        isDisabled={isPending}
        files={
          file
            ? [
                {
                  id: file.name,
                  name: file.name,
                  sizeBytes: file.size,
                  state,
                  ...(problem ? { error: problem.title } : {}),
                },
              ]
            : []
        }
        onAdd={([chosen]) => {
          if (chosen) send(chosen);
        }}
        onRetry={() => {
          if (file) send(file);
        }}
      />
      {problem ? <ProblemNotice problem={problem} takesFocus /> : null}
    </div>
  );
}
