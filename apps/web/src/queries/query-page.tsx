import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import type { ReactNode } from "react";
import { RequireActor } from "../app/require-actor.tsx";
import { words as applyWords } from "../apply/words.ts";
import { guidePath } from "../directory/service-path.ts";

type QueryPageProps = {
  readonly service: string;
  readonly title: string;
  readonly lead: string;
  /** Where one came from: the menu, or the unit's page. */
  readonly from: { readonly label: string; readonly href: string };
  /** The page's own name in the path, where it is shorter than its title. */
  readonly crumb?: string;
  readonly children: ReactNode;
};

/** The frame of a query service: who is signed in, the way to its guide, and paper. */
export function QueryPage({ service, title, lead, from, crumb, children }: QueryPageProps) {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader
            title={title}
            lead={lead}
            crumbs={[
              from,
              { label: applyWords.guide, href: guidePath(service) },
              { label: crumb ?? title },
            ]}
            actions={<PrintButton />}
          />
          {children}
        </>
      )}
    </RequireActor>
  );
}
