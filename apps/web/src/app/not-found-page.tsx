import { Row } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { words } from "./words.ts";

/** For addresses that lead nowhere, and for services that don't exist. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title={words.notFound.title} lead={words.notFound.lead} />
      <Row>
        <LinkButton href="/" variant="primary">
          {words.notFound.home}
        </LinkButton>
        <LinkButton href="/services">{words.notFound.services}</LinkButton>
      </Row>
    </>
  );
}
