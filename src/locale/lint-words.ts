/** What `taafi lint` says around the sentences. */
export interface LintWords {
  readonly error: string;
  readonly warning: string;
  /** What a file is in which nothing keeps it from being used. */
  readonly isA: Readonly<
    Record<'form' | 'process' | 'theme', (name: string | undefined, version: string | undefined) => string>
  >;
}

export const lintWords: Readonly<Record<'ar' | 'en', LintWords>> = {
  ar: {
    error: 'خطأ',
    warning: 'تنبيه',
    isA: {
      form: (name, version) => `«${name}» ${version} نموذج سليم`,
      process: (name, version) => `«${name}» ${version} مسار سليم`,
      theme: (name) => `«${name}» مظهر سليم`,
    },
  },
  en: {
    error: 'error',
    warning: 'warning',
    isA: {
      form: (name, version) => `${name} ${version} is a form`,
      process: (name, version) => `${name} ${version} is a process`,
      theme: (name) => `${name} is a theme`,
    },
  },
};
