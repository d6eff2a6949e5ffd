export interface Outgoing {
  /** The gateway takes each id once. */
  readonly id: string;
  /** Mobile number or e-mail address, in the clear. */
  readonly receiver: string;
  readonly title: string;
  readonly body: string;
}

/** What takes messages out of the house (NTF-2). */
export interface Gateway {
  /** Throws where it isn't certain that the gateway has it. */
  readonly send: (message: Outgoing) => Promise<void>;
}
