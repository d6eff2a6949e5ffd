type ListFieldProps = { service: string; label: string; help?: string; options: Record<string, unknown>; batchId: string; onChange: (v: unknown) => void; error?: string };
export function ListField(_: ListFieldProps) { return null; }
