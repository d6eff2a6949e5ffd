import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import { classes } from "./style.ts";

export type TabItem = {
  readonly id: string;
  readonly title: ReactNode;
  /** A number beside the title, such as how many wait. */
  readonly count?: number;
  readonly content: ReactNode;
};

export type TabsProps = {
  readonly label: string;
  readonly items: ReadonlyArray<TabItem>;
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
};

/** Views of one thing, one at a time; the list scrolls sideways where it has no room. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
      className="flex min-w-0 flex-col"
    >
      <TabList
        aria-label={label}
        className="flex overflow-x-auto border-b border-line print:hidden"
      >
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={tabClass}>
            {item.title}
            {item.count === undefined ? null : (
              <span className="ml-2 rounded-round bg-wash-strong px-2 text-note font-normal text-ink-soft">
                {item.count}
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="min-w-0 pt-6">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

const tabClass = classes(
  "flex min-h-control shrink-0 cursor-default items-center border-b-3 border-transparent px-4",
  "whitespace-nowrap text-ink-soft data-hovered:text-accent data-selected:border-accent",
  "data-selected:font-semibold data-selected:text-accent",
  "data-focus-visible:-outline-offset-3 data-focus-visible:outline-3 data-focus-visible:outline-accent",
);
