import type { TrackerWords } from './tracker-words.js';
import { trackerWordsAr } from './tracker-words-ar.js';

const loaded = new Map<string, TrackerWords>([['ar', trackerWordsAr]]);

/** The words of the tracker in a spoken language, at once where they are already here; Arabic, the source, always is. */
export function trackerWordsOf(language: string): TrackerWords | Promise<TrackerWords> {
  return loaded.get(language) ?? load();
}

async function load(): Promise<TrackerWords> {
  const { trackerWordsEn } = await import('./tracker-words-en.js');
  loaded.set('en', trackerWordsEn);
  return trackerWordsEn;
}
