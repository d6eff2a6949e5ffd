import { identityCheckCharacter } from "@hall/domain/check-digits";
import type { PupilRow } from "./workbook.ts";

/** Boys born on days of 2015, whom nobody has enrolled yet. */
export function pupil(order: number): PupilRow {
  const month = String((order % 12) + 1).padStart(2, "0");
  const day = String((order % 28) + 1).padStart(2, "0");
  // The last digit before the check character is odd for boys.
  const serial = String(100 + order * 2 + 1).padStart(3, "0");
  const seventeen = `3205992015${month}${day}${serial}`;
  return [
    `测童${order}`,
    `${seventeen}${identityCheckCharacter(seventeen)}`,
    "男",
    `2015-${month}-${day}`,
    "301",
    "测家长",
    "13800000021",
  ];
}
