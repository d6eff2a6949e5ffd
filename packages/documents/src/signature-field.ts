import type { PaperHeader } from "./content.ts";
import type { SignatureBox } from "./layout/closing.ts";

/** Room for the CMS signature with its certificates, in bytes; ours takes about 2,900. */
const SIGNATURE_BYTES = 6144;
/** Stands in `ByteRange` until the length of the file is known; @signpdf looks for it. */
const BYTE_RANGE_PLACEHOLDER = "**********";
const PRINT_AND_LOCKED = 4 + 128;
const SIGNATURES_EXIST_APPEND_ONLY = 3;

/**
 * Adds an empty PAdES signature (ISO 32000-1, 12.8; ETSI EN 319 142-1) whose field lies over
 * the seal on the present page, so that a click on the seal opens the reader's signature panel.
 * It draws nothing: the seal is part of the page.
 */
export function addSignatureField(
  pdf: PDFKit.PDFDocument,
  paper: { readonly header: PaperHeader; readonly box: SignatureBox; readonly signedAt: Date },
): void {
  const { header, box, signedAt } = paper;
  const signature = pdf.ref({
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: "ETSI.CAdES.detached",
    ByteRange: [0, BYTE_RANGE_PLACEHOLDER, BYTE_RANGE_PLACEHOLDER, BYTE_RANGE_PLACEHOLDER],
    Contents: Buffer.alloc(SIGNATURE_BYTES),
    Name: pdfText(header.issuer),
    Reason: pdfText(`${header.title} ${header.number}`),
    Location: pdfText("苏州工业园区"),
    M: signedAt,
  });
  const appearance = pdf.ref({
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, box.width, box.height],
  });
  const { height } = pdf.page;
  const field = pdf.ref({
    Type: "Annot",
    Subtype: "Widget",
    FT: "Sig",
    T: pdfText("signature"),
    TU: pdfText("电子签名"),
    V: signature,
    F: PRINT_AND_LOCKED,
    P: pdf.page.dictionary,
    Rect: [box.x, height - box.y - box.height, box.x + box.width, height - box.y],
    AP: { N: appearance },
  });
  pdf.page.annotations.push(field);
  addToForm(pdf, field);
  appearance.end("\n");
  signature.end(undefined);
  field.end(undefined);
}

/** pdfkit writes a JavaScript string as a PDF name, and only a String object as a PDF text. */
function pdfText(text: string): object {
  return Object(text);
}

interface FormOwner {
  readonly data: { readonly AcroForm: { data: Record<string, unknown> } };
}

/**
 * pdfkit's own form is made for fields with fonts: it asks readers to draw the fields anew,
 * which would count as a change to a signed file. The fonts' dictionary has to stay for it.
 */
function addToForm(pdf: PDFKit.PDFDocument, field: PDFKit.PDFKitReference): void {
  pdf.font("regular").initForm();
  const root: FormOwner = Reflect.get(pdf, "_root");
  const form = root.data.AcroForm;
  form.data = { SigFlags: SIGNATURES_EXIST_APPEND_ONLY, Fields: [field], DR: form.data.DR };
}
