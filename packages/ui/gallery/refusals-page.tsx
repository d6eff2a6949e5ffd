import { Bell, UserRound } from "lucide-react";
import { Button } from "../src/button.tsx";
import { FindingCards, FindingOverview } from "../src/finding-cards.tsx";
import { ProblemNotice } from "../src/problem-notice.tsx";
import { RefusalCard } from "../src/refusal-card.tsx";
import { Frame, Show } from "./frame.tsx";
import { findings } from "./samples.ts";

export function RefusalsPage() {
  return (
    <Frame title="不能办的时候" lead="每条规则一张卡片：差在哪里，怎样能办，最早哪天，柜台在哪。">
      <Show title="几条一起">
        <div className="max-w-text">
          <FindingCards
            headingLevel={3}
            findings={findings}
            ruleHref={(rule) => `#/rules/${rule}`}
            serviceHref={(service) => `#/services/${service}`}
            counter={{
              name: "中心服务大厅",
              href: "#/counter",
              where: "现代大道999号，工作日9:00至17:00",
              phones: "0512-62888222",
            }}
            actions={(finding) => (
              <>
                {finding.firstDay ? <Button icon={<Bell />}>到那天提醒我</Button> : null}
                <Button variant="quiet" icon={<UserRound />}>
                  请人工复核
                </Button>
              </>
            )}
          />
        </div>
      </Show>
      <Show title="只有一条">
        <div className="max-w-text">
          <RefusalCard
            message="本月已经提取过一次，每月只能提取一次。"
            code="HLW-3"
            required={{ value: "每月 1 次" }}
            own={{ value: "已提 1 次" }}
          />
        </div>
      </Show>
      <Show title="判断的全部规则">
        <div className="max-w-text">
          <FindingOverview findings={findings} label="判断结果" />
        </div>
      </Show>
      <Show title="没有办成">
        <ProblemNotice
          problem={{
            title: "有两处需要改正",
            detail: "改好之后请再提交一次，已填的内容都还在。",
            errors: [
              { path: "/mobile", message: "手机号码应为11位，现在是7位。" },
              { path: "/months", message: "结束月份在开始月份之前。" },
            ],
          }}
        />
        <ProblemNotice
          problem={{ title: "系统正在维护", detail: "预计今天 20:00 恢复，您填的内容已存为草稿。" }}
          actions={<Button size="small">再试一次</Button>}
        />
      </Show>
    </Frame>
  );
}
