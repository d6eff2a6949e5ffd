import type { UnitOverview } from "@hall/contracts/unit-overview";
import { Card } from "@hall/ui/card";
import { DateText, dateText, instantText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { Badge, type BadgeTone } from "@hall/ui/status-badge";
import { words } from "./words.ts";

/** From so many days before its end a certificate is to be renewed. */
const RENEW_DAYS = 30;

type Certificate = NonNullable<UnitOverview["certificate"]>;

/** Which certificate is bound to the unit, until when, and how this session was signed in. */
export function UnitCertificate({
  certificate,
  signedInBy,
}: Pick<UnitOverview, "certificate" | "signedInBy">) {
  return (
    <Card title={words.certificate.title}>
      {certificate ? (
        <KeyValue
          items={[
            {
              label: words.certificate.state,
              value: (
                <Badge tone={certificateTone(certificate)}>{certificateState(certificate)}</Badge>
              ),
            },
            {
              label: words.certificate.until,
              value: <DateText value={certificate.validUntil} />,
              ...(certificate.state === "valid"
                ? { note: words.certificate.left(certificate.daysLeft) }
                : {}),
            },
            {
              label: words.certificate.serial,
              value: <span className="font-code text-note break-all">{certificate.serial}</span>,
            },
            { label: words.certificate.signedIn, value: words.certificate[signedInBy] },
          ]}
        />
      ) : (
        <>
          <p>{words.certificate.none}</p>
          <p className="text-note text-ink-soft">
            {words.certificate.signedIn}：{words.certificate[signedInBy]}
          </p>
        </>
      )}
    </Card>
  );
}

const isSoonOver = ({ state, daysLeft }: Certificate) =>
  state === "valid" && daysLeft <= RENEW_DAYS;

function certificateTone(certificate: Certificate): BadgeTone {
  if (certificate.state !== "valid") return "refused";
  return isSoonOver(certificate) ? "waiting" : "open";
}

const certificateState = (certificate: Certificate) =>
  isSoonOver(certificate) ? words.certificate.soon : words.certificate.states[certificate.state];

const permissionTones = {
  "in-force": "open",
  coming: "waiting",
  ended: "quiet",
  closed: "refused",
} as const satisfies Record<UnitOverview["permissions"][number]["state"], BadgeTone>;

/** What the centre has opened to this unit beyond what every unit may do. */
export function UnitPermissions({ permissions }: Pick<UnitOverview, "permissions">) {
  return (
    <Card title={words.permissions.title}>
      {permissions.length === 0 ? (
        <p className="text-ink-soft">{words.permissions.none}</p>
      ) : (
        <ul className="divide-y divide-line">
          {permissions.map(({ id, kindName, agreement, validFrom, validUntil, state }) => (
            <li key={id} className="py-3 first:pt-0 last:pb-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-semibold">{kindName}</span>
                <Badge tone={permissionTones[state]}>{words.permissions.states[state]}</Badge>
              </p>
              <p className="text-note text-ink-soft">{agreement}</p>
              <p className="text-note text-ink-soft">
                {words.permissions.span(dateText(validFrom), validUntil && dateText(validUntil))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Who acts for the unit, each under a login of their own. */
export function UnitAgents({ agents }: Pick<UnitOverview, "agents">) {
  return (
    <Card title={words.agents.title}>
      <ul className="divide-y divide-line">
        {agents.map(({ name, isFirst, isYou, lastSignInAt }) => (
          <li key={name} className="py-2 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-3">
              <span>{name}</span>
              {isYou ? <Badge tone="open">{words.agents.you}</Badge> : null}
              {isFirst ? <Badge tone="quiet">{words.agents.first}</Badge> : null}
            </p>
            <p className="text-note text-ink-soft">
              {lastSignInAt ? words.agents.last(instantText(lastSignInAt)) : words.agents.never}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
