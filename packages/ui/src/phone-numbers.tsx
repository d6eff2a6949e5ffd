import { Link } from "./link.tsx";

/** Numbers with their area code, such as 0512-62888222 and 12333; what stands around them stays. */
const NUMBER = /(\d{3,4}-\d{7,8}|\d{5,12})/;

/** A text whose telephone numbers a phone calls at a touch. */
export function PhoneNumbers({ text }: { readonly text: string }) {
  return text.split(NUMBER).map((part) =>
    NUMBER.test(part) ? (
      <Link key={part} href={`tel:${part.replaceAll("-", "")}`}>
        {part}
      </Link>
    ) : (
      part
    ),
  );
}
