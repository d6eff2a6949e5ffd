import { addDays, type Day } from "@hall/domain/dates";
import type { HousingAccount } from "@hall/domain/facts";
import { subtractFen, sumFen } from "@hall/domain/fen";
import { ledgerAccountId } from "../effects/ledger-post.ts";
import { asDate, type Transaction } from "../store/database.ts";
import type { SeedingHall } from "./seeding-hall.ts";

const RECEIVED = ledgerAccountId({ kind: "control", code: "contributions-received" });

/** The account and the postings that make its balance: what was there, then each movement. */
export async function seedHousingAccount(
  { db, clock }: SeedingHall,
  personId: string,
  account: HousingAccount,
): Promise<void> {
  const { movements, balanceFen, frozenBy: _free, ...known } = account;
  await db.housingAccount.create({
    data: {
      ...known,
      personId,
      openedOn: asDate(known.openedOn),
      sealedOn: known.sealedOn && asDate(known.sealedOn),
      interestUpTo: asDate(known.interestUpTo),
    },
  });
  const accountId = ledgerAccountId({ kind: "housing", accountNumber: account.number });
  await db.ledgerAccount.create({ data: { id: accountId, kind: "customer" } });
  const before = subtractFen(balanceFen, sumFen(movements.map(({ amountFen }) => amountFen)));
  const opening = { on: addDays(account.interestUpTo, -1), amountFen: before };
  const postings = [opening, ...movements].filter(({ amountFen }) => amountFen !== 0n);
  for (const [index, { on, amountFen }] of postings.entries()) {
    await post(db, `seed:${account.number}:${index}`, accountId, on, amountFen, clock.instant());
  }
}

async function post(
  db: Transaction,
  id: string,
  accountId: string,
  on: Day,
  amountFen: bigint,
  postedAt: Date,
): Promise<void> {
  await db.ledgerPosting.create({
    data: { id, memo: "缴存", effect: "seed", businessDay: asDate(on), postedAt },
  });
  await db.ledgerEntry.createMany({
    data: [
      { postingId: id, line: 1, accountId, amountFen },
      { postingId: id, line: 2, accountId: RECEIVED, amountFen: -amountFen },
    ],
  });
}
