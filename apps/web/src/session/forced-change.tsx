import { Card } from "@hall/ui/card";
import { PageHeader } from "@hall/ui/page-header";
import { renewNow } from "../api/session.ts";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { words } from "./words.ts";

/** Stands in place of every personal page until an issued password is changed (SGN-4). */
export function ForcedChange() {
  return (
    <div className="mx-auto max-w-text">
      <PageHeader title={words.forced.title} lead={words.forced.lead} />
      <Card>
        <ChangePasswordForm onDone={renewNow} />
      </Card>
    </div>
  );
}
