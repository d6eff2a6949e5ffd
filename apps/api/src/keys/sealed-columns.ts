/** A column whose values are sealed with the ring for personal data. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Base64 in a text column, where the others are bytes. */
  readonly isText?: true;
}

/** All of them: a test compares the list with the database's own columns. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "person", column: "identity_cipher" },
  { table: "person", column: "mobile_cipher" },
  { table: "person", column: "email_cipher" },
  { table: "agent", column: "mobile_cipher" },
  { table: "staff", column: "totp_cipher" },
  { table: "payout_account", column: "number_cipher" },
  { table: "payment_order", column: "number_cipher" },
  { table: "application", column: "record" },
  { table: "human_review", column: "record" },
  { table: "evidence_file", column: "name_cipher" },
  { table: "message", column: "receiver_cipher" },
  { table: "local_delivery", column: "receiver", isText: true },
  { table: "student_enrolment", column: "identity_cipher" },
  { table: "student_enrolment", column: "mobile_cipher" },
  { table: "list_row", column: "cipher" },
  { table: "inbound_message", column: "body" },
];

/** Bytes that aren't sealed, and why they needn't be. */
export const plainBytes: readonly string[] = [
  "session.refresh_hash", // hashes
  "session.previous_hash",
  "person.identity_hash",
  "student_enrolment.identity_hash",
  "list_row.key_hash",
  "audit_link.hash",
  "document.bytes", // the paper, as anybody who was handed it has it
];
