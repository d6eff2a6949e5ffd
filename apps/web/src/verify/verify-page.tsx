import { useAct } from "@hall/client/use-act";
import { type VerificationJson, verifyByHash } from "@hall/contracts/documents";
import { normalizeVerificationCode } from "@hall/documents/verification-code";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { FileField } from "@hall/ui/file-field";
import { Stack } from "@hall/ui/layout";
import { PageHeader } from "@hall/ui/page-header";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Skeleton } from "@hall/ui/skeleton";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../api/call.ts";
import { hashFile, isPdf } from "./hash-file.ts";
import { learnKey } from "./offline-check.ts";
import { VerificationResult } from "./verification-result.tsx";
import { words } from "./words.ts";

/** Anybody may ask whether a paper is real: by its code, or by the file itself (DOC-3). */
export function VerifyPage() {
  useEffect(() => {
    // For later, when a paper is looked at without a network.
    learnKey().catch(() => undefined);
  }, []);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ByCode />
        <ByFile />
      </div>
      <p className="mt-6 text-note text-ink-soft">{words.scan}</p>
    </>
  );
}

function ByCode() {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const code = normalizeVerificationCode(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code) navigate(`/verify/${code}`);
  };
  return (
    <Card title={words.code.title}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextField
            label={words.code.label}
            help={words.code.help}
            name="code"
            look="code"
            isRequired
            maxLength={60}
            value={text}
            onChange={setText}
            {...(isTried && !code ? { error: words.code.wrong } : {})}
          />
          <div>
            <Button type="submit" variant="primary">
              {words.code.submit}
            </Button>
          </div>
        </Stack>
      </form>
    </Card>
  );
}

interface Compared {
  readonly hash: string;
  readonly answer: VerificationJson;
}

function ByFile() {
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const act = useAct(async (chosen: File) => {
    setFile(chosen);
    setFault(null);
    setCompared(null);
    const isRight = await isPdf(chosen).catch(() => null);
    if (isRight === null) return setFault(words.file.unreadable);
    if (!isRight) return setFault(words.file.notPdf);
    const hash = await hashFile(chosen).catch(() => null);
    if (hash === null) return setFault(words.file.unreadable);
    setCompared({ hash, answer: await call(verifyByHash, { params: { sha256: hash } }) });
  });
  return (
    <Card title={words.file.title}>
      <Stack>
        <FileField
          label={words.file.label}
          help={words.file.help}
          isRequired
          accept={[".pdf", "application/pdf"]}
          files={
            file ? [{ id: "pdf", name: file.name, sizeBytes: file.size, state: "received" }] : []
          }
          onAdd={([chosen]) => {
            if (chosen) void act.run(chosen);
          }}
          onRemove={() => {
            setFile(null);
            setCompared(null);
          }}
          {...(fault ? { error: fault } : {})}
        />
        {act.isPending ? <Skeleton count={2} label={words.file.reckoning} /> : null}
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        {compared ? <VerificationResult answer={compared.answer} fileHash={compared.hash} /> : null}
      </Stack>
    </Card>
  );
}
