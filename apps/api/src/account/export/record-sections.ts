import { insuranceNames } from "@hall/domain/contributions";
import { accountKindNames, accountStatusNames, payoutNames } from "@hall/domain/housing-accounts";
import { schemeNames, statusNames } from "@hall/domain/participant-words";
import { remoteCareKindNames } from "@hall/domain/remote-care";
import { cardStatusNames } from "@hall/domain/services/card-photo/card-words";
import { sql } from "../../store/database.ts";
import { dayOf, fenOf, inJson, instantOf, monthOf, sealed, text } from "./columns.ts";
import type { Section } from "./sections.ts";

const yesNo = { true: "是", false: "否" };

/** Who the person is, what was paid, what is saved and owed. */
export const recordSections: readonly Section[] = [
  {
    name: "person",
    title: "个人信息",
    tables: ["person"],
    columns: [
      text("personal_number", "个人编号"),
      text("name", "姓名"),
      sealed("identity_cipher", "证件号码"),
      text("sex", "性别", { male: "男", female: "女" }),
      dayOf("birth_date", "出生日期"),
      text("scheme", "参保身份", schemeNames),
      text("status", "参保状态", statusNames),
      monthOf("status_since", "状态开始月份"),
      text("household_kind", "户籍类别", { urban: "城镇", rural: "农村" }),
      text("household_region", "户籍行政区划代码"),
      text("household_address", "户籍地址"),
      sealed("mobile_cipher", "手机号码"),
      sealed("email_cipher", "电子邮箱"),
      text("women_retire_at", "原退休年龄（女）"),
    ],
    rows: (id) => sql`SELECT * FROM person WHERE id = ${id}::uuid`,
  },
  {
    name: "employments",
    title: "参保单位",
    tables: ["employment"],
    columns: [
      text("unit_name", "单位"),
      monthOf("from_month", "开始月份"),
      monthOf("to_month", "结束月份"),
    ],
    rows: (id) => sql`
      SELECT u.name AS unit_name, e.from_month, e.to_month
        FROM employment e JOIN unit u ON u.id = e.unit_id
       WHERE e.person_id = ${id}::uuid ORDER BY e.from_month DESC`,
  },
  {
    name: "payoutAccounts",
    title: "收款账户",
    tables: ["payout_account"],
    columns: [
      text("kind", "种类", payoutNames),
      text("bank", "银行"),
      sealed("number_cipher", "卡号"),
      text("verified", "已核验", yesNo),
    ],
    rows: (id) => sql`SELECT * FROM payout_account WHERE person_id = ${id}::uuid ORDER BY kind`,
  },
  {
    name: "flexPlans",
    title: "灵活就业套餐和档次",
    tables: ["flex_plan"],
    columns: [
      monthOf("effective_month", "生效月份"),
      text("package_code", "套餐代码"),
      text("tier_code", "档次代码"),
      text("application_number", "办件编号"),
      instantOf("recorded_at", "登记时间"),
      text("superseded_by", "后来由哪件代替"),
    ],
    rows: (id) =>
      sql`SELECT * FROM flex_plan WHERE person_id = ${id}::uuid ORDER BY effective_month DESC`,
  },
  {
    name: "contributions",
    title: "缴费记录",
    tables: ["contribution"],
    columns: [
      monthOf("month", "月份"),
      text("insurance", "险种", insuranceNames),
      fenOf("base_fen", "缴费基数"),
      fenOf("personal_fen", "个人缴费"),
      fenOf("unit_fen", "单位缴费"),
      text("payer", "缴费人"),
    ],
    rows: (id) =>
      sql`SELECT * FROM contribution WHERE person_id = ${id}::uuid ORDER BY month DESC, insurance`,
  },
  {
    name: "housingAccounts",
    title: "住房公积金账户",
    tables: ["housing_account"],
    columns: [
      text("number", "账号"),
      text("kind", "种类", accountKindNames),
      text("status", "状态", accountStatusNames),
      dayOf("opened_on", "开户日期"),
      dayOf("sealed_on", "封存日期"),
      dayOf("closed_on", "销户日期"),
      fenOf("base_fen", "缴存基数"),
      fenOf("balance_fen", "余额"),
      dayOf("interest_up_to", "利息已计到"),
      text("frozen_by", "由哪件冻结"),
    ],
    rows: (id) => sql`
      SELECT h.*, l.balance_fen,
             (SELECT string_agg(application_number, '、') FROM account_hold
               WHERE account_id = l.id AND released_at IS NULL) AS frozen_by
        FROM housing_account h LEFT JOIN ledger_account l ON l.id = 'housing:' || h.number
       WHERE h.person_id = ${id}::uuid ORDER BY h.opened_on`,
  },
  {
    name: "housingEntries",
    title: "住房公积金账户收支",
    tables: [],
    columns: [
      text("account", "账号"),
      dayOf("business_day", "日期"),
      text("memo", "摘要"),
      fenOf("amount_fen", "收入或支出"),
      text("application_number", "办件编号"),
      instantOf("posted_at", "记账时间"),
    ],
    rows: (id) => sql`
      SELECT h.number AS account, p.business_day, p.memo, l.amount_fen, p.application_number,
             p.posted_at
        FROM housing_account h
        JOIN ledger_entry l ON l.account_id = 'housing:' || h.number
        JOIN ledger_posting p ON p.id = l.posting_id
       WHERE h.person_id = ${id}::uuid ORDER BY l.sequence DESC`,
  },
  {
    name: "legacyAccounts",
    title: "原公积金账户",
    tables: ["legacy_account"],
    columns: [text("number", "账号"), fenOf("balance_fen", "余额")],
    rows: (id) => sql`SELECT * FROM legacy_account WHERE person_id = ${id}::uuid`,
  },
  {
    name: "loans",
    title: "贷款",
    tables: ["loan_party"],
    columns: [
      text("number", "贷款编号"),
      text("role", "身份", { main: "主借款人", "co-borrower": "共同借款人" }),
      text("bank", "银行"),
      text("property", "房屋"),
      fenOf("principal_fen", "贷款金额"),
      text("term_months", "期限（月）"),
      dayOf("paid_out_on", "放款日期"),
      dayOf("settled_on", "结清日期"),
      inJson("repayments", "还款计划", "json"),
    ],
    rows: (id) => sql`
      SELECT l.*, p.role, (SELECT jsonb_agg(to_jsonb(r) - 'loan_number' ORDER BY r.no)
                             FROM loan_repayment r WHERE r.loan_number = l.number) AS repayments
        FROM loan_party p JOIN loan l ON l.number = p.loan_number
       WHERE p.person_id = ${id}::uuid ORDER BY l.paid_out_on DESC`,
  },
  {
    name: "elsewhere",
    title: "外地登记的就业和公积金",
    tables: ["elsewhere_record", "housing_fund_elsewhere", "unemployment_elsewhere"],
    columns: [
      text("what", "内容"),
      text("place", "地方或机构"),
      text("number", "编号"),
      dayOf("since", "开始"),
      dayOf("until", "结束"),
    ],
    rows: (id) => sql`
      SELECT CASE kind WHEN 'employment' THEN '就业登记' ELSE '公积金缴存' END AS what, place,
             NULL AS number, since, NULL::date AS until
        FROM elsewhere_record WHERE person_id = ${id}::uuid
      UNION ALL SELECT '公积金账户', centre || '，' || employer, account_number, from_month, to_month
        FROM housing_fund_elsewhere WHERE person_id = ${id}::uuid
      UNION ALL SELECT '失业保险', agency, number, from_month, to_month
        FROM unemployment_elsewhere WHERE person_id = ${id}::uuid`,
  },
  {
    name: "transfers",
    title: "关系转移",
    tables: ["transfer_voucher", "housing_transfer_in"],
    columns: [
      text("what", "内容"),
      text("number", "编号"),
      dayOf("issued_on", "出具或收到日期"),
      dayOf("done_on", "转移或入账日期"),
      fenOf("amount_fen", "金额"),
    ],
    rows: (id) => sql`
      SELECT CASE insurance WHEN 'pension' THEN '养老保险缴费凭证' ELSE '医疗保险缴费凭证' END AS what,
             number, issued_on, transferred_on AS done_on, NULL::bigint AS amount_fen
        FROM transfer_voucher WHERE person_id = ${id}::uuid
      UNION ALL SELECT '公积金转入：' || centre, application_number, received_on, posted_on, amount_fen
        FROM housing_transfer_in WHERE person_id = ${id}::uuid`,
  },
  {
    name: "remoteCare",
    title: "异地就医备案",
    tables: ["remote_care_registration"],
    columns: [
      text("number", "备案编号"),
      text("kind", "种类", remoteCareKindNames),
      text("place", "就医地"),
      dayOf("from_day", "开始日期"),
      dayOf("until_day", "截止日期"),
      dayOf("ended_on", "取消日期"),
      text("application_number", "办件编号"),
    ],
    rows: (id) => sql`
      SELECT * FROM remote_care_registration WHERE person_id = ${id}::uuid ORDER BY from_day DESC`,
  },
  {
    name: "card",
    title: "市民卡制卡",
    tables: ["card_production"],
    columns: [
      text("status", "状态", cardStatusNames),
      dayOf("since", "日期"),
      text("photo_of", "照片来自哪件"),
    ],
    rows: (id) => sql`SELECT * FROM card_production WHERE person_id = ${id}::uuid`,
  },
  {
    name: "separations",
    title: "离职",
    tables: ["separation"],
    columns: [
      dayOf("left_on", "离职日期"),
      text("employer", "单位"),
      text("reason", "原因代码"),
      dayOf("registered_on", "失业登记日期"),
    ],
    rows: (id) => sql`SELECT * FROM separation WHERE person_id = ${id}::uuid ORDER BY left_on DESC`,
  },
  {
    name: "benefits",
    title: "失业金",
    tables: ["benefit_plan", "benefit_matter"],
    columns: [
      text("number", "编号"),
      text("what", "内容"),
      dayOf("on_day", "日期"),
      text("granted_months", "核定月数"),
      inJson("months", "逐月", "json"),
    ],
    rows: (id) => sql`
      SELECT p.number, '领取核定' AS what, p.ended_on AS on_day, p.granted_months::text,
             (SELECT jsonb_agg(to_jsonb(m) - 'plan_number' ORDER BY m.month)
                FROM benefit_month m WHERE m.plan_number = p.number) AS months
        FROM benefit_plan p WHERE p.person_id = ${id}::uuid
      UNION ALL SELECT number, '待处理事项', since, NULL, NULL
        FROM benefit_matter WHERE person_id = ${id}::uuid`,
  },
];
