import { messageTexts } from "@hall/domain/messages";
import { type Column, Table } from "@hall/ui/table";
import { words } from "./words.ts";

interface Template {
  readonly title: string;
  readonly body: string;
}

/** Every text that the hall sends, as it stands before a case fills it in (NTF-4). */
export function TemplateTable() {
  return (
    <>
      <p className="mb-3 text-note text-ink-soft">{words.templatesLead}</p>
      <Table
        caption={words.templates}
        isCaptionHidden
        isDense
        rows={Object.values(messageTexts)}
        rowKey={({ title, body }) => `${title} ${body}`}
        columns={columns}
      />
    </>
  );
}

/** A place that is filled in when the text is sent has a name for programmers only. */
const withGaps = (body: string) => body.replaceAll(/\{\w+\}/g, words.gap);

const columns: readonly Column<Template>[] = [
  { key: "title", title: words.what, isRowHeader: true, cell: ({ title }) => title },
  { key: "body", title: words.body, cell: ({ body }) => withGaps(body) },
];
