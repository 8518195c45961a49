import type { Theme } from '../../src/core/theme/theme.js';
import { readTheme } from '../../src/core/theme/theme-file.js';

/**
 * The themes of the kit by name: what a toolbar offers, and where an editor begins. Each is a file of tokens, from which
 * the build makes `dist/themes/<name>.css`. Another theme is another line here.
 */
export const themeFiles = {
  taafi: new URL('../../src/theme/taafi.tokens.json', import.meta.url),
  neutral: new URL('../../src/theme/neutral.tokens.json', import.meta.url),
  'platforms-code': new URL('../../src/theme/platforms-code.tokens.json', import.meta.url),
} as const;

export type ThemeName = keyof typeof themeFiles;

// The list above is the truth about its keys.
export const themeNames = Object.keys(themeFiles) as ThemeName[];

/** What people read of them. */
export const themeTitles: Readonly<Record<ThemeName, { readonly ar: string; readonly en: string }>> = {
  taafi: { ar: 'مظهر الجمعية', en: 'The association’s' },
  neutral: { ar: 'محايد', en: 'Neutral' },
  'platforms-code': { ar: 'على نسق كود المنصات', en: 'After the Platforms Code' },
};

/** Brings the themes, all of them. */
export async function loadThemes(): Promise<Readonly<Record<ThemeName, Theme>>> {
  const loaded = await Promise.all(
    themeNames.map(async (name) => [name, readTheme(name, await (await fetch(themeFiles[name])).json())]),
  );
  return Object.fromEntries(loaded) as Record<ThemeName, Theme>;
}
