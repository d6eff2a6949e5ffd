import { useState } from "react";
import { Button } from "../src/button.tsx";
import { CheckboxField, CheckboxGroupField } from "../src/checkbox-field.tsx";
import { Consent } from "../src/consent.tsx";
import { DateField } from "../src/date-field.tsx";
import { FileField } from "../src/file-field.tsx";
import { Beside, Row } from "../src/layout.tsx";
import { MoneyField, type MoneyInput } from "../src/money-field.tsx";
import { MonthField } from "../src/month-field.tsx";
import { MonthRangeField } from "../src/month-range-field.tsx";
import { NumberField } from "../src/number-field.tsx";
import { QuoteTable } from "../src/quote-table.tsx";
import { RadioCards } from "../src/radio-cards.tsx";
import { RegionField } from "../src/region-field.tsx";
import { SelectField } from "../src/select-field.tsx";
import { Steps } from "../src/steps.tsx";
import { TextField } from "../src/text-field.tsx";
import { Frame, Show } from "./frame.tsx";
import { quote } from "./samples.ts";

const packages = [
  { value: "A", label: "养老 + 医疗", note: "基本养老、基本医疗（含大病）" },
  { value: "B", label: "养老 + 医疗 + 住房", note: "另缴住房公积金，可贷款、可提取" },
  { value: "C", label: "仅医疗", note: "已在别处缴纳养老的人", isDisabled: true },
];
const tiers = Array.from({ length: 9 }, (_, index) => ({
  value: String(index),
  label: `第 ${index + 1} 档`,
  note: `基数 ${4879 + index * 2000} 元`,
}));

export function FieldsPage() {
  return (
    <Frame title="表单" lead="每一种字段：空着、填好、有错、不可用。">
      <Steps
        titles={["选套餐", "核对金额", "确认提交", "打印凭证"]}
        current={1}
        onSelect={() => undefined}
      />
      <Beside
        asideLabel="费用测算"
        aside={<QuoteTable quote={quote} note="金额按 2026年4月的基数和费率计算（演示参数）。" />}
      >
        <div className="flex flex-col gap-12">
          <Texts />
          <Choices />
          <Days />
          <Papers />
          <Row>
            <Button variant="primary" size="main">
              下一步
            </Button>
            <Button size="main" variant="quiet">
              上一步
            </Button>
          </Row>
        </div>
      </Beside>
    </Frame>
  );
}

function Texts() {
  const [text, setText] = useState("");
  const [long, setLong] = useState("因房屋已出售，");
  const [count, setCount] = useState<number | null>(3);
  const [money, setMoney] = useState<MoneyInput | null>(1234567);
  return (
    <Show title="文字与数字">
      <TextField label="姓名" isRequired value="测灵一" onChange={setText} isReadOnly />
      <TextField
        label="手机号码"
        isRequired
        help="办理结果会发短信到这个号码。"
        type="tel"
        inputMode="tel"
        value={text}
        onChange={setText}
      />
      <TextField
        label="手机号码"
        isRequired
        value="1381234"
        onChange={setText}
        error="手机号码应为11位，现在是7位，请核对。"
      />
      <TextField
        label="密码"
        isRequired
        type="password"
        autoComplete="current-password"
        value="Demo"
        onChange={setText}
      />
      <TextField label="说明" isLong maxLength={200} value={long} onChange={setLong} />
      <TextField
        label="收款银行"
        isRequired
        value=""
        onChange={setText}
        isDisabled
        placeholder="由系统带出"
      />
      <NumberField
        label="提取期数"
        isRequired
        unit="个月"
        least={1}
        most={12}
        value={count}
        onChange={setCount}
      />
      <MoneyField
        label="提取金额"
        isRequired
        help="最多可提 12,845.63 元。"
        value={money}
        onChange={setMoney}
      />
      <MoneyField
        label="房租"
        isRequired
        value="三千"
        onChange={() => undefined}
        error="请填写金额，例如 1234.56，最多两位小数。"
      />
    </Show>
  );
}

function Choices() {
  const [pack, setPack] = useState("A");
  const [tier, setTier] = useState("");
  const [ways, setWays] = useState<string[]>(["sms"]);
  const [isMoved, setMoved] = useState(false);
  const [place, setPlace] = useState("320583");
  return (
    <Show title="选择">
      <RadioCards label="缴费套餐" isRequired options={packages} value={pack} onChange={setPack} />
      <RadioCards
        label="领取方式"
        isRequired
        columns={2}
        options={[
          { value: "1", label: "市民卡银行账户" },
          { value: "2", label: "另外绑定的银行卡" },
        ]}
        value=""
        onChange={setPack}
        error="请选择一种领取方式。"
      />
      <SelectField label="缴费档次" isRequired options={tiers} value={tier} onChange={setTier} />
      <SelectField
        label="缴费档次"
        isRequired
        options={tiers}
        value="3"
        onChange={setTier}
        error="这一档在2026年4月没有，请另选。"
      />
      <CheckboxGroupField
        label="通知方式"
        options={[
          { value: "sms", label: "短信" },
          { value: "mail", label: "电子邮件", note: "需先在“我的账户”里绑定" },
        ]}
        value={ways}
        onChange={setWays}
      />
      <CheckboxField
        label="户籍已迁出苏州大市"
        isRequired
        value={isMoved}
        onChange={setMoved}
        help="以公安户籍信息为准。"
      />
      <CheckboxField
        label="我确认以上信息属实"
        isRequired
        value={false}
        onChange={setMoved}
        error="请勾选确认。"
      />
      <RegionField label="户籍所在地" isRequired value={place} onChange={setPlace} />
    </Show>
  );
}

function Days() {
  const [day, setDay] = useState("2026-03-18");
  const [month, setMonth] = useState("2026-03");
  const [range, setRange] = useState({ from: "2025-07", to: "" });
  return (
    <Show title="日期">
      <DateField
        label="离职日期"
        isRequired
        help="以劳动合同解除证明上的日期为准。"
        value={day}
        onChange={setDay}
        last="2026-12-31"
      />
      <DateField
        label="出生日期"
        isRequired
        value="2026-02-30"
        onChange={setDay}
        error="2026年2月没有30日，请核对。"
      />
      <MonthField
        label="起始月份"
        isRequired
        value={month}
        onChange={setMonth}
        first="2025-06"
        last="2026-08"
      />
      <MonthRangeField label="证明的缴费月份" isRequired value={range} onChange={setRange} />
      <MonthRangeField
        label="证明的缴费月份"
        value={{ from: "2026-05", to: "2026-01" }}
        onChange={setRange}
        error="结束月份在开始月份之前，请对调。"
      />
    </Show>
  );
}

function Papers() {
  const [isAgreed, setAgreed] = useState(false);
  const text = [
    "本人申请销户提取住房公积金，并声明：本人与原单位已终止劳动关系，账户封存满六个月，期间没有在其他城市继续缴存。",
    "以上情况如有不实，本人愿意退回所提款项，并承担相应的法律责任。",
  ];
  return (
    <Show title="材料与承诺">
      <FileField
        label="离职证明"
        isRequired
        hasCamera
        help="照片或 PDF，每个不超过 5 MB，最多 3 个。"
        accept={["image/jpeg", "image/png", "application/pdf"]}
        files={[
          { id: "1", name: "离职证明.jpg", sizeBytes: 1_234_567, state: "received" },
          { id: "2", name: "身份证正面.jpg", sizeBytes: 834_567, state: "sending", percent: 46 },
          {
            id: "3",
            name: "合同.pdf",
            sizeBytes: 8_234_567,
            state: "failed",
            error: "这个文件有 7.9 MB，超过了 5 MB，请压缩后再传。",
          },
        ]}
        onAdd={() => undefined}
        onRemove={() => undefined}
        onRetry={() => undefined}
      />
      <FileField
        label="学生名单"
        isRequired
        accept={[".xlsx"]}
        files={[]}
        onAdd={() => undefined}
        error="请上传填好的名单。"
      />
      <Consent label="提取承诺书" text={text} value={isAgreed} onChange={setAgreed} />
      <Consent
        label="个人信息授权"
        text={text.slice(0, 1)}
        value={false}
        onChange={setAgreed}
        error="请阅读后勾选。"
      />
    </Show>
  );
}
