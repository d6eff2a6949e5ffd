import type { ApplicationJson } from "@hall/contracts/applications";
import { Card } from "@hall/ui/card";
import { FileCheck } from "lucide-react";
import { words } from "./words.ts";

/** Each file of a case with the hash of what came, so that none can get lost in silence (XPL-10). */
export function ReceivedFiles({ evidence }: Pick<ApplicationJson, "evidence">) {
  return (
    <Card title={words.page.files}>
      <ul className="divide-y divide-line">
        {evidence.map(({ fileId, fileName, label, receivedSha256, state }) => (
          <li key={fileId} className="flex gap-3 py-3 first:pt-0 last:pb-0">
            <FileCheck
              aria-hidden="true"
              className="mt-[0.25em] size-[1.25em] shrink-0 text-accent"
            />
            <div className="min-w-0">
              <p className="break-all">
                {label}：{fileName}
              </p>
              <p className={`text-note ${state === "readable" ? "text-accent" : "text-refusal"}`}>
                {words.page.fileStates[state]}
              </p>
              <p className="font-code text-note break-all text-ink-soft">{receivedSha256}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
