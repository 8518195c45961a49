/** The files of stories in parts, each of which is looked at in a page of its own. */
export const parts = {
  fields: (file: string) => file.startsWith('fields/'),
  forms: (file: string) => /^(form|support-request)\//.test(file),
  elements: (file: string) => !/^(fields|form|support-request|theme)\//.test(file),
  theme: (file: string) => file.startsWith('theme/'),
} as const;
