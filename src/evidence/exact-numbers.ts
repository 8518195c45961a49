import { scanJson } from '../core/json-scan.js';

/**
 * Whether each number of a JSON text is written as its value is (RFC 8785). Of 100000000000000000000 the last digit
 * could otherwise be another one: the value, and with it every digest, would be the same.
 */
export function hasExactNumbers(source: string): boolean {
  let isExact = true;
  const fault = scanJson(source.replace(/^\ufeff/, ''), {
    word(word) {
      isExact &&= !/^[-\d]/.test(word) || JSON.stringify(Number(word)) === word;
    },
  });
  return isExact && fault === undefined;
}
