import { Card } from "@hall/ui/card";
import { LinkButton } from "@hall/ui/link";
import { Building2, Check, UserRound } from "lucide-react";
import { words } from "./words.ts";

/** The two ways in, and what one gets by it. */
export function SignInCard() {
  return (
    <Card title={words.signIn.title}>
      <ul className="mb-5 flex flex-col gap-1 text-ink-soft">
        {words.signIn.points.map((point) => (
          <li key={point} className="flex gap-2">
            <Check aria-hidden="true" className="mt-[0.35em] size-[1.1em] shrink-0 text-accent" />
            {point}
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-2">
        <LinkButton href="/sign-in" variant="primary" size="main" icon={<UserRound />} isWide>
          {words.signIn.person}
        </LinkButton>
        <LinkButton href="/sign-in?as=unit" icon={<Building2 />} isWide>
          {words.signIn.unit}
        </LinkButton>
      </div>
    </Card>
  );
}
