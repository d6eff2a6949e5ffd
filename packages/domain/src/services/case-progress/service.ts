import { isAfter } from "../../dates.ts";
import { dayFigure } from "../../figures.ts";
import { fails, handbook, holds, house } from "../../findings.ts";
import { defineQueryOf } from "../../service.ts";
import { type ProgressQuery, progress, since } from "./cases.ts";
import { guide } from "./guide.ts";

const source = handbook("综合受理办理进度查询");

export const caseProgress = defineQueryOf<ProgressQuery>()({
  code: "case-progress",
  number: 42,
  name: "综合受理办理进度查询",
  audience: "person",
  menu: ["信息查询", "综合受理进度查询"],
  guide,
  needs: ["counterCases", "onlineCases"],
  standing: {},
  asked: {
    startHasCome: {
      code: "CPQ-3",
      words: "受理开始日期不晚于今天",
      citation: house("还没有到的日期不会有受理的办件"),
      boundary: "今天",
      judge: (look) => {
        const start = since(look);
        if (!isAfter(start, look.today)) return holds(dayFigure("受理开始日期", start, "actual"));
        return fails({
          message: "受理开始日期还没有到，请选择今天或者更早的日期。",
          figures: [
            dayFigure("最晚", look.today, "required"),
            dayFigure("受理开始日期", start, "actual"),
          ],
          at: "/since",
        });
      },
    },
  },
  provisions: {
    participantsOfPark: {
      code: "CPQ-1",
      words: "园区参保人员和机关事业单位参保人员可以查询本人在中心大厅综合窗口受理的承诺件",
      citation: source,
    },
    fromNewYearUnlessAsked: {
      code: "CPQ-2",
      words: "默认查询今年1月1日起受理的办件，改选开始日期可以查更早的",
      citation: source,
    },
    dueInWorkingDays: {
      code: "CPQ-3",
      words: "每件显示编号、事项、受理时间、当前环节、按工作日计算的办结期限和结果",
      citation: house("受理当天不计，17:00以后受理的从下一个工作日起算"),
    },
    bothChannelsInOnePlace: {
      code: "CPQ-4",
      words: "窗口受理的和网上提交的办件一并显示，并注明渠道",
      citation: house("一处就能回答“我的事办到哪了”"),
    },
    registeredAtWindow: {
      code: "CPQ-5",
      words: "窗口受理的承诺件由窗口人员登记，登记后即可查到",
      citation: house("窗口和网上用同一套进度"),
    },
  },
  views: { cases: progress },
});
