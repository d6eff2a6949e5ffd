import { useAct } from "@hall/client/use-act";
import { exportStudentsAdded, type StudentScopeJson } from "@hall/contracts/services/student-query";
import { Button } from "@hall/ui/button";
import { Row } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { FileSpreadsheet, FileText } from "lucide-react";
import { callRaw } from "../api/call.ts";
import { saveFile } from "../documents/fetch-document.ts";
import type { Span } from "./student-query-page.tsx";
import { words } from "./words.ts";

type Export = StudentScopeJson["exports"][number];

type ExportButtonsProps = {
  readonly listing: Export["listing"];
  readonly span: Span;
  readonly exports: readonly Export[];
};

/** The whole result as a file, whatever page is shown (STQ-2, STQ-3). */
export function ExportButtons({ listing, span, exports }: ExportButtonsProps) {
  const own = exports.filter((each) => each.listing === listing);
  return (
    <div className="mb-4 print:hidden">
      <Row>
        {own.map((each) => (
          <ExportButton key={each.format} span={span} file={each} />
        ))}
      </Row>
      <p className="mt-2 text-note text-ink-soft">{words.exportNote}</p>
    </div>
  );
}

function ExportButton({ span, file }: { span: Span; file: Export }) {
  const { listing, format, fileName } = file;
  const act = useAct(async () => {
    const response = await callRaw(exportStudentsAdded, { query: { ...span, listing, format } });
    saveFile(await response.blob(), fileName);
  });
  return (
    <>
      <Button
        icon={format === "xlsx" ? <FileSpreadsheet /> : <FileText />}
        isPending={act.isPending}
        pendingText={words.exporting}
        onPress={() => void act.run()}
      >
        {words.exportAs[format]}
      </Button>
      {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
    </>
  );
}
