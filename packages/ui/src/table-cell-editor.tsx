import { CircleAlert } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { classes, controlClass } from "./style.ts";
import { words } from "./words.ts";

/** How a cell is mended in place. */
export type EditableCell<Row> = {
  readonly value: (row: Row) => string;
  /** At every key; or each time that the cell is left, which keeps typing light in a long table. */
  readonly onChange: (row: Row, value: string) => void;
  readonly isOnLeave?: boolean;
  /** The Enter key in the cell, which would otherwise send the form around the table. */
  readonly onEnter?: (cell: HTMLElement) => void;
  /** What is wrong with this cell, as a sentence. */
  readonly error?: (row: Row) => string | undefined;
  readonly options?: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly inputMode?: "text" | "numeric" | "decimal" | "tel";
  /** How much is commonly written in it; a cell is never narrower than six characters. */
  readonly widthCharacters?: number;
  /** Cells that may not be changed show their text. */
  readonly isLocked?: (row: Row) => boolean;
};

type CellEditorProps<Row> = {
  readonly column: string;
  readonly rowName: string;
  readonly row: Row;
  readonly edit: EditableCell<Row>;
};

/** The box in a cell. Plain elements, as a page holds some hundred of them. */
export function CellEditor<Row>({ column, rowName, row, edit }: CellEditorProps<Row>) {
  const id = useId();
  const fault = edit.error?.(row);
  const [typed, setTyped] = useState<string>();
  const text = typed ?? edit.value(row);
  const leave = () => {
    if (!edit.isOnLeave) return;
    edit.onChange(row, text);
    setTyped(undefined);
  };
  if (edit.isLocked?.(row)) return <span className="min-w-0">{edit.value(row)}</span>;
  const shared = {
    "aria-label": words.table.cell(column, rowName),
    "aria-invalid": Boolean(fault),
    ...(fault ? { "aria-describedby": id } : {}),
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      // The Enter that takes a word over from an input method is no end of the cell.
      if (!edit.onEnter || event.key !== "Enter" || event.nativeEvent.isComposing) return;
      event.preventDefault();
      edit.onEnter(event.currentTarget);
    },
    className: classes(controlClass, "min-h-target px-2!"),
  };
  return (
    <span
      className="block min-w-[6em] flex-1 text-start"
      {...(edit.widthCharacters
        ? { style: { minWidth: `max(6em, ${edit.widthCharacters + 3}ch)` } }
        : {})}
    >
      {edit.options ? (
        <select
          {...shared}
          value={edit.value(row)}
          onChange={(event) => edit.onChange(row, event.currentTarget.value)}
        >
          <option value="">{words.field.choose}</option>
          {edit.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          value={text}
          inputMode={edit.inputMode ?? "text"}
          onChange={({ currentTarget: { value } }) =>
            edit.isOnLeave ? setTyped(value) : edit.onChange(row, value)
          }
        />
      )}
      {fault ? (
        <span id={id} className="mt-1 flex items-start gap-1 text-note text-refusal">
          <CircleAlert aria-hidden="true" className="mt-[0.25em] size-[1.1em] shrink-0" />
          {fault}
        </span>
      ) : null}
    </span>
  );
}
