import { directory } from "virtual:hall-directory";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { guideOf } from "../api/family.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { CounterFacts } from "../directory/counter-facts.tsx";
import { words as guideWords } from "../directory/words.ts";

/** Where the counter is; every guide names it out of the same parameter. */
export function CounterPage() {
  const guide = useAnswer(guideOf(directory[0]?.code ?? ""), {}, { staleTime: 60_000 });
  return (
    <>
      <PageHeader title={guideWords.guide.counter} actions={<PrintButton />} />
      <Awaited of={guide} skeleton={{ shape: "text", count: 4 }}>
        {({ counter }) => <CounterFacts counter={counter} />}
      </Awaited>
    </>
  );
}
