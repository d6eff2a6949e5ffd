import { useAct } from "@hall/client/use-act";
import { changeContacts, getContacts } from "@hall/contracts/backoffice/contacts";
import { parseBankCard } from "@hall/domain/bank-card";
import { parseMobile } from "@hall/domain/mobile";
import { Button } from "@hall/ui/button";
import { CheckboxField } from "@hall/ui/checkbox-field";
import { ConfirmDialog } from "@hall/ui/dialog";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { RadioCards } from "@hall/ui/radio-cards";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { words } from "./words.ts";

const kinds = ["mobile", "citizen-card", "bound-card"] as const;
type Kind = (typeof kinds)[number];

const empty = { name: "", mobile: "", bank: "", number: "", isChecked: false };
type Typed = typeof empty;

type ChangeFormProps = { readonly personalNumber: string; readonly onDone: () => void };

/** One change at a time, against the document, and confirmed with what follows from it. */
export function ChangeForm({ personalNumber, onDone }: ChangeFormProps) {
  const [kind, setKind] = useState<Kind | null>(null);
  const [typed, setTyped] = useState<Typed>(empty);
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const faults = faultsOf(kind, typed);
  const show = (key: string) => (isTried && faults[key] ? { error: faults[key] } : {});
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const act = useAct(async () => {
    const { name, mobile, bank, number } = typed;
    const changed =
      kind === "mobile" ? { mobile } : { card: { kind: kind ?? "citizen-card", bank, number } };
    const body = { name, identityChecked: true as const, ...changed };
    try {
      await call(changeContacts, { params: { personalNumber }, body });
    } finally {
      setAsking(false);
    }
    setTyped(empty);
    setKind(null);
    setTried(false);
    await readAnew(getContacts);
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length === 0) setAsking(true);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <RadioCards
          label={words.what}
          isRequired
          columns={2}
          value={kind ?? ""}
          onChange={(value) => setKind(kinds.find((each) => each === value) ?? null)}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          {...show("kind")}
        />
        <TextField
          label={words.name}
          help={words.nameHelp}
          isRequired
          value={typed.name}
          onChange={(name) => set({ name })}
          {...show("name")}
        />
        <NewValue kind={kind} typed={typed} set={set} show={show} />
        <CheckboxField
          label={words.checked}
          isRequired
          value={typed.isChecked}
          onChange={(isChecked) => set({ isChecked })}
          {...show("isChecked")}
        />
        <div>
          <Button type="submit" variant="primary">
            {words.submit}
          </Button>
        </div>
      </Stack>
      <ConfirmDialog
        title={words.confirmTitle}
        isOpen={isAsking}
        consequence={words.consequence(kind ? words.kinds[kind] : "")}
        confirmText={words.confirm}
        isPending={act.isPending}
        pendingText={words.pending}
        onConfirm={() => void act.run()}
        onCancel={() => setAsking(false)}
      />
    </form>
  );
}

type NewValueProps = {
  readonly kind: Kind | null;
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
  readonly show: (key: string) => { error?: string };
};

/** What takes the place of what is registered. */
function NewValue({ kind, typed, set, show }: NewValueProps) {
  if (kind === null) return null;
  if (kind === "mobile") {
    return (
      <TextField
        label={words.newMobile}
        isRequired
        look="code"
        inputMode="tel"
        value={typed.mobile}
        onChange={(mobile) => set({ mobile })}
        {...show("mobile")}
      />
    );
  }
  return (
    <>
      <TextField
        label={words.bank}
        isRequired
        value={typed.bank}
        onChange={(bank) => set({ bank })}
        {...show("bank")}
      />
      <TextField
        label={words.number}
        isRequired
        look="code"
        inputMode="numeric"
        value={typed.number}
        onChange={(number) => set({ number })}
        {...show("number")}
      />
    </>
  );
}

/** The same readers as on the server, so that a slip is told before anything is sent. */
function faultsOf(kind: Kind | null, typed: Typed): Readonly<Record<string, string>> {
  const mobile = parseMobile(typed.mobile);
  const card = parseBankCard(typed.number);
  const isCard = kind !== null && kind !== "mobile";
  return {
    ...(kind === null ? { kind: words.needKind } : {}),
    ...(typed.name.trim() === "" ? { name: words.nameHelp } : {}),
    ...(kind === "mobile" && !mobile.ok ? { mobile: mobile.message } : {}),
    ...(isCard && typed.bank.trim().length < 2 ? { bank: words.bank } : {}),
    ...(isCard && !card.ok ? { number: card.message } : {}),
    ...(typed.isChecked ? {} : { isChecked: words.needChecked }),
  };
}
