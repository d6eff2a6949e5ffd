import { later } from "@hall/ui/later";
import { Skeleton } from "@hall/ui/skeleton";
import { Tabs } from "@hall/ui/tabs";
import { useState } from "react";
import { PasswordForm } from "./password-form.tsx";
import { words } from "./words.ts";

const CertificateForm = later(
  async () => (await import("./certificate-form.tsx")).CertificateForm,
  {
    waiting: () => <Skeleton shape="form" count={4} />,
  },
);

type SignInFormProps = {
  /** The tab shown first. */
  readonly first?: string;
  /** Signed in; the session is already taken up. */
  readonly onDone?: () => void;
};

/** The three ways to sign in, on the page and in the dialog over a page. */
export function SignInForm({ first = "person", onDone }: SignInFormProps) {
  const [tab, setTab] = useState(first);
  const [unitCode, setUnitCode] = useState("");
  const byCertificate = (code: string) => {
    setUnitCode(code);
    setTab("certificate");
  };
  const done = onDone ?? (() => undefined);
  return (
    <Tabs
      label={words.signIn.tabs}
      selected={tab}
      onSelect={setTab}
      items={[
        {
          id: "person",
          title: words.signIn.person,
          content: <PasswordForm key="person" who="person" onDone={done} />,
        },
        {
          id: "unit",
          title: words.signIn.unit,
          content: (
            <PasswordForm key="unit" who="unit" onDone={done} onCertificate={byCertificate} />
          ),
        },
        {
          id: "certificate",
          title: words.signIn.certificate,
          content: <CertificateForm unitCode={unitCode} onDone={done} />,
        },
      ]}
    />
  );
}
