import type { AnswerOf } from "@hall/client/operation";
import { useAct } from "@hall/client/use-act";
import { checkAuditChain } from "@hall/contracts/backoffice/insight";
import { Button } from "@hall/ui/button";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
import { call } from "../api/call.ts";
import { words } from "./words.ts";

type Chain = AnswerOf<NonNullable<(typeof checkAuditChain)["answer"]>>;

interface ChainCheck {
  readonly button: ReactNode;
  readonly result: ReactNode;
}

/** Has the hash chain gone through, and says what came of it: the button, and what stands under it. */
export function useChainCheck(): ChainCheck {
  const [chain, setChain] = useState<Chain | null>(null);
  const act = useAct(async () => {
    setChain(null);
    setChain(await call(checkAuditChain, {}));
  });
  return {
    button: (
      <Button
        icon={<ShieldCheck />}
        isPending={act.isPending}
        pendingText={words.chain.checking}
        onPress={() => void act.run()}
      >
        {words.chain.check}
      </Button>
    ),
    result:
      act.problem || chain ? (
        <div className="mb-4">
          {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
          {chain ? <Verdict chain={chain} /> : null}
        </div>
      ) : null,
  };
}

function Verdict({ chain: { first, last, head, broken, waiting } }: { readonly chain: Chain }) {
  if (broken) {
    return (
      <Notice tone="warning" title={words.chain.broken} isLive>
        {words.chain.brokenAt(broken.position, broken.reason)}
      </Notice>
    );
  }
  if (first === null || last === null) {
    return <Notice isLive>{words.chain.empty}</Notice>;
  }
  return (
    <Notice tone="success" title={words.chain.whole} isLive>
      <p>
        {words.chain.span(first, last)}
        {waiting > 0 ? words.chain.waiting(waiting) : ""}
      </p>
      <p className="text-note">
        {words.chain.head}
        <span className="block font-code break-all">{head}</span>
      </p>
    </Notice>
  );
}
