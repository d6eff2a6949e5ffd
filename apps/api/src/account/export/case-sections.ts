import { caseStateNames } from "@hall/domain/case-words";
import { services } from "@hall/domain/services";
import { eventTitles } from "../../cases/present.ts";
import { sql } from "../../store/database.ts";
import { dayOf, fenOf, inJson, instantOf, sealed, text } from "./columns.ts";
import type { Section } from "./sections.ts";

const serviceNames = Object.fromEntries(
  Object.entries(services).map(([code, { name }]) => [code, name]),
);

/** What was asked for, decided, paid, issued and told. */
export const caseSections: readonly Section[] = [
  {
    name: "applications",
    title: "办件",
    tables: ["application"],
    columns: [
      text("number", "办件编号"),
      text("service", "事项", serviceNames),
      text("state", "状态", caseStateNames),
      instantOf("submitted_at", "提交时间"),
      dayOf("due_on", "办结期限"),
      instantOf("finished_at", "办结时间"),
      text("stars", "您的评价（几颗星）"),
      text("rating_words", "评价的话"),
      text("rating_answer", "中心的答复"),
      inJson("record", "办理依据", "record"),
      inJson("findings", "逐条规则的结果", "json"),
      inJson("policy", "当时的政策参数", "json"),
      inJson("quote", "金额", "json"),
    ],
    rows: (id) => sql`
      SELECT a.*, r.stars, r.words AS rating_words, f.answer AS rating_answer
        FROM application a LEFT JOIN rating r ON r.application_number = a.number
        LEFT JOIN rating_follow_up f ON f.application_number = a.number
       WHERE a.subject_id = ${id}::uuid ORDER BY a.submitted_at DESC`,
  },
  {
    name: "applicationSteps",
    title: "办件经过",
    tables: [],
    columns: [
      text("application_number", "办件编号"),
      instantOf("at", "时间"),
      text("event", "经过", eventTitles),
      text("actor_label", "谁"),
      text("note", "说明"),
    ],
    rows: (id) => sql`
      SELECT s.* FROM application a JOIN case_step s ON s.application_number = a.number
       WHERE a.subject_id = ${id}::uuid ORDER BY s.at DESC, s.no DESC`,
  },
  {
    name: "counterCases",
    title: "综合窗口的承诺件",
    tables: ["counter_case"],
    columns: [
      text("number", "编号"),
      text("matter", "事项"),
      instantOf("accepted_at", "受理时间"),
      dayOf("due_on", "办结期限"),
      text("step", "现在的环节"),
      text("result", "结果"),
      inJson("steps", "经过", "json"),
    ],
    rows: (id) => sql`
      SELECT c.*, (SELECT jsonb_agg(jsonb_build_object('title', s.title, 'note', s.note, 'at', s.at)
                                    ORDER BY s.no)
                     FROM counter_case_step s WHERE s.case_number = c.number) AS steps
        FROM counter_case c WHERE c.person_id = ${id}::uuid ORDER BY c.accepted_at DESC`,
  },
  {
    name: "payments",
    title: "付款",
    tables: ["payment_order"],
    columns: [
      text("application_number", "办件编号"),
      text("purpose", "用途"),
      fenOf("amount_fen", "金额"),
      text("bank", "银行"),
      sealed("number_cipher", "卡号"),
      text("holder_name", "户名"),
      text("state", "状态", {
        waiting: "等待付款",
        sent: "已送银行",
        paid: "已到账",
        returned: "被银行退回",
      }),
      instantOf("created_at", "生成时间"),
      instantOf("settled_at", "结果时间"),
      text("return_reason", "退回原因"),
    ],
    rows: (id) =>
      sql`SELECT * FROM payment_order WHERE person_id = ${id}::uuid ORDER BY created_at DESC`,
  },
  {
    name: "documents",
    title: "文书",
    tables: ["document"],
    columns: [
      text("number", "编号"),
      text("title", "名称"),
      dayOf("issued_on", "出具日期"),
      dayOf("valid_until", "查验有效期"),
      text("application_number", "办件编号"),
      text("revoked_reason", "作废原因"),
      text("sha256", "文件校验值"),
      inJson("content", "内容", "json"),
    ],
    rows: (id) => sql`
      SELECT number, title, issued_on, valid_until, application_number, revoked_reason, sha256, content
        FROM document WHERE subject_id = ${id}::uuid ORDER BY created_at DESC`,
  },
  {
    name: "evidence",
    title: "提交的材料",
    tables: ["evidence_file"],
    columns: [
      sealed("name_cipher", "文件名"),
      text("service", "事项", serviceNames),
      text("application_number", "办件编号"),
      instantOf("created_at", "上传时间"),
      text("received_sha256", "收到时的校验值"),
      text("stored_sha256", "保存件的校验值"),
    ],
    rows: (id) =>
      sql`SELECT * FROM evidence_file WHERE subject_id = ${id}::uuid ORDER BY created_at DESC`,
  },
  {
    name: "messages",
    title: "消息",
    tables: ["message"],
    columns: [
      instantOf("created_at", "时间"),
      text("channel", "方式", { inbox: "站内消息", sms: "短信", email: "电子邮件" }),
      sealed("receiver_cipher", "收件号码"),
      text("title", "标题"),
      text("body", "内容"),
      instantOf("read_at", "阅读时间"),
    ],
    rows: (id) =>
      sql`SELECT * FROM message WHERE subject_id = ${id}::uuid ORDER BY created_at DESC, id`,
  },
  {
    name: "humanReviews",
    title: "请人工复核的事",
    tables: ["human_review"],
    columns: [
      text("number", "编号"),
      text("service", "事项", serviceNames),
      text("words", "您的说明"),
      instantOf("submitted_at", "提交时间"),
      dayOf("due_on", "答复期限"),
      text("answer", "答复"),
      instantOf("answered_at", "答复时间"),
      inJson("record", "当时的判断", "record"),
    ],
    rows: (id) =>
      sql`SELECT * FROM human_review WHERE subject_id = ${id}::uuid ORDER BY submitted_at DESC`,
  },
  {
    name: "reminders",
    title: "到期提醒",
    tables: ["reminder"],
    columns: [
      text("service", "事项", serviceNames),
      text("rule", "规则"),
      dayOf("day", "提醒日期"),
      instantOf("created_at", "设置时间"),
      instantOf("sent_at", "发出时间"),
      instantOf("cancelled_at", "取消时间"),
    ],
    rows: (id) => sql`SELECT * FROM reminder WHERE owner_id = ${id}::uuid ORDER BY day DESC`,
  },
  {
    name: "drafts",
    title: "没有提交的草稿",
    tables: ["draft"],
    columns: [
      text("service", "事项", serviceNames),
      instantOf("updated_at", "保存时间"),
      inJson("input", "填写的内容", "json"),
    ],
    rows: (id) => sql`SELECT * FROM draft WHERE owner_id = ${id}::uuid ORDER BY updated_at DESC`,
  },
];
