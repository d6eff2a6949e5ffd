import { LinkButton } from "@hall/ui/link";
import { StaffHeader } from "./staff-header.tsx";
import { words } from "./words.ts";

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  return (
    <>
      <StaffHeader title={words.notFound.title} lead={words.notFound.lead} />
      <LinkButton href="/" variant="primary">
        {words.notFound.home}
      </LinkButton>
    </>
  );
}
