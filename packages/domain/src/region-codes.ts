/** Where something is. The park has no code of its own in GB/T 2260, so it is a field of its own. */
export interface Region {
  /** Six digits of GB/T 2260. */
  readonly code: string;
  /** Inside Suzhou Industrial Park. */
  readonly inPark: boolean;
}

/** How a form names the park, which GB/T 2260 doesn't know. */
const PARK = "320571";
const GREATER_SUZHOU = "320500";

/** The place that a form names by its code. */
export const regionOf = (code: string): Region => ({ code, inPark: code === PARK });

/** Suzhou's districts and county cities (大市): GB/T 2260. */
const greaterSuzhou: Readonly<Record<string, string>> = {
  "320505": "虎丘区",
  "320506": "吴中区",
  "320507": "相城区",
  "320508": "姑苏区",
  "320509": "吴江区",
  "320581": "常熟市",
  "320582": "张家港市",
  "320583": "昆山市",
  "320585": "太仓市",
};

const jiangsuCities: Readonly<Record<string, string>> = {
  "3201": "南京市",
  "3202": "无锡市",
  "3203": "徐州市",
  "3204": "常州市",
  "3205": "苏州市",
  "3206": "南通市",
  "3207": "连云港市",
  "3208": "淮安市",
  "3209": "盐城市",
  "3210": "扬州市",
  "3211": "镇江市",
  "3212": "泰州市",
  "3213": "宿迁市",
};

const provinces: Readonly<Record<string, string>> = {
  "11": "北京市",
  "12": "天津市",
  "13": "河北省",
  "14": "山西省",
  "15": "内蒙古自治区",
  "21": "辽宁省",
  "22": "吉林省",
  "23": "黑龙江省",
  "31": "上海市",
  "32": "江苏省",
  "33": "浙江省",
  "34": "安徽省",
  "35": "福建省",
  "36": "江西省",
  "37": "山东省",
  "41": "河南省",
  "42": "湖北省",
  "43": "湖南省",
  "44": "广东省",
  "45": "广西壮族自治区",
  "46": "海南省",
  "50": "重庆市",
  "51": "四川省",
  "52": "贵州省",
  "53": "云南省",
  "54": "西藏自治区",
  "61": "陕西省",
  "62": "甘肃省",
  "63": "青海省",
  "64": "宁夏回族自治区",
  "65": "新疆维吾尔自治区",
  "71": "台湾省",
  "81": "香港特别行政区",
  "82": "澳门特别行政区",
};

/** Whether a place belongs to Greater Suzhou, the park and the city as a whole included. */
export function isInGreaterSuzhou(region: Region): boolean {
  return region.inPark || region.code === GREATER_SUZHOU || region.code in greaterSuzhou;
}

/** Suzhou's own districts and the park, without its county cities (苏州市区). */
export function isInUrbanSuzhou(region: Region): boolean {
  return region.inPark || /^32050[5-9]$/.test(region.code);
}

/** Every place outside urban Suzhou, as deep as the rules look, with its full name. */
export const placesOutsideUrbanSuzhou: readonly { readonly code: string; readonly name: string }[] =
  [
    ...Object.keys(jiangsuCities)
      .filter((prefix) => prefix !== "3205")
      .map((prefix) => `${prefix}00`),
    ...Object.keys(greaterSuzhou).filter((code) => code > "320580"),
    ...Object.keys(provinces)
      .filter((prefix) => prefix !== "32")
      .map((prefix) => `${prefix}0000`),
  ].map((code) => ({ code, name: regionName(regionOf(code)) ?? code }));

/** Inside Greater Suzhou but outside the park (大市内区外). */
export function isInGreaterSuzhouOutsidePark(region: Region): boolean {
  return !region.inPark && isInGreaterSuzhou(region);
}

/** Whether a code names a city of Jiangsu or a whole other province: as deep as the rules look. */
export function isCityKnown({ code }: Region): boolean {
  return code.startsWith("32") ? code.slice(0, 4) in jiangsuCities : code.slice(0, 2) in provinces;
}

/**
 * The name as far as it is known here: the park, Suzhou's counties, Jiangsu's cities, else the
 * province; null for a code of no province. The full list of GB/T 2260 isn't needed to judge.
 */
export function regionName(region: Region): string | null {
  if (region.inPark) return "江苏省苏州市苏州工业园区";
  const names = [
    provinces[region.code.slice(0, 2)],
    jiangsuCities[region.code.slice(0, 4)],
    greaterSuzhou[region.code],
  ];
  return names[0] === undefined ? null : names.filter((name) => name !== undefined).join("");
}
