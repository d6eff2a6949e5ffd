import { Printer } from "lucide-react";
import { Button } from "./button.tsx";
import { words } from "./words.ts";

export type PrintButtonProps = { readonly children?: string };

/** Prints the page; the print styles leave out what isn't paper. */
export function PrintButton({ children = words.print }: PrintButtonProps) {
  return (
    <Button icon={<Printer />} onPress={() => window.print()}>
      {children}
    </Button>
  );
}
