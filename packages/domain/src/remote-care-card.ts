import { type Figure, link, text } from "./figures.ts";
import type { Situation } from "./service.ts";

type Today = Pick<Situation<never>, "policy" | "today">;

/** 请到中心二楼社会化服务科办理省标准卡. */
export function cardText({ policy, today }: Today): string {
  const { name, hint } = policy.on("remoteCare.cardOffice", today);
  return `请到${hint}${name}办理省标准卡`;
}

/** Where linked institutions are looked up, and how costs are settled there. */
export function linkedHospitals({ policy, today }: Today): readonly Figure[] {
  const page = (label: string, key: "links.provincialHospitals" | "links.nationalHospitals") => {
    const { name, path, url } = policy.on(key, today);
    return link(label, `${name}（${path}）`, url);
  };
  return [
    page("省内联网医院", "links.provincialHospitals"),
    page("跨省联网医院", "links.nationalHospitals"),
    text("费用结算", "在联网医院就医，持卡当场结算"),
  ];
}
