import {
  type ApplicationJson,
  rateApplication,
  withdrawApplication,
} from "@hall/contracts/applications";
import { Button } from "@hall/ui/button";
import { instantText } from "@hall/ui/date-text";
import { later } from "@hall/ui/later";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { RadioCards } from "@hall/ui/radio-cards";
import { Skeleton } from "@hall/ui/skeleton";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { call } from "../api/call.ts";
import { currentSession } from "../api/session.ts";
import { ConfirmDialog } from "../app/later-dialogs.tsx";
import { useCaseAct } from "./case-act.ts";
import { words } from "./words.ts";

// Few cases are asked for more; the others don't load what takes files.
const Supplement = later(async () => (await import("./supplement.tsx")).Supplement, {
  waiting: () => <Skeleton shape="form" />,
});

type CaseProps = { readonly application: ApplicationJson };

const actorId = () => {
  const session = currentSession();
  return session.state === "in" ? session.actor.id : "";
};

/** What the applicant may do now; the server says which. */
export function CaseActions({ application }: CaseProps) {
  const { actions, rating } = application;
  const [isJustRated, setJustRated] = useState(false);
  return (
    <Stack>
      {actions.includes("supplement") ? (
        <Supplement application={application} actorId={actorId()} />
      ) : null}
      {actions.includes("rate") ? (
        <Rate application={application} onDone={() => setJustRated(true)} />
      ) : null}
      {rating ? <Rated rating={rating} takesFocus={isJustRated} /> : null}
      {actions.includes("withdraw") ? <Withdraw application={application} /> : null}
    </Stack>
  );
}

type RatedProps = {
  readonly rating: NonNullable<ApplicationJson["rating"]>;
  /** Stands where the form was that had the focus. */
  readonly takesFocus: boolean;
};

function Rated({ rating, takesFocus }: RatedProps) {
  const { stars, followUp } = rating;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, [takesFocus]);
  return (
    <div ref={place} tabIndex={-1} className="mt-3 outline-none">
      <p className="text-note text-ink-soft">
        {words.rate.done}：{words.rate.levels.find(({ value }) => value === String(stars))?.label}
        {rating.words ? `，${rating.words}` : ""}
      </p>
      {followUp ? (
        <div className="mt-2 border-l-3 border-accent-fill pl-4">
          {followUp.answeredAt ? (
            <>
              <p className="text-note text-ink-soft">
                {words.rate.answered(instantText(followUp.answeredAt))}
              </p>
              <p>{followUp.answer}</p>
            </>
          ) : (
            <p>{words.rate.followUp}</p>
          )}
        </div>
      ) : null}
    </div>
  );
}

function Withdraw({ application: { number } }: CaseProps) {
  const [isAsking, setAsking] = useState(false);
  const act = useCaseAct(`withdraw.${number}`, actorId(), (_: null, idempotencyKey) =>
    call(withdrawApplication, { params: { number }, idempotencyKey }),
  );
  return (
    <div className="mt-4">
      <Button onPress={() => setAsking(true)}>{words.withdraw.button}</Button>
      <ConfirmDialog
        title={words.withdraw.title}
        isOpen={isAsking}
        isDanger
        consequence={words.withdraw.consequence}
        confirmText={words.withdraw.confirm}
        isPending={act.isPending}
        pendingText={words.withdraw.pending}
        onConfirm={async () => {
          if (await act.run(null)) setAsking(false);
        }}
        onCancel={() => setAsking(false)}
      >
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
      </ConfirmDialog>
    </div>
  );
}

function Rate({ application: { number }, onDone }: CaseProps & { readonly onDone: () => void }) {
  const [stars, setStars] = useState("");
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const act = useCaseAct(
    `rate.${number}`,
    actorId(),
    (body: { stars: number; words?: string }, idempotencyKey) =>
      call(rateApplication, { params: { number }, body, idempotencyKey }),
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const said = text.trim();
    if (!stars) event.currentTarget.querySelector<HTMLElement>("input[type=radio]")?.focus();
    else if (await act.run({ stars: Number(stars), ...(said ? { words: said } : {}) })) onDone();
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="mt-4 border-t border-line pt-4"
    >
      <Stack>
        <div>
          <h3 className="font-semibold">{words.rate.title}</h3>
          <p className="text-note text-ink-soft">{words.rate.lead}</p>
        </div>
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <RadioCards
          label={words.rate.field}
          isRequired
          columns={3}
          value={stars}
          onChange={setStars}
          options={[...words.rate.levels]}
          {...(isTried && !stars ? { error: words.rate.needed } : {})}
        />
        <TextField
          label={words.rate.words}
          isLong
          maxLength={500}
          value={text}
          onChange={setText}
        />
        <div>
          <Button type="submit" isPending={act.isPending} pendingText={words.rate.pending}>
            {words.rate.submit}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
