const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/Edg\//, "Edge 浏览器"],
  [/Firefox\//, "Firefox 浏览器"],
  [/Chrome\//, "Chrome 浏览器"],
  [/Safari\//, "Safari 浏览器"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, "鸿蒙"],
  [/Android/, "安卓手机"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows 电脑"],
  [/Mac OS X/, "苹果电脑"],
  [/Linux/, "Linux 电脑"],
];

/** What a browser calls itself, in words that its owner knows. */
export function deviceName(userAgent: string): string {
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  const parts = [named(systems), named(browsers)].filter(Boolean);
  return parts.length > 0 ? parts.join("，") : userAgent || "未知设备";
}
