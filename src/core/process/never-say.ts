export function forbiddenWordIn(text: string, words: readonly string[]): string | undefined {
  return words.find((word) => text.split(/\s+/).includes(word));
}
