import { directory } from "virtual:hall-directory";
import { KeyValue } from "@hall/ui/key-value";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { words as guideWords } from "../directory/words.ts";

/** Where the counter is; every guide names it out of the same parameter. */
export function CounterPage() {
  const guide = useAnswer(guideOf(directory[0]?.code ?? ""), {}, { staleTime: 60_000 });
  return (
    <>
      <PageHeader title={guideWords.guide.counter} actions={<PrintButton />} />
      <Awaited of={guide} skeleton={{ shape: "text", count: 4 }}>
        {({ counter }) => (
          <KeyValue
            items={[
              { label: guideWords.guide.counterName, value: counter.name },
              { label: guideWords.guide.address, value: counter.address },
              { label: guideWords.guide.hours, value: counter.hours },
              { label: guideWords.guide.phone, value: counter.phone },
            ]}
          />
        )}
      </Awaited>
    </>
  );
}
