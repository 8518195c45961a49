import type { ColorScheme } from '../../core/embedding/messages.js';
import type { ThemeToken } from '../../core/embedding/theme-tokens.js';
import { themeTokens } from '../../core/embedding/theme-tokens.js';

/** How the page around an element looks: its tokens that are set, as they are computed for the element, and whether it is dark. */
export function lookOf(element: Element): {
  readonly scheme: ColorScheme;
  readonly theme: Partial<Record<ThemeToken, string>>;
} {
  const style = getComputedStyle(element);
  const set = themeTokens.map((name) => [name, style.getPropertyValue(`--taafi-${name}`).trim()] as const);
  const isDark = /\bdark\b/.test(style.colorScheme);
  const isLight = /\blight\b/.test(style.colorScheme) || !isDark;
  return {
    scheme: isDark && isLight ? 'light dark' : isDark ? 'dark' : 'light',
    theme: Object.fromEntries(set.filter(([, value]) => value !== '')),
  };
}
