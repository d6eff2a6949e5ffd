import { Temporal } from "temporal-polyfill";
import type { CaseState } from "../../case-states.ts";
import { day } from "../../dates.ts";
import type { Example } from "../../examples/example.ts";
import type { OnlineCase } from "../../progress.ts";
import type { CancellationInput } from "./targets.ts";

const at = "2026-03-17T10:00:00";
const NUMBER = "20260316000000010";

/** An application for a registration, filed yesterday. */
const applied = (state: CaseState, service = "remote-care-registration"): OnlineCase => ({
  number: NUMBER,
  service,
  matter: "异地就医登记备案（个人申请）",
  submittedAt: Temporal.PlainDateTime.from("2026-03-16T09:00:00"),
  state,
  dueOn: day("2026-03-17"),
  isPaused: state === "more-needed",
});

const pending = (state: CaseState, service?: string) => () => ({
  onlineCases: [applied(state, service)],
});

export const examples: readonly Example<CancellationInput>[] = [
  {
    title: "撤销海南的登记，从今天起失效",
    persona: "P5-registered",
    at,
    input: { target: "YD0000191" },
    accepted: [
      { kind: "remote-care.cancel", number: "YD0000191", on: day("2026-03-17") },
      {
        kind: "message.send",
        template: "remote-care-cancelled",
        values: { kind: "异地安置退休", place: "海南省", from: "2026年3月17日" },
      },
    ],
    shows: ["RCX-1", "RCX-2"],
    journey: true,
  },
  {
    title: "两个登记里撤销异地转诊",
    persona: "P5-both",
    at,
    input: { target: "YZ0000193" },
    accepted: [
      { kind: "remote-care.cancel", number: "YZ0000193" },
      { kind: "message.send", template: "remote-care-cancelled" },
    ],
  },
  ...(["submitted", "more-needed"] as const).map((state) => ({
    title: `撤回还没有审核的申请（${state === "submitted" ? "已受理" : "待补正"}）`,
    persona: "P5" as const,
    at,
    facts: pending(state),
    input: { target: NUMBER },
    accepted: [
      { kind: "case.withdraw" as const, number: NUMBER },
      { kind: "message.send" as const, template: "remote-care-withdrawn" as const },
    ],
    shows: ["RCX-2" as const],
  })),
  {
    title: "没有登记",
    persona: "P5",
    at,
    input: { target: "YD0000005" },
    refusedBy: ["somethingCanBeCancelled"],
    journey: true,
  },
  {
    title: "申请正在审核",
    persona: "P5",
    at,
    facts: pending("in-review"),
    input: { target: NUMBER },
    refusedBy: ["somethingCanBeCancelled"],
  },
  {
    title: "别的事项的申请不在这里撤回",
    persona: "P5",
    at,
    facts: pending("submitted", "sealed-account-withdrawal"),
    input: { target: NUMBER },
    refusedBy: ["somethingCanBeCancelled"],
  },
  {
    title: "登记昨天到期了",
    persona: "P5-both",
    at,
    facts: ({ remoteCare }) => ({
      remoteCare: remoteCare.map((each) => ({ ...each, until: day("2026-03-16") })),
    }),
    input: { target: "YZ0000193" },
    refusedBy: ["somethingCanBeCancelled"],
    edge: "somethingCanBeCancelled",
  },
  {
    title: "登记今天撤销过了，另一个还在",
    persona: "P5-both",
    at,
    facts: ({ remoteCare }) => ({
      remoteCare: remoteCare.map((each) =>
        each.kind === "referral" ? { ...each, endedOn: day("2026-03-17") } : each,
      ),
    }),
    input: { target: "YZ0000193" },
    refusedBy: ["targetStands"],
  },
];
