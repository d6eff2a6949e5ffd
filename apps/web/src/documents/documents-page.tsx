import { usePages } from "@hall/client/use-pages";
import { listDocuments } from "@hall/contracts/documents";
import { Card } from "@hall/ui/card";
import { EmptyState } from "@hall/ui/empty-state";
import { LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { Pager } from "@hall/ui/pager";
import { ScrollText } from "lucide-react";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { RequireActor } from "../app/require-actor.tsx";
import { DocumentList } from "./document-list.tsx";
import { words } from "./words.ts";

/** Every paper that was issued to me or my unit. */
export function DocumentsPage() {
  return (
    <RequireActor>
      {(actor) => (
        <>
          <PageHeader
            title={actor.kind === "agent" ? words.unitTitle : words.title}
            lead={words.lead}
          />
          <Documents isPerson={actor.kind === "person"} />
        </>
      )}
    </RequireActor>
  );
}

function Documents({ isPerson }: { isPerson: boolean }) {
  const pages = usePages();
  const documents = useAnswer(listDocuments, {
    query: { limit: 20, ...(pages.cursor ? { cursor: pages.cursor } : {}) },
  });
  return (
    <Awaited of={documents} skeleton={{ shape: "card", count: 3 }}>
      {({ items, nextCursor }) =>
        items.length === 0 && pages.depth === 0 ? (
          <EmptyState
            icon={<ScrollText />}
            title={words.empty}
            actions={
              isPerson ? (
                <LinkButton href="/services/participation-certificate">
                  {words.toCertificate}
                </LinkButton>
              ) : null
            }
          >
            {words.emptyHelp}
          </EmptyState>
        ) : (
          <>
            <Card>
              <DocumentList documents={items} />
            </Card>
            <Pager
              depth={pages.depth}
              hasNext={nextCursor !== null}
              isPending={documents.isFetching}
              onNext={() => pages.next(nextCursor)}
              onPrevious={pages.previous}
            />
          </>
        )
      }
    </Awaited>
  );
}
