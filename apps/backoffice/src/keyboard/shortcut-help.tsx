import { Button } from "@hall/ui/button";
import { CheckboxField } from "@hall/ui/checkbox-field";
import { Dialog } from "@hall/ui/dialog";
import { Keyboard } from "lucide-react";
import { useState } from "react";
import { Key } from "./key.tsx";
import type { Shortcut } from "./shortcut.ts";
import {
  shortcutsNow,
  switchShortcuts,
  useShortcutListener,
  useShortcuts,
  useShortcutsOff,
} from "./use-shortcuts.ts";

const words = {
  open: "快捷键",
  title: "快捷键",
  lead: "在文字框里输入时不起作用。",
  help: "显示这张表",
  off: "关闭单键快捷键",
  offHelp: "用语音输入，或者容易误按的，可以关闭。只影响这台电脑。",
  close: "关闭",
  list: "这一页的快捷键",
} as const;

/** The button and the key `?` that show what the keys do on this page. */
export function ShortcutHelp() {
  const [shown, setShown] = useState<readonly Shortcut[] | null>(null);
  const isOff = useShortcutsOff();
  useShortcutListener();
  useShortcuts([{ keys: ["?", "？"], words: words.help, run: () => setShown(shortcutsNow()) }]);
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        icon={<Keyboard />}
        aria-label={words.open}
        onPress={() => setShown(shortcutsNow())}
      >
        <span className="max-sm:sr-only">
          {words.open} <Key name="?" />
        </span>
      </Button>
      {shown ? (
        <Dialog
          title={words.title}
          isOpen
          onClose={() => setShown(null)}
          footer={<Button onPress={() => setShown(null)}>{words.close}</Button>}
        >
          <p className="pb-3 text-note text-ink-soft">{words.lead}</p>
          <ul aria-label={words.list} className="divide-y divide-line border-y border-line">
            {shown.map((shortcut) => (
              <li key={shortcut.words} className="flex items-center justify-between gap-4 py-1">
                <span>{shortcut.words}</span>
                <span className="flex gap-1">
                  {shortcut.keys
                    .filter((key) => key !== "？")
                    .map((key) => (
                      <Key key={key} name={key} isTold />
                    ))}
                </span>
              </li>
            ))}
          </ul>
          <div className="pt-4">
            <CheckboxField
              label={words.off}
              help={words.offHelp}
              value={isOff}
              onChange={switchShortcuts}
            />
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
