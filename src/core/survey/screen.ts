export function screen(text: string): string {
  return text;
}
