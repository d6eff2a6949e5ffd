import { Button } from "../src/button.tsx";
import { Card } from "../src/card.tsx";
import { DescriptionSection } from "../src/description-section.tsx";
import { Beside, Stack } from "../src/layout.tsx";
import { LinkButton } from "../src/link.tsx";
import { Receipt } from "../src/receipt.tsx";
import { StatusBadge } from "../src/status-badge.tsx";
import { Timeline, type TimelineEntry } from "../src/timeline.tsx";
import { Frame, Show } from "./frame.tsx";

const running: ReadonlyArray<TimelineEntry> = [
  { id: "1", state: "done", what: "提交申请", when: "2026-03-18T09:12:00+08:00", who: "本人" },
  { id: "2", state: "done", what: "受理", when: "2026-03-18T14:05:00+08:00", who: "审核人员" },
  {
    id: "3",
    state: "paused",
    what: "等您补正",
    when: "2026-03-19T10:30:00+08:00",
    who: "审核人员",
    note: "离职证明的公章看不清，请重新拍一张。补正期间不计入办理时限。",
  },
  { id: "4", state: "upcoming", what: "复核" },
  { id: "5", state: "upcoming", what: "付款" },
];

const paying: ReadonlyArray<TimelineEntry> = [
  { id: "1", state: "done", what: "审核通过", when: "2026-03-20T09:12:00+08:00", who: "复核人员" },
  {
    id: "2",
    state: "current",
    what: "付款",
    due: "预计 2026年3月25日前到账",
    note: "已送银行，第 20260320-02 批。",
  },
  {
    id: "3",
    state: "stopped",
    what: "原付款指令已退回",
    when: "2026-03-20",
    note: "银行答复：账户已销户。",
  },
];

const hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

export function CasesPage() {
  return (
    <Frame title="办件" lead="进度、回执和办事指南。">
      <Show title="进度">
        <div className="grid gap-6 lg:grid-cols-2">
          <Card
            title="封存账户销户提取"
            headingLevel={3}
            aside={<StatusBadge state="more-needed" />}
            footer={<Button variant="primary">去补正</Button>}
          >
            <Timeline entries={running} />
          </Card>
          <Card
            title="封存账户销户提取"
            headingLevel={3}
            aside={<StatusBadge state="approved" name="待付款" />}
          >
            <Timeline entries={paying} label="付款进度" />
          </Card>
        </div>
      </Show>
      <Show title="回执与指南">
        <Beside
          asideLabel="办事指南"
          aside={
            <Stack gap="large">
              <DescriptionSection title="谁可以办" headingLevel={3}>
                <p>以灵活就业身份在园区参保、缴费状态正常的人。</p>
              </DescriptionSection>
              <DescriptionSection
                title="怎么办"
                headingLevel={3}
                isNumbered
                points={["选新的套餐或档次", "核对每月金额", "校验后保存", "打印办结凭证"]}
              />
              <DescriptionSection
                title="请注意"
                headingLevel={3}
                points={["扣款日当天办成的，次月生效。", "同一月再次变更的，以最后一次为准。"]}
              />
            </Stack>
          }
        >
          <Receipt
            title="申请已收到"
            number="202603184471902X"
            at="2026-03-18T09:12:00+08:00"
            files={[
              {
                name: "离职证明.jpg",
                receivedHash: hash,
                storedHash: hash.split("").reverse().join(""),
              },
              {
                name: "身份证正面_2026年3月拍摄_原图.jpg",
                receivedHash: hash.slice(1).concat("b"),
              },
            ]}
            next={<p>审核人员会在 2026年3月25日前给出结果，有结果就发短信到 138****1234。</p>}
            actions={
              <>
                <LinkButton href="#/case" variant="primary">
                  查看进度
                </LinkButton>
                <LinkButton href="#/home" variant="quiet">
                  回首页
                </LinkButton>
              </>
            }
          />
        </Beside>
      </Show>
    </Frame>
  );
}
