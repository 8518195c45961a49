/** The day in Asia/Riyadh, which is three hours ahead of UTC all year. */
export function riyadhDate(instant: Date): string {
  return new Date(instant.getTime() + 3 * 3_600_000).toISOString().slice(0, 10);
}

/** The time of day in Asia/Riyadh, as `18:03`. */
export function riyadhTime(instant: Date): string {
  return new Date(instant.getTime() + 3 * 3_600_000).toISOString().slice(11, 16);
}
