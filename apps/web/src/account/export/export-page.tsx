import { useAct } from "@hall/client/use-act";
import { exportAccount } from "@hall/contracts/account";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { DescriptionSection } from "@hall/ui/description-section";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { PageHeader } from "@hall/ui/page-header";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { Download } from "lucide-react";
import { type FormEvent, useState } from "react";
import { callRaw } from "../../api/call.ts";
import { RequireActor } from "../../app/require-actor.tsx";
import { saveFile } from "../../documents/fetch-document.ts";
import { words } from "./words.ts";

/** Everything that the centre holds about me, in one file that I can open (AUD-3). */
export function ExportPage() {
  return (
    <RequireActor>
      {() => (
        <>
          <PageHeader
            title={words.title}
            lead={words.lead}
            crumbs={[{ label: words.crumb, href: "/account" }, { label: words.title }]}
          />
          <Stack gap="large">
            <DescriptionSection title={words.inside} points={[...words.points]} />
            <Notice tone="warning" title={words.warningTitle}>
              {words.warning}
            </Notice>
            <DownloadForm />
          </Stack>
        </>
      )}
    </RequireActor>
  );
}

function DownloadForm() {
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const [isDone, setDone] = useState(false);
  const act = useAct(async () => {
    setDone(false);
    const response = await callRaw(exportAccount, { body: { password } });
    saveFile(await response.blob(), nameOf(response));
    setPassword("");
    setTried(false);
    setDone(true);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password) void act.run();
  };
  return (
    <Card>
      <form onSubmit={submit} noValidate className="max-w-text">
        <Stack>
          {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
          {isDone ? (
            <Notice tone="success" isLive>
              {words.done}
            </Notice>
          ) : null}
          <TextField
            label={words.password}
            help={words.passwordHelp}
            name="password"
            type="password"
            autoComplete="current-password"
            isRequired
            maxLength={200}
            value={password}
            onChange={setPassword}
            {...(isTried && !password ? { error: words.needed } : {})}
          />
          <div>
            <Button
              type="submit"
              variant="primary"
              icon={<Download />}
              isPending={act.isPending}
              pendingText={words.downloading}
            >
              {words.download}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}

/** The server names it by number and day: P0000001-2026-03-17.zip. */
function nameOf(response: Response): string {
  const sent = /filename="?(\w+)-([\d-]+)\.zip/.exec(
    response.headers.get("Content-Disposition") ?? "",
  );
  return words.fileName(sent?.[1] ?? "", sent?.[2] ?? "");
}
