import { addDays } from "../dates.ts";
import type { UnitFacts } from "../facts.ts";
import type { UnitPersona } from "./persona.ts";
import { insuredAt } from "./posted.ts";
import { register } from "./schools.ts";

const technology: UnitFacts = {
  code: "U0000001",
  name: "测试科技",
  creditCode: "91320594MA9999A177",
  kind: "employer",
};

const trade: UnitFacts = {
  code: "U0000006",
  name: "测试商贸",
  creditCode: "91320594MA9999F15D",
  kind: "employer",
};

/** U0000001, to which the centre has opened what it opens unit by unit. */
export const u1: UnitPersona = {
  kind: "unit",
  shows: "用人单位：已开通异地就医登记和集体租房提取",
  facts: (today) => ({
    unit: technology,
    unitPermissions: [
      {
        kind: "collective-rent",
        agreement: "集体租房提取协议 园公房〔演示〕2号",
        validFrom: addDays(today, -120),
        validUntil: null,
        closedOn: null,
      },
      {
        kind: "remote-care-registration",
        agreement: "异地就医单位登记开通申请（演示）",
        validFrom: addDays(today, -90),
        validUntil: null,
        closedOn: null,
      },
    ],
    school: null,
    studentRegister: register(today),
    insuredRegister: insuredAt(today),
  }),
};

/** U0000006, an employer without permissions that collects for nobody but its employees. */
export const u6: UnitPersona = {
  kind: "unit",
  shows: "用人单位：没有开通的权限，也没有代办资格，学生参保登记被拒",
  facts: (today) => ({
    unit: trade,
    unitPermissions: [],
    school: null,
    studentRegister: register(today),
    insuredRegister: insuredAt(today),
  }),
};
