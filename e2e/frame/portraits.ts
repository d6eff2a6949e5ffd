import type { Page } from "@playwright/test";

export interface Portrait {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/**
 * A portrait drawn by code in the browser: nobody's. As large as a phone makes it, the head in the
 * upper half, before a plain background.
 */
export async function portraitOf(
  page: Page,
  background: string,
  name = "IMG_0314.jpg",
): Promise<Portrait> {
  const mimeType = name.endsWith(".png") ? "image/png" : "image/jpeg";
  const base64 = await page.evaluate(draw, { background, mimeType });
  return { name, mimeType, buffer: Buffer.from(base64, "base64") };
}

function draw({ background, mimeType }: { background: string; mimeType: string }): string {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1500, height: 2000 });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  const ellipse = (x: number, y: number, wide: number, high: number, colour: string) => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x, y, wide, high, 0, 0, Math.PI * 2);
    context.fill();
  };
  context.fillStyle = background;
  context.fillRect(0, 0, 1500, 2000);
  ellipse(750, 2050, 640, 560, "#2f4a68");
  context.fillStyle = "#d3a284";
  context.fillRect(640, 1250, 220, 300);
  ellipse(750, 850, 385, 500, "#26201d");
  ellipse(750, 900, 345, 470, "#e8bd9f");
  for (const x of [610, 890]) {
    ellipse(x, 860, 62, 34, "#fff");
    ellipse(x, 860, 26, 30, "#3a2a20");
  }
  ellipse(750, 1130, 110, 26, "#b0574f");
  // Cloth has a weave: without any grain the picture would be smaller than photographs are.
  for (let y = 1500; y < 2000; y += 12) {
    context.fillStyle = y % 24 === 0 ? "#36547599" : "#27405c99";
    context.fillRect(200, y, 1100, 6);
  }
  return canvas.toDataURL(mimeType, 0.9).split(",")[1] ?? "";
}
