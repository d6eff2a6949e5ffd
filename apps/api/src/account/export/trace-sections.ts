import { sql } from "../../store/database.ts";
import { inJson, instantOf, text } from "./columns.ts";
import type { Section } from "./sections.ts";

/** Sign-ins, and the log of what was done with the record. */
export const traceSections: readonly Section[] = [
  {
    name: "sessions",
    title: "登录记录",
    tables: ["session"],
    columns: [
      instantOf("created_at", "登录时间"),
      instantOf("last_used_at", "最近使用"),
      instantOf("ended_at", "结束时间"),
      text("address", "网络地址"),
      text("device", "设备"),
    ],
    rows: (id) => sql`SELECT * FROM session WHERE owner_id = ${id}::uuid ORDER BY created_at DESC`,
  },
  {
    name: "auditEvents",
    title: "谁看过、谁办过",
    tables: ["audit_event"],
    columns: [
      instantOf("at", "时间"),
      text("actor_kind", "谁", {
        person: "本人",
        agent: "单位经办人员",
        staff: "中心工作人员",
        system: "系统",
        anonymous: "没有登录的人",
      }),
      text("action", "操作代码"),
      text("reference", "关于哪件"),
      text("address", "网络地址"),
      inJson("detail", "细节", "json"),
    ],
    // Names of staff stay out; where they sit is theirs as well.
    rows: (id) => sql`
      SELECT at, actor_kind, action, reference, detail,
             CASE WHEN actor_kind <> 'staff' THEN address END AS address
        FROM audit_event WHERE subject_id = ${id}::uuid ORDER BY id DESC`,
  },
];
