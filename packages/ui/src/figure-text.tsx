import type { FigureJson } from "@hall/contracts/findings";
import { DateText } from "./date-text.tsx";
import { KeyValue } from "./key-value.tsx";
import { Link } from "./link.tsx";
import { Money } from "./money.tsx";

export type FigureTextProps = { readonly value: FigureJson["value"] };

/** A figure of a rule, a quote or a record, written as its kind demands. */
export function FigureText({ value }: FigureTextProps) {
  switch (value.kind) {
    case "money":
      return <Money fen={value.fen} />;
    case "day":
      return <DateText value={value.day} />;
    case "month":
      return <DateText value={value.month} />;
    case "count":
      return (
        <span className="tabular-nums">
          {value.count.toLocaleString("zh-CN")}
          {value.unit ? ` ${value.unit}` : ""}
        </span>
      );
    case "text":
      return value.text;
    case "link":
      return (
        <Link href={value.href} isExternal>
          {value.text}
        </Link>
      );
  }
}

export type FigureListProps = {
  readonly figures: ReadonlyArray<FigureJson>;
  readonly columns?: 1 | 2;
};

/** Facts to be looked over, by name and value. */
export function FigureList({ figures, columns = 1 }: FigureListProps) {
  return (
    <KeyValue
      columns={columns}
      items={figures.map(({ label, value }) => ({ label, value: <FigureText value={value} /> }))}
    />
  );
}
