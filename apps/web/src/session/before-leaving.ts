type Keep = () => Promise<void>;

const keeps = new Set<Keep>();

/** A page that holds something typed says how to keep it before the sign-in ends. */
export function beforeLeaving(keep: Keep): () => void {
  keeps.add(keep);
  return () => {
    keeps.delete(keep);
  };
}

/** Keeps what is typed on the open pages; what can't be kept doesn't hold up the leaving. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...keeps].map((keep) => keep()));
}
