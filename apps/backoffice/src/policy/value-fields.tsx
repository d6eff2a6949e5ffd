import { FieldMark } from "@hall/ui/field-mark";
import { TextField } from "@hall/ui/text-field";
import type { Leaf, LeafKind } from "./value-leaves.ts";
import { words } from "./words.ts";

type ValueFieldsProps = {
  readonly leaves: readonly Leaf[];
  /** As typed, by path; what isn't there is as it was. */
  readonly texts: Readonly<Record<string, string>>;
  /** Everything as one text instead; null for the fields. */
  readonly json: string | null;
  readonly faults: Readonly<Record<string, string>>;
  readonly onText: (path: string, text: string) => void;
  readonly onJson: (text: string) => void;
};

const helps: Partial<Record<LeafKind, string>> = {
  money: words.prepare.yuan,
  lines: words.prepare.lines,
  pairs: words.prepare.pairs,
  none: words.prepare.none,
};

/** A parameter's value, one field for each thing in it, or the whole as JSON. */
export function ValueFields({ leaves, texts, json, faults, onText, onJson }: ValueFieldsProps) {
  const fault = (path: string) => (faults[path] ? { error: faults[path] } : {});
  if (json !== null) {
    return (
      <FieldMark name="value">
        <TextField
          label={words.prepare.json}
          isRequired
          isLong
          value={json}
          onChange={onJson}
          {...fault("json")}
        />
      </FieldMark>
    );
  }
  return (
    <FieldMark name="value">
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {leaves.map(({ path, label, kind, text }) => {
          const help = helps[kind];
          return (
            <TextField
              key={path}
              label={label}
              isRequired={kind !== "none" && kind !== "pairs"}
              isLong={kind === "lines" || kind === "pairs"}
              look={kind === "money" ? "amount" : "text"}
              value={texts[path] ?? text}
              onChange={(typed) => onText(path, typed)}
              {...(help ? { help } : {})}
              {...(kind === "money" ? { suffix: "元" } : {})}
              {...fault(path)}
            />
          );
        })}
      </div>
    </FieldMark>
  );
}
