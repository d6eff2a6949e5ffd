import { createHash, sign, X509Certificate } from "node:crypto";
import forge from "node-forge";
import type { SigningAuthority } from "./authority.ts";

const { asn1 } = forge;

const OID = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  /** RFC 5035; its presence makes the signature CAdES, and with it the PDF PAdES. */
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  rsaEncryption: "1.2.840.113549.1.1.1",
} as const;

type Node = forge.asn1.Asn1;

/**
 * A detached CMS signature (RFC 5652) with the attributes of CAdES and PAdES baseline B-B
 * (ETSI EN 319 122-1, EN 319 142-1): content type, message digest and signing-certificate-v2.
 * The attribute signing-time is left out on purpose: PAdES forbids it and takes the time from
 * the signature dictionary. RSA with SHA-256, DER throughout.
 *
 * node-forge's own PKCS#7 can't add signing-certificate-v2, so the structure is built here.
 */
export function cmsSignature(content: Uint8Array, authority: SigningAuthority): Buffer {
  const certificate = derOf(authority.certificatePem);
  const attributes = signedAttributes(content, certificate);
  const signature = sign("sha256", toDer(setOf(attributes)), authority.privateKeyPem);
  const certificates = [certificate, ...authority.chainPem.map(derOf)].map(fromDer);
  const signedData = sequence(
    integer(1),
    setOf([algorithm(OID.sha256)]),
    sequence(oid(OID.data)),
    tagged(0, certificates),
    setOf([signerInfo(fromDer(certificate), attributes, signature)]),
  );
  return toDer(sequence(oid(OID.signedData), tagged(0, [signedData])));
}

function signedAttributes(content: Uint8Array, certificate: Buffer): Node[] {
  // ESSCertIDv2 without an algorithm means SHA-256.
  const certificateId = sequence(octets(sha256(certificate)));
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(sha256(content))),
    attribute(OID.signingCertificateV2, sequence(sequence(certificateId))),
  ];
  // DER orders the members of a SET OF by their encoding.
  return attributes.sort((a, b) => Buffer.compare(toDer(a), toDer(b)));
}

function signerInfo(certificate: Node, attributes: readonly Node[], signature: Buffer): Node {
  const { issuer, serialNumber } = issuerAndSerialNumber(certificate);
  return sequence(
    integer(1),
    sequence(issuer, serialNumber),
    algorithm(OID.sha256),
    tagged(0, attributes),
    algorithm(OID.rsaEncryption),
    octets(signature),
  );
}

/** Taken over as encoded in the certificate, for readers compare the bytes. */
function issuerAndSerialNumber(certificate: Node): { issuer: Node; serialNumber: Node } {
  const body = childrenOf(childrenOf(certificate)[0]);
  // An X.509 v3 body begins with [0] version, serial number, signature algorithm, issuer.
  const [, serialNumber, , issuer] = body;
  if (!serialNumber || !issuer) throw new Error("The signing certificate isn't X.509 v3.");
  return { issuer, serialNumber };
}

function childrenOf(node: Node | undefined): Node[] {
  if (!node || !Array.isArray(node.value)) throw new Error("Not a constructed ASN.1 value.");
  return node.value;
}

const derOf = (pem: string): Buffer => new X509Certificate(pem).raw;
const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const toDer = (node: Node): Buffer => Buffer.from(asn1.toDer(node).getBytes(), "binary");
const fromDer = (der: Buffer): Node =>
  asn1.fromDer(forge.util.createBuffer(der.toString("binary")));

const { Class, Type } = asn1;
const sequence = (...members: Node[]): Node =>
  asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, members);
const setOf = (members: readonly Node[]): Node =>
  asn1.create(Class.UNIVERSAL, Type.SET, true, [...members]);
const tagged = (tag: number, members: readonly Node[]): Node =>
  asn1.create(Class.CONTEXT_SPECIFIC, tag, true, [...members]);
const integer = (value: number): Node =>
  asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());
const oid = (value: string): Node =>
  asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(value).getBytes());
const octets = (bytes: Buffer): Node =>
  asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes.toString("binary"));
const algorithm = (value: string): Node =>
  sequence(oid(value), asn1.create(Class.UNIVERSAL, Type.NULL, false, ""));
const attribute = (type: string, value: Node): Node => sequence(oid(type), setOf([value]));
