import { useAct } from "@hall/client/use-act";
import { challengeUnit, signInUnitByCertificate } from "@hall/contracts/auth";
import { Button } from "@hall/ui/button";
import { FileField } from "@hall/ui/file-field";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { takeSignedIn } from "../api/session.ts";
import type { OpenedCertificate } from "./open-certificate.ts";
import { words } from "./words.ts";

interface Filled {
  readonly unitCode: string;
  readonly password: string;
  readonly file: File | null;
  readonly filePassword: string;
}

type CertificateFormProps = {
  /** What was typed before one learnt that a certificate is needed. */
  readonly unitCode: string;
  readonly onDone: () => void;
};

/** Unit code, password, and the certificate's signature over what the server has just drawn. */
export function CertificateForm(props: CertificateFormProps) {
  const { onDone } = props;
  const [filled, setFilled] = useState<Filled>({
    unitCode: props.unitCode,
    password: "",
    file: null,
    filePassword: "",
  });
  const [isTried, setTried] = useState(false);
  const [fileFault, setFileFault] = useState<string | null>(null);
  const set = (part: Partial<Filled>) => setFilled((before) => ({ ...before, ...part }));
  const act = useAct(async () => {
    setFileFault(null);
    const opened = await open(filled);
    if (typeof opened === "string") return setFileFault(opened);
    if (await signIn(filled, opened)) onDone();
  });
  const { unitCode, password, file, filePassword } = filled;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unitCode.trim() && password && file && filePassword) void act.run();
  };
  const need = (isMissing: boolean, error: string) => (isTried && isMissing ? { error } : {});
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <TextField
          label={words.signIn.unitCode}
          help={words.signIn.unitCodeHelp}
          name="username"
          autoComplete="username"
          isRequired
          value={unitCode}
          onChange={(next) => set({ unitCode: next })}
          {...need(!unitCode.trim(), words.signIn.needUnit)}
        />
        <TextField
          label={words.signIn.password}
          type="password"
          name="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={(next) => set({ password: next })}
          {...need(!password, words.signIn.needPassword)}
        />
        <FileField
          label={words.certificate.file}
          help={words.certificate.fileHelp}
          isRequired
          accept={[".p12", ".pfx", "application/x-pkcs12"]}
          files={
            file ? [{ id: "p12", name: file.name, sizeBytes: file.size, state: "received" }] : []
          }
          onAdd={([chosen]) => set({ file: chosen ?? null })}
          onRemove={() => set({ file: null })}
          {...(fileFault ? { error: fileFault } : need(!file, words.certificate.needFile))}
        />
        <TextField
          label={words.certificate.filePassword}
          type="password"
          name="certificate-password"
          autoComplete="off"
          isRequired
          value={filePassword}
          onChange={(next) => set({ filePassword: next })}
          {...need(!filePassword, words.certificate.needFilePassword)}
        />
        <div>
          <Button
            type="submit"
            variant="primary"
            size="main"
            isPending={act.isPending}
            pendingText={words.certificate.signing}
          >
            {words.signIn.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** The opened certificate, or the sentence that says why it doesn't open. */
async function open({ file, filePassword }: Filled): Promise<OpenedCertificate | string> {
  const { openCertificate } = await import("./open-certificate.ts");
  const opened = openCertificate((await file?.arrayBuffer()) ?? new ArrayBuffer(0), filePassword);
  if (opened.outcome === "wrong-password") return words.certificate.wrongPassword;
  if (opened.outcome === "no-key") return words.certificate.noKey;
  return opened.certificate;
}

async function signIn(filled: Filled, certificate: OpenedCertificate): Promise<boolean> {
  const unitCode = filled.unitCode.trim();
  const { challengeId, nonce } = await call(challengeUnit, { body: { unitCode } });
  const answer = await call(signInUnitByCertificate, {
    body: {
      unitCode,
      password: filled.password,
      challengeId,
      certificatePem: certificate.certificatePem,
      signature: certificate.sign(nonce),
    },
  });
  return takeSignedIn(answer);
}
