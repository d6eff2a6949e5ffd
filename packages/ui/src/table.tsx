// biome-ignore-all lint/a11y/noRedundantRoles: some browsers take the roles of a table away with display:block
import type { ReactNode } from "react";
import { ScrollRegion } from "./scroll-region.tsx";
import { classes } from "./style.ts";
import { CellEditor, type EditableCell } from "./table-cell-editor.tsx";
import { words } from "./words.ts";

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** `end` for sums and counts. */
  readonly align?: "start" | "end";
  /** The cell that names its row; one column at most. */
  readonly isRowHeader?: boolean;
  /** Makes the cell a box to type in, with the fault under it. */
  readonly edit?: EditableCell<Row>;
  readonly isNoWrap?: boolean;
};

export type TableProps<Row> = {
  /** What the table shows; read aloud, and seen unless hidden. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly rows: ReadonlyArray<Row>;
  readonly rowKey: (row: Row, index: number) => string;
  /** Names a row to those who don't see it, such as the person's name. */
  readonly rowName?: (row: Row, index: number) => string;
  readonly rowActions?: (row: Row, index: number) => ReactNode;
  /** Marks a row: chosen, or faulty. */
  readonly rowMark?: (row: Row, index: number) => "selected" | "fault" | undefined;
  readonly empty?: ReactNode;
  /** Cells of the last line, by column key. */
  readonly totals?: Readonly<Record<string, ReactNode>>;
  /** Stays within the window and scrolls under its head, where the window is wide enough. */
  readonly isTall?: boolean;
  /** Tight lines for the back office. */
  readonly isDense?: boolean;
};

/** Rows and columns; under 480 px each row becomes a card that names its cells. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    caption,
    isCaptionHidden = false,
    columns,
    rows,
    rowActions,
    empty,
    isTall = false,
  } = props;
  return (
    <div className="@container min-w-0">
      <ScrollRegion
        label={caption}
        className={classes(
          "hall-scroll overflow-x-auto rounded-small print:max-h-none print:overflow-visible",
          // On a phone no box that scrolls within a page that scrolls.
          isTall && "md:max-h-[70vh] md:overflow-y-auto",
        )}
      >
        <table
          role="table"
          className="w-full border-separate border-spacing-0 text-start @max-[30rem]:block"
        >
          <caption
            className={classes(
              "pb-2 text-start text-note text-ink-soft @max-[30rem]:block",
              isCaptionHidden && "sr-only",
            )}
          >
            {caption}
          </caption>
          <Head
            columns={columns}
            hasActions={Boolean(rowActions)}
            isDense={props.isDense ?? false}
          />
          <tbody role="rowgroup" className="@max-[30rem]:block">
            {rows.map((row, index) => (
              <Line key={props.rowKey(row, index)} {...props} row={row} index={index} />
            ))}
          </tbody>
          {props.totals && rows.length > 0 ? <Totals {...props} totals={props.totals} /> : null}
        </table>
        {rows.length === 0 ? (
          <div className="border-b border-line px-3 py-6 text-center text-ink-soft">
            {empty ?? words.table.empty}
          </div>
        ) : null}
      </ScrollRegion>
    </div>
  );
}

type HeadProps<Row> = {
  readonly columns: ReadonlyArray<Column<Row>>;
  readonly hasActions: boolean;
  readonly isDense: boolean;
};

function Head<Row>({ columns, hasActions, isDense }: HeadProps<Row>) {
  const cell = classes(
    "sticky top-0 z-10 border-y border-line bg-wash px-3 text-note font-semibold text-ink-soft",
    isDense ? "py-1" : "py-2",
  );
  return (
    <thead role="rowgroup" className="@max-[30rem]:sr-only">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            role="columnheader"
            scope="col"
            className={classes(
              cell,
              column.align === "end" ? "text-end" : "text-start",
              column.isNoWrap && "whitespace-nowrap",
            )}
          >
            {column.title}
          </th>
        ))}
        {hasActions ? (
          <th role="columnheader" scope="col" className={classes(cell, "text-end")}>
            {words.table.actions}
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

type LineProps<Row> = TableProps<Row> & { readonly row: Row; readonly index: number };

const rowMarks = {
  selected: "bg-accent-wash",
  fault: "bg-refusal-wash",
} as const;

function Line<Row>({
  row,
  index,
  columns,
  rowName,
  rowActions,
  rowMark,
  isDense = false,
}: LineProps<Row>) {
  const mark = rowMark?.(row, index);
  const name = rowName?.(row, index) ?? words.table.row(index + 1);
  const cell = classes(
    "border-b border-line align-baseline",
    isDense ? "py-1" : "py-2.5",
    "@max-[30rem]:flex @max-[30rem]:items-baseline @max-[30rem]:justify-between @max-[30rem]:gap-4",
    "@max-[30rem]:border-b-0 @max-[30rem]:py-1",
  );
  // A card of a phone has no lines for what its row doesn't have.
  const gone = "@max-[30rem]:has-[>span:last-child:empty]:hidden";
  return (
    <tr
      role="row"
      {...(mark === "selected" ? { "aria-current": true as const } : {})}
      className={classes(
        mark && rowMarks[mark],
        "@max-[30rem]:mb-2 @max-[30rem]:block @max-[30rem]:break-inside-avoid @max-[30rem]:rounded-card",
        "@max-[30rem]:border @max-[30rem]:py-2",
        mark === "fault" ? "@max-[30rem]:border-refusal-line" : "@max-[30rem]:border-line",
      )}
    >
      {columns.map((column) => {
        const Cell = column.isRowHeader ? "th" : "td";
        return (
          <Cell
            key={column.key}
            role={column.isRowHeader ? "rowheader" : "cell"}
            {...(column.isRowHeader ? { scope: "row" } : {})}
            className={classes(
              cell,
              !column.edit && gone,
              column.align === "end" ? "text-end whitespace-nowrap" : "text-start",
              !column.edit && "@max-[30rem]:text-end",
              column.isRowHeader && "font-semibold",
              column.isNoWrap && "whitespace-nowrap",
              // A box to type in has its own margin within.
              column.edit ? "px-1.5 @max-[30rem]:px-3" : "px-3",
              column.edit && "@max-[30rem]:flex-col @max-[30rem]:items-stretch @max-[30rem]:gap-1",
            )}
          >
            <CardLabel>{column.title}</CardLabel>
            {column.edit ? (
              <CellEditor column={column.title} rowName={name} row={row} edit={column.edit} />
            ) : (
              <span className="min-w-0">{column.cell(row, index)}</span>
            )}
          </Cell>
        );
      })}
      {rowActions ? (
        <td
          role="cell"
          className={classes(cell, "px-3 text-end whitespace-nowrap @max-[30rem]:justify-end")}
        >
          <span className="inline-flex flex-wrap justify-end gap-1">{rowActions(row, index)}</span>
        </td>
      ) : null}
    </tr>
  );
}

/** The column's title beside a cell of a card; the real head is still there for a screen reader. */
function CardLabel({ children }: { children: string }) {
  return (
    <span
      aria-hidden="true"
      className="hidden shrink-0 text-note font-normal text-ink-soft @max-[30rem]:inline"
    >
      {children}
    </span>
  );
}

type TotalsProps<Row> = TableProps<Row> & { readonly totals: Readonly<Record<string, ReactNode>> };

function Totals<Row>({ columns, totals, rowActions }: TotalsProps<Row>) {
  return (
    <tfoot role="rowgroup" className="@max-[30rem]:block">
      <tr role="row" className="@max-[30rem]:block @max-[30rem]:px-3">
        {columns.map((column) => (
          <td
            key={column.key}
            role="cell"
            className={classes(
              "border-b-2 border-line-strong px-3 py-2.5 font-semibold",
              column.align === "end" ? "text-end whitespace-nowrap" : "text-start",
              "@max-[30rem]:justify-between @max-[30rem]:border-b-0 @max-[30rem]:px-0 @max-[30rem]:py-1",
              column.key in totals ? "@max-[30rem]:flex" : "@max-[30rem]:hidden",
            )}
          >
            {column.align === "end" ? <CardLabel>{column.title}</CardLabel> : null}
            {totals[column.key]}
          </td>
        ))}
        {rowActions ? (
          <td role="cell" className="border-b-2 border-line-strong @max-[30rem]:hidden" />
        ) : null}
      </tr>
    </tfoot>
  );
}
