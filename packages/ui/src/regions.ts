import type { Option } from "./select-field.tsx";

/** A place of GB/T 2260 with what lies in it, as far as the hall has to tell places apart. */
export type Place = Option & { readonly within?: ReadonlyArray<Place> };

const suzhou: ReadonlyArray<Place> = [
  { value: "320571", label: "苏州工业园区" },
  { value: "320508", label: "姑苏区" },
  { value: "320505", label: "虎丘区" },
  { value: "320506", label: "吴中区" },
  { value: "320507", label: "相城区" },
  { value: "320509", label: "吴江区" },
  { value: "320581", label: "常熟市" },
  { value: "320582", label: "张家港市" },
  { value: "320583", label: "昆山市" },
  { value: "320585", label: "太仓市" },
];

const jiangsu: ReadonlyArray<Place> = [
  { value: "320500", label: "苏州市", within: suzhou },
  { value: "320100", label: "南京市" },
  { value: "320200", label: "无锡市" },
  { value: "320300", label: "徐州市" },
  { value: "320400", label: "常州市" },
  { value: "320600", label: "南通市" },
  { value: "320700", label: "连云港市" },
  { value: "320800", label: "淮安市" },
  { value: "320900", label: "盐城市" },
  { value: "321000", label: "扬州市" },
  { value: "321100", label: "镇江市" },
  { value: "321200", label: "泰州市" },
  { value: "321300", label: "宿迁市" },
];

/** Jiangsu to the county in Suzhou and to the city elsewhere; the other provinces whole. */
export const places: ReadonlyArray<Place> = [
  { value: "320000", label: "江苏省", within: jiangsu },
  { value: "110000", label: "北京市" },
  { value: "120000", label: "天津市" },
  { value: "130000", label: "河北省" },
  { value: "140000", label: "山西省" },
  { value: "150000", label: "内蒙古自治区" },
  { value: "210000", label: "辽宁省" },
  { value: "220000", label: "吉林省" },
  { value: "230000", label: "黑龙江省" },
  { value: "310000", label: "上海市" },
  { value: "330000", label: "浙江省" },
  { value: "340000", label: "安徽省" },
  { value: "350000", label: "福建省" },
  { value: "360000", label: "江西省" },
  { value: "370000", label: "山东省" },
  { value: "410000", label: "河南省" },
  { value: "420000", label: "湖北省" },
  { value: "430000", label: "湖南省" },
  { value: "440000", label: "广东省" },
  { value: "450000", label: "广西壮族自治区" },
  { value: "460000", label: "海南省" },
  { value: "500000", label: "重庆市" },
  { value: "510000", label: "四川省" },
  { value: "520000", label: "贵州省" },
  { value: "530000", label: "云南省" },
  { value: "540000", label: "西藏自治区" },
  { value: "610000", label: "陕西省" },
  { value: "620000", label: "甘肃省" },
  { value: "630000", label: "青海省" },
  { value: "640000", label: "宁夏回族自治区" },
  { value: "650000", label: "新疆维吾尔自治区" },
  { value: "710000", label: "台湾省" },
  { value: "810000", label: "香港特别行政区" },
  { value: "820000", label: "澳门特别行政区" },
];

/** The places from the province down to the one with this code; empty for an unknown code. */
export function pathTo(code: string, among: ReadonlyArray<Place> = places): ReadonlyArray<Place> {
  for (const place of among) {
    if (place.value === code) return [place];
    const below = pathTo(code, place.within ?? []);
    if (below.length > 0) return [place, ...below];
  }
  return [];
}

/** A place in words from the province down, 江苏省苏州市姑苏区; an unknown code as it is. */
export function regionName(code: string): string {
  return (
    pathTo(code)
      .map(({ label }) => label)
      .join("") || code
  );
}
