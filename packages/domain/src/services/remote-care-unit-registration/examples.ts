import { identityCheckCharacter } from "../../check-digits.ts";
import { day } from "../../dates.ts";
import type { Example } from "../../examples/example.ts";
import type { RawRow } from "../../list.ts";
import type { PersonFacts, UnitFactSet } from "../../personas/persona.ts";
import type { PostedColumn, PostedInput } from "./input.ts";

const at = "2026-03-17T10:00:00";

const posted = (line: number, cells: Partial<Record<PostedColumn, string>> = {}): RawRow => ({
  line,
  cells: {
    name: "测派一",
    identityNumber: "320599198507079919",
    region: "上海市",
    place: "浦东新区世纪大道 8 号",
    from: "2026-03-17",
    ...cells,
  },
});

const second = {
  name: "测派二",
  identityNumber: "320599198507079935",
  region: "江苏省苏州市昆山市",
};

const roster = (...rows: readonly RawRow[]): PostedInput => ({ rows });
const one = (cells: Partial<Record<PostedColumn, string>>) => roster(posted(2, cells));

/** As many people as wanted, all of them known as employees of the unit. */
function crowd(size: number) {
  const numbers = Array.from({ length: size }, (_, index) => {
    const born = day("1980-01-01").add({ days: index }).toString().replaceAll("-", "");
    const seventeen = `320599${born}001`;
    return `${seventeen}${identityCheckCharacter(seventeen)}`;
  });
  const known = { name: "测派一", unitCode: "U0000001", remoteCare: [] };
  return {
    input: roster(...numbers.map((identityNumber, index) => posted(index + 2, { identityNumber }))),
    facts: (): Partial<PersonFacts & UnitFactSet> => ({
      insuredRegister: new Map(numbers.map((number) => [number, known])),
    }),
  };
}

const confirmed = [
  { kind: "remote-care.register" },
  { kind: "people.tell" },
  { kind: "message.send" },
] as const;

const accepted: readonly Example<PostedInput>[] = [
  {
    title: "两人都确认，各收一条短信",
    persona: "U0000001",
    at,
    input: roster(posted(2), posted(3, second)),
    accepted: [
      {
        kind: "remote-care.register",
        entries: [
          {
            number: "20260317000000019-2",
            identityNumber: "320599198507079919",
            kind: "posted-worker",
            region: "310000",
            place: "浦东新区世纪大道 8 号",
            from: day("2026-03-17"),
            until: null,
          },
          {
            number: "20260317000000019-3",
            identityNumber: "320599198507079935",
            kind: "posted-worker",
            region: "320583",
            place: "浦东新区世纪大道 8 号",
            from: day("2026-03-17"),
            until: null,
          },
        ],
      },
      {
        kind: "people.tell",
        template: "remote-care-registered",
        people: [
          {
            identityNumber: "320599198507079919",
            values: {
              kind: "常驻异地工作",
              place: "上海市",
              span: "自2026年3月17日起生效，到撤销为止",
              next: "请到中心二楼社会化服务科办理省标准卡。",
            },
          },
          {
            identityNumber: "320599198507079935",
            values: {
              kind: "常驻异地工作",
              place: "江苏省苏州市昆山市",
              span: "自2026年3月17日起生效，到撤销为止",
              next: "",
            },
          },
        ],
      },
      {
        kind: "message.send",
        template: "list-decided",
        values: { confirmed: "2", refused: "0" },
      },
    ],
    shows: ["RCU-3", "RCU-5"],
    edge: "startsOnFilingOrLater",
    journey: true,
  },
  {
    title: "一人确认、一人不予确认：只登记确认的，也只通知确认的",
    persona: "U0000001",
    at,
    input: roster(posted(2), posted(3, second)),
    refusedRows: [{ line: 3, reasons: ["不是常驻，是短期出差"], words: "" }],
    accepted: [
      {
        kind: "remote-care.register",
        entries: [
          {
            number: "20260317000000019-2",
            identityNumber: "320599198507079919",
            kind: "posted-worker",
            region: "310000",
            place: "浦东新区世纪大道 8 号",
            from: day("2026-03-17"),
            until: null,
          },
        ],
      },
      { kind: "people.tell" },
      {
        kind: "message.send",
        template: "list-decided",
        values: { confirmed: "1", refused: "1" },
      },
    ],
    shows: ["RCU-4"],
    journey: true,
  },
  {
    title: "一份名册恰好2,000人",
    persona: "U0000001",
    at,
    ...crowd(2_000),
    accepted: confirmed,
    edge: "rosterFits",
  },
  {
    title: "权限今天到期，今天还能办",
    persona: "U0000001",
    at,
    facts: ({ unitPermissions }) => ({
      unitPermissions: unitPermissions.map((each) => ({ ...each, validUntil: day("2026-03-17") })),
    }),
    input: one({}),
    accepted: confirmed,
    edge: "unitIsPermitted",
  },
];

const refused: readonly Example<PostedInput>[] = [
  {
    title: "权限昨天到期",
    persona: "U0000001",
    at,
    facts: ({ unitPermissions }) => ({
      unitPermissions: unitPermissions.map((each) => ({ ...each, validUntil: day("2026-03-16") })),
    }),
    input: one({}),
    refusedBy: ["unitIsPermitted"],
    edge: "unitIsPermitted",
  },
  {
    title: "没有开通权限，名册里是别的单位的人",
    persona: "U0000006",
    at,
    input: one({}),
    refusedBy: ["unitIsPermitted", "insuredThroughThisUnit"],
    journey: true,
  },
  {
    title: "学校用密码登录：没有权限，也没有用数字证书",
    persona: "U0000004",
    at,
    input: roster(),
    refusedBy: ["unitIsPermitted", "signedInByCertificate", "rosterIsNotEmpty"],
    journey: true,
  },
  {
    title: "有权限的单位没有用数字证书登录",
    persona: "U0000001",
    at,
    signIn: "password",
    input: one({}),
    refusedBy: ["signedInByCertificate"],
  },
  {
    title: "空名册",
    persona: "U0000001",
    at,
    input: roster(),
    refusedBy: ["rosterIsNotEmpty"],
  },
  {
    title: "一份名册2,001人",
    persona: "U0000001",
    at,
    ...crowd(2_001),
    refusedBy: ["rosterFits"],
    edge: "rosterFits",
  },
  {
    title: "漏填详细地址和开始日期",
    persona: "U0000001",
    at,
    input: one({ place: "", from: "" }),
    refusedBy: ["fieldsAreComplete"],
  },
  {
    title: "证件号码校验码不对",
    persona: "U0000001",
    at,
    input: one({ identityNumber: "320599198507079918" }),
    refusedBy: ["identityNumberIsValid"],
    journey: true,
  },
  {
    title: "同一个人出现两次",
    persona: "U0000001",
    at,
    input: roster(posted(2), posted(3)),
    refusedBy: ["numberOccursOnce"],
  },
  {
    title: "现在由别的单位参保的人",
    persona: "U0000001",
    at,
    input: one({ name: "测派四", identityNumber: "320599199008089930" }),
    refusedBy: ["insuredThroughThisUnit"],
    journey: true,
  },
  {
    title: "没有参保的人",
    persona: "U0000001",
    at,
    input: one({ name: "测无名", identityNumber: "320599198809099923" }),
    refusedBy: ["insuredThroughThisUnit"],
  },
  {
    title: "姓名与参保登记不一致",
    persona: "U0000001",
    at,
    input: one({ name: "测派二" }),
    refusedBy: ["nameIsTheirs"],
  },
  {
    title: "常驻地在苏州市区",
    persona: "U0000001",
    at,
    input: one({ region: "江苏省苏州市姑苏区" }),
    refusedBy: ["destinationIsListed"],
  },
  {
    title: "开始日期是昨天",
    persona: "U0000001",
    at,
    input: one({ from: "2026-03-16" }),
    refusedBy: ["startsOnFilingOrLater"],
    edge: "startsOnFilingOrLater",
  },
  {
    title: "开始日期不是日期",
    persona: "U0000001",
    at,
    input: one({ from: "下个月" }),
    refusedBy: ["startsOnFilingOrLater"],
  },
  {
    title: "本人已登记异地长期居住",
    persona: "U0000001",
    at,
    input: one({ name: "测派三", identityNumber: "320599199008089914" }),
    refusedBy: ["noneStandsBeside"],
  },
];

export const examples: readonly Example<PostedInput>[] = [...accepted, ...refused];
