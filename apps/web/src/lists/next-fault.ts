/**
 * From a cell to the next one that is wrong, below it or from the top again; where no other is, to
 * what leads on to further rows. Leaving the cell is what has it checked.
 */
export function toNextFault(cell: HTMLElement): void {
  const part = cell.closest("section");
  const wrong = [...(part?.querySelectorAll<HTMLElement>("[aria-invalid=true]") ?? [])].filter(
    (each) => each !== cell,
  );
  const next =
    wrong.find((each) => isAfter(cell, each)) ??
    wrong[0] ??
    part?.querySelector<HTMLElement>("[data-more-rows] button:last-of-type:enabled");
  cell.blur();
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** To the first cell that is wrong, once further rows have come. */
export function toFirstFault(part: HTMLElement | null): void {
  part?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}

const isAfter = (cell: Node, other: Node) =>
  (cell.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
