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
  if (json !== null) {
    return (
      <FieldMark name="value">
        <TextField
          label={words.prepare.json}
          isRequired
          isLong
          value={json}
          onChange={onJson}
          {...(faults["json"] ? { error: faults["json"] } : {})}
        />
      </FieldMark>
    );
  }
  return (
    <FieldMark name="value">
      <div className="flex flex-col gap-4">
        {groupsOf(leaves).map(({ title, inside }) => (
          <fieldset key={inside[0]?.path ?? ""} className="min-w-0">
            {title ? <legend className="mb-1 text-note text-ink-soft">{title}</legend> : null}
            <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
              {inside.map((leaf) => (
                <LeafField
                  key={leaf.path}
                  leaf={leaf}
                  text={texts[leaf.path] ?? leaf.text}
                  fault={faults[leaf.path]}
                  onText={onText}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </FieldMark>
  );
}

interface LeafGroup {
  readonly title: string;
  readonly inside: readonly Leaf[];
}

/** Fields of one object stand together under its name. */
function groupsOf(leaves: readonly Leaf[]): readonly LeafGroup[] {
  const groups: { title: string; inside: Leaf[] }[] = [];
  for (const leaf of leaves) {
    const last = groups.at(-1);
    if (last?.title === leaf.group) last.inside.push(leaf);
    else groups.push({ title: leaf.group, inside: [leaf] });
  }
  return groups;
}

type LeafFieldProps = {
  readonly leaf: Leaf;
  readonly text: string;
  readonly fault: string | undefined;
  readonly onText: (path: string, text: string) => void;
};

function LeafField({ leaf: { path, label, kind }, text, fault, onText }: LeafFieldProps) {
  const help = helps[kind];
  return (
    <TextField
      label={label}
      isRequired={kind !== "none" && kind !== "pairs"}
      isLong={kind === "lines" || kind === "pairs"}
      look={kind === "money" ? "amount" : "text"}
      value={text}
      onChange={(typed) => onText(path, typed)}
      {...(help ? { help } : {})}
      {...(kind === "money" ? { suffix: "元" } : {})}
      {...(fault ? { error: fault } : {})}
    />
  );
}
