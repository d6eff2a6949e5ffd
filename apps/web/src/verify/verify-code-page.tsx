import { problemOf } from "@hall/client/problem";
import { verifyByCode } from "@hall/contracts/documents";
import type { Problem } from "@hall/contracts/problem";
import {
  formatVerificationCode,
  normalizeVerificationCode,
} from "@hall/documents/verification-code";
import type { PayloadVerdict } from "@hall/documents/verification-payload";
import { Button } from "@hall/ui/button";
import { DateText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { Row, Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { PageHeader } from "@hall/ui/page-header";
import { PrintButton } from "@hall/ui/print-button";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { Skeleton } from "@hall/ui/skeleton";
import { useEffect } from "react";
import { useLocation, useParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { words as appWords } from "../app/words.ts";
import { checkOffline, knownKeys, learnKey } from "./offline-check.ts";
import { Verdict, VerificationResult } from "./verification-result.tsx";
import { words } from "./words.ts";

/** Where a paper's QR code leads. With a network the centre answers; without, the code's own signature. */
export function VerifyCodePage() {
  const { code: typed = "" } = useParams();
  const { hash } = useLocation();
  const code = normalizeVerificationCode(typed) ?? typed;
  const answer = useAnswer(verifyByCode, { params: { code } });
  useEffect(() => {
    learnKey().catch(() => undefined);
  }, []);
  return (
    <>
      <PageHeader
        title={words.result.title}
        crumbs={[{ label: words.title, href: "/verify" }, { label: words.result.title }]}
        meta={<span className="font-code break-all">{formatVerificationCode(code)}</span>}
        actions={
          <>
            <LinkButton href="/verify">{words.result.again}</LinkButton>
            <PrintButton />
          </>
        }
      />
      <Stack>
        {answer.data ? (
          <VerificationResult answer={answer.data} />
        ) : answer.isError ? (
          <Unanswered
            problem={problemOf(answer.error)}
            code={code}
            fragment={hash.slice(1)}
            onRetry={() => void answer.refetch()}
          />
        ) : (
          <Skeleton shape="card" count={1} />
        )}
      </Stack>
    </>
  );
}

type UnansweredProps = {
  readonly problem: Problem;
  readonly code: string;
  readonly fragment: string;
  readonly onRetry: () => void;
};

function Unanswered({ problem, code, fragment, onRetry }: UnansweredProps) {
  const again = <Button onPress={onRetry}>{appWords.retry}</Button>;
  const isOffline = problem.status === 0 || problem.status >= 500;
  if (!isOffline || fragment === "") return <ProblemNotice problem={problem} actions={again} />;
  const keys = knownKeys();
  const verdict = checkOffline(code, fragment, keys);
  if (keys.length === 0 || !verdict) {
    return (
      <ProblemNotice
        problem={{ title: words.offline.title, detail: words.offline.noKey }}
        actions={again}
      />
    );
  }
  return (
    <>
      <p className="font-semibold">{words.offline.title}</p>
      <OfflineVerdict verdict={verdict} />
      <Row>{again}</Row>
    </>
  );
}

function OfflineVerdict({ verdict }: { verdict: PayloadVerdict }) {
  if (verdict.outcome === "unreadable") {
    return (
      <Verdict
        tone="caution"
        title={words.offline.unreadableTitle}
        lead={words.offline.unreadable}
      />
    );
  }
  if (verdict.outcome === "forged") {
    return <Verdict tone="bad" title={words.offline.forged} lead={words.offline.forgedLead} />;
  }
  const { kindName, number, maskedName, issuedOn, validUntil } = verdict.payload;
  const isOver = validUntil !== undefined && validUntil < todayInShanghai();
  return (
    <Verdict
      tone={isOver ? "caution" : "good"}
      title={isOver ? words.offline.expired : words.offline.authentic}
      lead={words.offline.authenticLead}
    >
      <KeyValue
        items={[
          { label: words.result.kind, value: kindName },
          {
            label: words.result.number,
            value: <span className="font-code break-all">{number}</span>,
          },
          { label: words.result.holder, value: maskedName },
          { label: words.result.issued, value: <DateText value={issuedOn} /> },
          {
            label: words.result.until,
            value: validUntil ? <DateText value={validUntil} /> : words.result.noEnd,
          },
        ]}
      />
    </Verdict>
  );
}

/** Without a network the device's own clock is the only one there is. */
function todayInShanghai(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
