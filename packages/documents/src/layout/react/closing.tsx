import { Link, View } from "@react-pdf/renderer";
import type { PaperHeader, Seal } from "../../content.ts";
import { SIGNATURE_PLACE } from "../../signature-field.ts";
import {
  closingHeight,
  closingMiddle,
  DATE_BASELINE,
  GAP_ABOVE_CLOSING,
  HINT,
  ISSUER_BASELINE,
  issuedOnText,
  QR,
  verificationLines,
} from "../closing-text.ts";
import { widthOf } from "../fonts.ts";
import { CONTENT_WIDTH, SIZE, SOFT_INK } from "../page.ts";
import { drawQrCode, drawSeal } from "../pen.ts";
import { SEAL_DIAMETER } from "../seal-paths.ts";
import { Drawing } from "./drawing.tsx";
import { PlacedLine } from "./type.tsx";

/**
 * Ends a paper: issuer, date and seal at the right, under the text; it grows to the foot of the
 * page, where the QR code stands at the left.
 */
export function Closing({ header }: { header: PaperHeader }) {
  return (
    <View style={{ flexGrow: 1, minHeight: closingHeight(header) }}>
      <Verification header={header} />
      {header.seal ? (
        <SealedIssuer header={header} seal={header.seal} />
      ) : (
        <Link src={SIGNATURE_PLACE} style={{ position: "absolute", width: 0, height: 0 }} />
      )}
    </View>
  );
}

function SealedIssuer({ header, seal }: { header: PaperHeader; seal: Seal }) {
  const radius = SEAL_DIAMETER / 2;
  const middle = closingMiddle(header);
  const centre = GAP_ABOVE_CLOSING + radius;
  const half = widthOf(header.issuer, "regular", SIZE.body) / 2 + SIZE.body;
  const type = { size: SIZE.body, align: "center" } as const;
  const edges = { left: middle - half, right: CONTENT_WIDTH - middle - half };
  const box = { width: SEAL_DIAMETER, height: SEAL_DIAMETER };
  return (
    <>
      <Link
        src={SIGNATURE_PLACE}
        style={{ position: "absolute", left: middle - radius, top: GAP_ABOVE_CLOSING, ...box }}
      >
        <Drawing style={box} draw={(pen) => drawSeal(pen, seal, radius, radius)} />
      </Link>
      <PlacedLine text={header.issuer} baseline={centre + ISSUER_BASELINE} {...edges} {...type} />
      <PlacedLine
        text={issuedOnText(header)}
        baseline={centre + DATE_BASELINE}
        {...edges}
        {...type}
      />
    </>
  );
}

function Verification({ header }: { header: PaperHeader }) {
  const lines = verificationLines(header);
  const first = QR.side - QR.lastBaseline - (lines.length - 1) * HINT.leading;
  return (
    <View style={{ position: "absolute", left: 0, right: 0, bottom: 0, height: QR.side }}>
      <Drawing
        style={{ width: QR.side, height: QR.side }}
        draw={(pen) => drawQrCode(pen, header.verificationUrl, 0, 0)}
      />
      {lines.map((text, index) => (
        <PlacedLine
          key={text}
          text={text}
          left={QR.hintLeft}
          baseline={first + index * HINT.leading}
          size={HINT.size}
          color={SOFT_INK}
        />
      ))}
    </View>
  );
}
