import { CircleStop, Volume2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button.tsx";
import { usePreferences } from "./preferences.tsx";
import { words } from "./words.ts";

export type ReadAloudProps = {
  /** What is read; a function is asked when it begins, so that the page is read as it stands. */
  readonly text: string | (() => string);
  /** What the button reads, for whoever hears it without its place. */
  readonly of?: string;
  readonly size?: ButtonSize;
  readonly variant?: ButtonVariant;
};

/** Slower for the elder mode; 1 is the voice's own speed. */
const rates = { plain: 1, elder: 0.8 } as const;

/**
 * Reads a text with the browser's own voice and stops when it is pressed again or its page is
 * left. Nothing shows where the browser has no voice: a button that stays silent helps nobody.
 */
export function ReadAloud({ text, of, size = "small", variant = "quiet" }: ReadAloudProps) {
  const { isElder } = usePreferences();
  const [isReading, setReading] = useState(false);
  const reading = useRef(false);
  useEffect(
    () => () => {
      if (reading.current) window.speechSynthesis.cancel();
    },
    [],
  );
  if (!canSpeak()) return null;
  const stop = () => {
    reading.current = false;
    setReading(false);
    window.speechSynthesis.cancel();
  };
  const start = () => {
    // Whatever else is being read on the page gives way.
    window.speechSynthesis.cancel();
    reading.current = true;
    setReading(true);
    const parts = sentencesOf(typeof text === "string" ? text : text());
    for (const [index, part] of parts.entries()) {
      const spoken = new SpeechSynthesisUtterance(part);
      spoken.lang = words.locale;
      spoken.rate = isElder ? rates.elder : rates.plain;
      const isLast = index === parts.length - 1;
      spoken.onend = () => {
        if (isLast) stop();
      };
      spoken.onerror = () => {
        reading.current = false;
        setReading(false);
      };
      window.speechSynthesis.speak(spoken);
    }
  };
  const name = isReading ? words.aloud.stop : words.aloud.read;
  return (
    <Button
      size={size}
      variant={variant}
      icon={isReading ? <CircleStop /> : <Volume2 />}
      {...(of ? { "aria-label": `${name}：${of}` } : {})}
      onPress={isReading ? stop : start}
    >
      {name}
    </Button>
  );
}

const canSpeak = (): boolean =>
  typeof window !== "undefined" &&
  "speechSynthesis" in window &&
  "SpeechSynthesisUtterance" in window;

/** Sentence by sentence: some voices fall silent in the middle of a long text. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[。；！？\n])/)
    .map((part) => part.trim())
    .filter(Boolean);
}
