import { Card } from "@hall/ui/card";
import { renewNow } from "../api/session.ts";
import { StaffHeader } from "../app/staff-header.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { words } from "./words.ts";

/** Stands in place of every page until an issued password is changed (SGN-4). */
export function ForcedChange() {
  return (
    <div className="max-w-text">
      <StaffHeader title={words.forced.title} lead={words.forced.lead} />
      <Card>
        <ChangePasswordForm onDone={renewNow} />
      </Card>
    </div>
  );
}
