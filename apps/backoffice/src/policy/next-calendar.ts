/** The calendar of the year after the last one that is there. */
export function nextCalendarKey(items: readonly { readonly key: string }[]): string {
  const years = items.flatMap(({ key }) => {
    const year = /^calendar\.(\d{4})$/.exec(key)?.[1];
    return year ? [Number(year)] : [];
  });
  return `calendar.${Math.max(2025, ...years) + 1}`;
}

/** What a new calendar is filled in from; null for keys that need a value to start with. */
export function emptyValueOf(key: string): unknown {
  const year = /^calendar\.(\d{4})$/.exec(key)?.[1];
  return year ? { year: Number(year), freeDays: [], makeUpDays: [], source: "" } : null;
}
