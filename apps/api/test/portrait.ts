import sharp from "sharp";

export interface PortraitWanted {
  readonly width?: number;
  readonly height?: number;
  readonly background?: string;
  readonly format?: "jpeg" | "png";
  /** To the byte: a JPEG is filled up with a comment. */
  readonly bytes?: number;
}

/** A portrait drawn by code: nobody's. Head, hair and a dark top before a plain background. */
export async function portrait(wanted: PortraitWanted = {}): Promise<Buffer> {
  const { width = 358, height = 441, background = "#fff", format = "jpeg", bytes } = wanted;
  const drawn = sharp(Buffer.from(drawing(width, height, background)));
  if (format === "png") return drawn.png().toBuffer();
  const made = await drawn.jpeg({ quality: 90 }).toBuffer();
  return bytes === undefined ? made : filledUp(made, bytes);
}

const drawing = (width: number, height: number, background: string) => `
  <svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
       viewBox="0 0 358 441" preserveAspectRatio="xMidYMax slice">
    <rect x="-500" y="-500" width="1500" height="1500" fill="${background}"/>
    <path d="M40 441c0-80 50-110 139-110s139 30 139 110z" fill="#2f4a68"/>
    <path d="M150 285h58v55a29 24 0 0 1-58 0z" fill="#d9a98a"/>
    <ellipse cx="179" cy="190" rx="82" ry="110" fill="#e8bd9f"/>
    <path d="M94 180c-6-90 40-120 85-120s91 30 85 120c-16-60-40-80-85-80s-69 20-85 80z" fill="#26201d"/>
  </svg>`;

const SEGMENT_HEAD = 4;
const MOST_OF_A_SEGMENT = 65_533;

/** Comments after the start of the image, which no decoder minds. */
function filledUp(jpeg: Buffer, bytes: number): Buffer {
  const missing = bytes - jpeg.length - SEGMENT_HEAD;
  if (missing < 0 || missing > MOST_OF_A_SEGMENT) {
    throw new Error(`${jpeg.length} bytes can't be filled up to ${bytes}`);
  }
  const comment = Buffer.alloc(missing + SEGMENT_HEAD, " ");
  comment.writeUInt16BE(0xfffe, 0);
  comment.writeUInt16BE(missing + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}
