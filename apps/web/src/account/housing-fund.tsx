import type { AccountJson } from "@hall/contracts/services/participation-certificate";
import { Card } from "@hall/ui/card";
import { dateText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Link } from "@hall/ui/link";
import { Money } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { words } from "./words.ts";

type HousingFundProps = Pick<AccountJson, "housing" | "legacy">;

/** The housing account's balance and state, and the former provident account where there is one. */
export function HousingFund({ housing, legacy }: HousingFundProps) {
  return (
    <Stack>
      <Card title={words.housing}>
        {housing ? <Current housing={housing} /> : <p className="text-ink-soft">{words.none}</p>}
      </Card>
      {legacy ? (
        <Card title={words.legacy}>
          <KeyValue
            items={[
              { label: words.number, value: legacy.number },
              { label: words.balance, value: <Money fen={legacy.balanceFen} isStrong /> },
            ]}
          />
        </Card>
      ) : null}
    </Stack>
  );
}

function Current({ housing }: { housing: NonNullable<AccountJson["housing"]> }) {
  return (
    <Stack>
      <div>
        <p className="text-note text-ink-soft">{words.balance}</p>
        <p className="text-accent">
          <Money fen={housing.balanceFen} isFigure />
        </p>
        <p className="text-note text-ink-soft">{words.interest(dateText(housing.interestUpTo))}</p>
      </div>
      {housing.frozenBy ? (
        <Notice
          tone="warning"
          title={words.frozen}
          actions={<Link href={`/applications/${housing.frozenBy}`}>{words.seeCase}</Link>}
        >
          {words.frozenBy(housing.frozenBy)}
        </Notice>
      ) : null}
      <KeyValue
        items={[
          { label: words.number, value: housing.number },
          { label: words.kind, value: housing.kindName },
          {
            label: words.state,
            value: housing.statusName,
            ...(housing.sealedOn ? { note: words.sealedOn(dateText(housing.sealedOn)) } : {}),
          },
          ...(housing.baseFen === null
            ? []
            : [{ label: words.base, value: <Money fen={housing.baseFen} /> }]),
        ]}
      />
    </Stack>
  );
}
