import { useAct } from "@hall/client/use-act";
import { getSampleResult, type PaymentOrderJson } from "@hall/contracts/backoffice/payments";
import { Button } from "@hall/ui/button";
import { Tick } from "@hall/ui/checkbox-field";
import { Stack } from "@hall/ui/layout";
import { yuanText } from "@hall/ui/money";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { ScrollRegion } from "@hall/ui/scroll-region";
import { useState } from "react";
import { callRaw } from "../api/call.ts";
import { saveFile } from "../api/save-file.ts";
import { Section } from "../app/section.tsx";
import { orderName } from "./names.ts";
import { ResultLines } from "./result-lines.tsx";
import { useImportResult } from "./use-import-result.ts";
import { words } from "./words.ts";

type BankStandInProps = {
  readonly batchId: string;
  readonly lines: readonly PaymentOrderJson[];
};

/** The local stand-in of the bank (EXT-1): choose what comes back, take its file in. */
export function BankStandIn({ batchId, lines }: BankStandInProps) {
  const [returned, setReturned] = useState<ReadonlySet<string>>(new Set());
  const [file, setFile] = useState<string | null>(null);
  const make = useAct(async () => {
    const response = await callRaw(getSampleResult, {
      params: { id: batchId },
      query: { returned: [...returned].join(",") },
    });
    setFile(await response.text());
  });
  const take = useImportResult();
  const toggle = (id: string, isReturned: boolean) => {
    const next = new Set(returned);
    if (isReturned) next.add(id);
    else next.delete(id);
    setReturned(next);
    setFile(null);
  };
  const blob = () => new Blob([file ?? ""], { type: "text/csv" });
  return (
    <Section title={words.batch.bank} note={words.batch.bankLead}>
      <Stack>
        <ul>
          {lines.map((line) => (
            <li key={line.id}>
              <Tick
                isSelected={returned.has(line.id)}
                onChange={(isReturned) => toggle(line.id, isReturned)}
              >
                {words.batch.returnOf(
                  orderName(line.id),
                  line.maskedPayee,
                  yuanText(line.amountFen),
                )}
              </Tick>
            </li>
          ))}
        </ul>
        {make.problem ? <ProblemNotice problem={make.problem} takesFocus /> : null}
        <div>
          <Button
            isPending={make.isPending}
            pendingText={words.batch.getting}
            onPress={() => void make.run()}
          >
            {words.batch.getResult}
          </Button>
        </div>
        {file === null ? null : (
          <>
            <ScrollRegion
              label={words.batch.result}
              className="max-h-60 overflow-auto rounded-card border border-line bg-wash"
            >
              <pre className="p-3 font-code text-note">{file}</pre>
            </ScrollRegion>
            {take.problem ? <ProblemNotice problem={take.problem} takesFocus /> : null}
            <div className="flex flex-wrap gap-2">
              <Button
                variant="primary"
                isPending={take.isPending}
                pendingText={words.batch.importing}
                onPress={() => void take.run(blob())}
              >
                {words.batch.importResult}
              </Button>
              <Button onPress={() => saveFile(blob(), `${batchId}-result.csv`)}>
                {words.batch.saveResult}
              </Button>
            </div>
          </>
        )}
        {take.result ? <ResultLines result={take.result} /> : null}
      </Stack>
    </Section>
  );
}
