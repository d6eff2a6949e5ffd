import { Card } from "@hall/ui/card";
import { Link } from "@hall/ui/link";
import { guidePath } from "../directory/service-path.ts";
import { RemindButton } from "./remind-button.tsx";
import { useReminders } from "./use-reminders.ts";
import { words } from "./words.ts";

/** Reminders that are still to come, each with its way back; nothing where there are none. */
export function MyReminders() {
  const { data } = useReminders();
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={words.mine.title} lead={words.mine.lead}>
      <ul className="divide-y divide-line">
        {data.items.map((each) => (
          <li
            key={each.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2 first:pt-0 last:pb-0"
          >
            <Link href={guidePath(each.service)}>{each.serviceName}</Link>
            <RemindButton {...each} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
