import { changeContacts, endSignIns, getContacts } from "@hall/contracts/backoffice/contacts";
import { type BankCardFault, parseBankCard } from "@hall/domain/bank-card";
import { formatMoment } from "@hall/domain/dates";
import { type PayoutKind, payoutNames } from "@hall/domain/housing-accounts";
import { maskBankCard, maskMobile } from "@hall/domain/masks";
import { HOTLINE, writeMessage } from "@hall/domain/messages";
import { type MobileFault, parseMobile } from "@hall/domain/mobile";
import type { z } from "zod";
import { auditPart, writeAudit } from "../audit/audit.ts";
import { endSessions } from "../auth/sessions.ts";
import { staffOf } from "../backoffice/staff.ts";
import { instantText } from "../clock.ts";
import { heldUntilOf } from "../finance/payout-hold.ts";
import type { Hall } from "../hall.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import { type Call, type Route, route } from "../http/route.ts";
import { letterParts, onlyLetter } from "../messages/message-parts.ts";
import { commit, type Part, subjectMoves, untilCommitted, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";

type Body = z.output<NonNullable<typeof changeContacts.body>>;
type ChangeCall = Call<{ personalNumber: string }, undefined, Body>;

/** Phone and payout accounts, changed at the counter by who shows their identity document. */
export const contactRoutes: readonly Route[] = [
  route(getContacts, async ({ hall, actor, params, address }) => {
    const contacts = await contactsOf(hall, params.personalNumber);
    if (!contacts) return refuse("not-found", "没有这个个人编号。");
    const { id: subjectId } = contacts;
    await writeAudit(hall, { actor, action: "person.look", subjectId, address });
    return contacts;
  }),
  // A repetition is answered with how things stand: no answer with somebody's numbers is stored.
  route(changeContacts, change, ({ hall, params }) => contactsOf(hall, params.personalNumber)),
  // Whoever asks for it by telephone may: it gives nothing away, and its owner signs in anew.
  route(endSignIns, async ({ hall, actor, params, address }) => {
    const person = await hall.db.person.findUnique({
      where: { personalNumber: params.personalNumber },
      select: { id: true },
    });
    if (!person) return refuse("not-found", "没有这个个人编号。");
    const theirs = sql`owner_id = ${person.id}::uuid`;
    const ended = await endSessions(hall, theirs, "ended-by-counter", { actor, address });
    return { ended: ended.length };
  }),
];

async function change(call: ChangeCall): Promise<unknown> {
  const { hall, actor, params, body } = call;
  const [staff, person] = await Promise.all([
    staffOf(hall, actor),
    contactsOf(hall, params.personalNumber),
  ]);
  if (!person || person.name !== body.name) {
    const message = "个人编号和姓名对不上，请按身份证件核对。";
    return refuse("malformed", message, { errors: [{ path: "/name", message }] });
  }
  if (person.id === staff.personId) {
    return refuse("not-allowed", "这是您本人的登记，须由其他窗口人员变更。");
  }
  const read = readChange(body);
  if (isRefusal(read)) return read;
  const result = await untilCommitted(async () => {
    const written = await writeChange(call, person, read);
    return written === "committed" ? contactsOf(hall, params.personalNumber) : written;
  });
  return result === "moved" ? refuse("conflict") : result;
}

interface Change {
  readonly mobile: string | null;
  readonly card: {
    readonly kind: PayoutKind;
    readonly bank: string;
    readonly number: string;
  } | null;
}

/** The numbers as they are kept, or what is wrong with them. */
function readChange({ mobile, card }: Body): Change | Refusal {
  const phone = mobile === undefined ? null : parseMobile(mobile);
  if (phone && !phone.ok) return fault("/mobile", phone);
  const account = card === undefined ? null : parseBankCard(card.number);
  if (account && !account.ok) return fault("/card/number", account);
  return {
    mobile: phone?.number ?? null,
    card: card && account ? { kind: card.kind, bank: card.bank, number: account.number } : null,
  };
}

const fault = (path: string, { message }: MobileFault | BankCardFault): Refusal =>
  refuse("malformed", message, { errors: [{ path, message }] });

async function writeChange(
  { hall, actor, idempotency, address }: ChangeCall,
  person: { readonly id: string },
  { mobile, card }: Change,
): Promise<"committed" | "moved"> {
  const at = hall.clock.instant();
  const { book } = await hall.policy.at();
  const hours = book.on("payout.coolingHours", hall.clock.now().toPlainDate());
  const what = [mobile && "手机号码", card && payoutNames[card.kind]].filter(Boolean).join("和");
  const told = writeMessage("contact-changed", {
    what,
    when: formatMoment(hall.clock.now()),
    hours: String(hours),
    phone: HOTLINE,
  });
  const letter = {
    id: `contact:${person.id}:${at.getTime()}`,
    subject: { kind: "person", id: person.id },
    agentId: person.id,
    applicationNumber: null,
    at,
    ...told,
  } as const;
  return commit(
    hall.db,
    [subjectMoves(person.id)],
    [
      ...changeParts(hall, person.id, { mobile, card }, at),
      // All parts of a statement see the rows as they were before it: the old number is told.
      ...letterParts(letter, onlyLetter),
      write("idempotency", idempotency.remember(200, { changed: what })),
      write(
        "audit",
        auditPart({
          actor,
          action: "contact.change",
          subjectId: person.id,
          detail: { mobile: mobile !== null, card: card?.kind ?? null },
          address,
          at,
        }),
      ),
    ],
  );
}

function changeParts(
  hall: Hall,
  personId: string,
  { mobile, card }: Change,
  at: Date,
): readonly Part[] {
  const phone =
    mobile === null
      ? []
      : [
          write(
            "mobile_changed",
            sql`UPDATE person SET mobile_cipher = ${hall.cipher.seal(mobile)},
                       mobile_changed_at = ${at}::timestamptz
                 WHERE id = ${personId}::uuid RETURNING 1`,
          ),
        ];
  if (!card) return phone;
  // The counter has seen the card beside the document: that is the check that others wait for.
  return [
    ...phone,
    write(
      "card_changed",
      sql`INSERT INTO payout_account (person_id, kind, bank, number_cipher, masked_number, verified,
                                      changed_at)
          VALUES (${personId}::uuid, ${card.kind}, ${card.bank}, ${hall.cipher.seal(card.number)},
                  ${maskBankCard(card.number)}, true, ${at}::timestamptz)
          ON CONFLICT (person_id, kind) DO UPDATE
             SET bank = excluded.bank, number_cipher = excluded.number_cipher,
                 masked_number = excluded.masked_number, verified = true,
                 changed_at = excluded.changed_at
          RETURNING 1`,
    ),
  ];
}

/** As the counter sees them; null where nobody has the number. */
async function contactsOf(hall: Hall, personalNumber: string) {
  const person = await hall.db.person.findUnique({ where: { personalNumber } });
  if (!person) return null;
  const [accounts, held] = await Promise.all([
    hall.db.payoutAccount.findMany({
      where: { personId: person.id },
      orderBy: { kind: "desc" },
    }),
    heldUntilOf(hall, [person.id]),
  ]);
  const heldUntil = held.get(person.id);
  return {
    id: person.id,
    personalNumber,
    name: person.name,
    mobile: person.mobileCipher && maskMobile(hall.cipher.open(person.mobileCipher)),
    accounts: accounts.map(({ kind, bank, maskedNumber, verified }) => ({
      kind,
      kindName: payoutNames[kind as PayoutKind],
      bank,
      maskedNumber,
      verified,
    })),
    heldUntil: heldUntil ? instantText(heldUntil) : null,
  };
}
