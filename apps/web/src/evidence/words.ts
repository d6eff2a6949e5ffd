/** Papers that go with an application. */
export const words = {
  title: "上传材料",
  intro: "拍照或选择文件，传完就会检查；不合格的会写明原因，可以马上换一张。",
  none: "按您填写的内容，不需要上传材料。",
  kinds: { image: "图片", pdf: "PDF" },
  takes: (kinds: string, most: string, files: number) =>
    files > 1 ? `${kinds}，每个不超过 ${most}，最多 ${files} 个。` : `${kinds}，不超过 ${most}。`,
  least: (least: string) => `不小于 ${least}。`,
  required: (label: string) => `请上传${label}。`,
  busy: (label: string) => `${label}还在上传，请等传完。`,
  refused: (label: string) => `${label}里有不合格的文件，请换一个或移除。`,
  tooMany: (label: string, most: number) => `${label}最多 ${most} 个，请先移除不用的。`,
  interrupted: "上次没有传完，请移除后重新选择。",
  broken: "上传中断了，可以接着上传。",
  checking: "正在检查",
} as const;
