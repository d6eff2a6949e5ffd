import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { TextField } from "@hall/ui/text-field";
import { Plus, X } from "lucide-react";
import { emptyItem, type MissingItem } from "./decision-draft.ts";
import { words } from "./words.ts";

type MissingItemsProps = {
  readonly items: readonly MissingItem[];
  readonly isTried: boolean;
  readonly onChange: (items: readonly MissingItem[]) => void;
};

const MOST = 20;

/** What is missing, one by one: what, and how it is to be mended (REV-3). */
export function MissingItems({ items, isTried, onChange }: MissingItemsProps) {
  const change = (index: number, part: Partial<MissingItem>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const show = (isNeeded: boolean, text: string, fault: string) =>
    isTried && isNeeded && text.trim() === "" ? { error: fault } : {};
  return (
    <Stack>
      {items.map((item, index) => {
        const isNeeded = index === 0 || item.item.trim() !== "" || item.words.trim() !== "";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other name, and none is ever moved
          <Stack key={index} gap="small">
            <TextField
              label={words.decision.item(index + 1)}
              isRequired
              maxLength={60}
              value={item.item}
              onChange={(text) => change(index, { item: text })}
              {...show(isNeeded, item.item, words.decision.needItem)}
            />
            <TextField
              label={words.decision.itemWords(index + 1)}
              isRequired
              isLong
              maxLength={500}
              value={item.words}
              onChange={(text) => change(index, { words: text })}
              {...show(isNeeded, item.words, words.decision.needItemWords)}
            />
            {items.length > 1 ? (
              <div>
                <Button
                  size="small"
                  variant="quiet"
                  icon={<X />}
                  aria-label={words.decision.removeNamed(index + 1)}
                  onPress={() => onChange(items.filter((_, at) => at !== index))}
                >
                  {words.decision.removeItem}
                </Button>
              </div>
            ) : null}
          </Stack>
        );
      })}
      {items.length < MOST ? (
        <div>
          <Button size="small" icon={<Plus />} onPress={() => onChange([...items, emptyItem])}>
            {words.decision.addItem}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}
