/** A sign-in that counts, as a token proves it. */
export interface Session {
  id: string;
  userId: string;
  /** Counts only while the user's generation is the same. */
  generation: number;
  /** Of the token that came. */
  serial: number;
  /** When it began with the password, ms. */
  signedInAt: number;
  /** When the password was given last, ms. */
  provedAt: number;
  /** Of the token that came, ms. */
  expiresAt: number;
}

/** From where somebody calls, and with what. */
export interface Origin {
  ip: string;
  /** `deviceOf` their user agent. */
  device: string;
}
