import type { ResultsWords } from './results-words.js';
import { resultsWordsAr } from './results-words-ar.js';

const loaded = new Map<string, ResultsWords>([['ar', resultsWordsAr]]);

/** The words of the results in a spoken language, at once where they are already here; Arabic, the source, always is. */
export function resultsWordsOf(language: string): ResultsWords | Promise<ResultsWords> {
  return loaded.get(language) ?? load();
}

async function load(): Promise<ResultsWords> {
  const { resultsWordsEn } = await import('./results-words-en.js');
  loaded.set('en', resultsWordsEn);
  return resultsWordsEn;
}
