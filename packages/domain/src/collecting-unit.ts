import { text } from "./figures.ts";
import type { Citation, Rule, RuleCode } from "./findings.ts";
import { fails, holds } from "./findings.ts";
import type { Situation } from "./service.ts";

export const unitKindNames = {
  employer: "用人单位",
  agency: "机关事业单位",
  school: "学校",
  rental: "公租房运营单位",
} as const;

/**
 * Residents' medical insurance is collected by schools and other units that are registered for
 * it with their classes (居民医保代办单位). Each service has the rule under its own code.
 * @param purpose what the others can't do, as in 不能办理学生参保登记
 */
export const unitCollectsForResidents = (
  code: RuleCode,
  citation: Citation,
  purpose: string,
): Rule<Situation<"unit" | "school">> => ({
  code,
  words: "由学校或其他居民医保代办单位办理",
  citation,
  judge: ({ facts: { unit, school } }) => {
    const actual = text("本单位类型", unitKindNames[unit.kind], "actual");
    if (school !== null) return holds(actual);
    return fails({
      message: `${unit.name}没有登记为学校或居民医保代办单位，不能${purpose}。`,
      figures: [text("办理条件", "学校或居民医保代办单位", "required"), actual],
      remedy: { text: "本单位确实代办学生参保的，请到中心柜面登记代办资格和班级。" },
    });
  },
});
