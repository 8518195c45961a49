/** What is said around a form that stands in a frame on the page of somebody else. */
export const embedWords = {
  ar: {
    /** What a screen reader calls the frame. */
    frame: (host: string) => `نموذج من ${host}`,
    /** Where the frame does not come. */
    link: (host: string) => `افتح النموذج في موقع ${host}`,
  },
  en: {
    frame: (host: string) => `Form from ${host}`,
    link: (host: string) => `Open the form at ${host}`,
  },
} as const;

/** Says inside the frame whose form it is: the name of the association, where it is known, and the site. HTML already. */
export const originLine = {
  ar: (host: string, name?: string) =>
    name === undefined ? `هذا النموذج من موقع ${host}` : `هذا النموذج من ${name}، في موقع ${host}`,
  en: (host: string, name?: string) =>
    name === undefined ? `This form is from ${host}` : `This form is from ${name}, at ${host}`,
} as const;
