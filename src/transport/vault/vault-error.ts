/** Why something cannot be kept on the device, or not be had back. */
export type VaultFailure =
  /** The browser has no storage for this page, or does not let it be used: a private window, a setting, a page without TLS. */
  | 'refused'
  /** There is no room left. */
  | 'full'
  /** Another page of this site holds the storage, or has made it newer than this page knows. */
  | 'blocked'
  /** What is there cannot be opened any more: its key is gone, or somebody has changed it. */
  | 'damaged';

/** What was asked of the vault could not be done. The message is for developers; it holds nothing a person typed. */
export class VaultError extends Error {
  readonly failure: VaultFailure;

  constructor(failure: VaultFailure, cause?: unknown) {
    super(`The vault on this device: ${failure}`, { cause });
    this.name = 'VaultError';
    this.failure = failure;
  }
}

/** The failure behind what a browser's storage or cryptography has thrown. */
export function vaultErrorOf(cause: unknown): VaultError {
  if (cause instanceof VaultError) return cause;
  const { name = '' } = (cause ?? {}) as { name?: string };
  if (name === 'QuotaExceededError') return new VaultError('full', cause);
  if (name === 'VersionError') return new VaultError('blocked', cause);
  if (name === 'OperationError') return new VaultError('damaged', cause);
  // SecurityError and InvalidStateError come of settings and private windows, DataCloneError of those that keep no keys.
  return new VaultError('refused', cause);
}
