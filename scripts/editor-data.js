/**
 * What editors know of our tags, made from the elements' manifest: web-types for JetBrains, custom data for VS Code.
 * Two small files of our own instead of two packages: the formats are short, and the manifest is ours.
 */

/**
 * @typedef {{ text: string }} Type
 * @typedef {{ name: string, description?: string, type?: Type, fieldName?: string, default?: string }} Named
 * @typedef {{ kind: string, name: string, description?: string, type?: Type, readonly?: boolean, attribute?: string, parameters?: unknown[] }} Member
 * @typedef {{ tagName: string, name: string, description: string, attributes: Named[], members: Member[], events: Named[],
 *   slots?: Named[], cssParts?: Named[], cssProperties: Named[], modulePath: string,
 *   eventModules: ReadonlyMap<string, string> }} ElementDeclaration
 */

/**
 * The tags of a manifest, each with the module its class is in and those of the events that any tag has.
 * @param {{ modules: { path: string, declarations: any[] }[] }} manifest
 * @returns {ElementDeclaration[]} by the names of the tags
 */
export function elementsOf({ modules }) {
  const declared = modules.flatMap(({ path, declarations }) =>
    declarations.map((found) => ({ slots: [], cssParts: [], ...found, modulePath: path })),
  );
  const events = declared.filter(({ name }) => /^Taafi\w+Event$/.test(name));
  const eventModules = new Map(events.map(({ name, modulePath }) => [name, modulePath]));
  return declared
    .filter(({ tagName }) => tagName)
    .map((found) => ({ ...found, eventModules }))
    .sort((one, other) => one.tagName.localeCompare(other.tagName, 'en'));
}

/**
 * The words an attribute may hold, where its type is a union of such words.
 * @param {Type | undefined} type
 * @returns {string[]}
 */
export function wordsOf(type) {
  const members = (type?.text ?? '')
    .split('|')
    .map((member) => member.trim())
    .filter((member) => member !== 'undefined');
  return members.every((member) => /^'[^']*'$/.test(member))
    ? members.map((member) => member.slice(1, -1))
    : [];
}

/** What stands in an attribute is text: an object is given as a property. @param {Type | undefined} type */
function attributeType(type) {
  const members = (type?.text ?? 'string').split('|').map((member) => member.trim());
  const texts = members.filter((member) => /^('[^']*'|string|number|boolean)$/.test(member));
  return texts.length === 0 ? 'string' : texts.join(' | ');
}

/** @param {ElementDeclaration[]} elements @param {string} version */
export function webTypes(elements, version) {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'taafi-kit',
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: { elements: elements.map(webTypesElement) },
      css: { properties: uniqueProperties(elements).map(({ name, description }) => ({ name, description })) },
    },
  };
}

/** @param {ElementDeclaration} element */
function webTypesElement({
  tagName,
  description,
  attributes,
  members,
  events,
  slots,
  cssParts,
  cssProperties,
}) {
  const described = (/** @type {Named} */ { name, description: words }) => ({ name, description: words });
  return {
    name: tagName,
    description,
    attributes: attributes.map(({ name, description: words, type }) => ({
      name,
      description: words,
      value: { type: attributeType(type), ...(attributeType(type) === 'boolean' && { kind: 'no-value' }) },
    })),
    slots: (slots ?? []).map(({ name, description: words }) => ({
      name: name || 'default',
      description: words,
    })),
    js: {
      properties: settable(members).map(({ name, description: words, type }) => ({
        name,
        description: words,
        value: { type: type?.text ?? 'unknown' },
      })),
      events: events.map(described),
    },
    css: { parts: (cssParts ?? []).map(described), properties: cssProperties.map(described) },
  };
}

/** @param {ElementDeclaration[]} elements */
export function vscodeHtmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, description, attributes, events, slots, cssParts }) => ({
      name: tagName,
      description: {
        kind: 'markdown',
        value: [description, ...lists({ Events: events, Slots: slots, Parts: cssParts })].join('\n\n'),
      },
      attributes: attributes.map(({ name, description: words, type }) => ({
        name,
        description: words,
        ...(attributeType(type) === 'boolean' && { valueSet: 'v' }),
        ...(wordsOf(type).length > 0 && { values: wordsOf(type).map((word) => ({ name: word })) }),
      })),
    })),
  };
}

/** @param {ElementDeclaration[]} elements */
export function vscodeCssData(elements) {
  return {
    version: 1.1,
    properties: uniqueProperties(elements).map(({ name, description }) => ({ name, description })),
    pseudoElements: [
      { name: '::part()', description: 'A part of an element, such as `taafi-form::part(title)`.' },
    ],
  };
}

/** Members that a page sets. @param {Member[]} members */
export const settable = (members) => members.filter(({ kind, readonly }) => kind === 'field' && !readonly);

/** @param {Record<string, Named[] | undefined>} named */
function lists(named) {
  return Object.entries(named)
    .filter(([, items]) => items !== undefined && items.length > 0)
    .map(
      ([title, items]) =>
        `${title}:\n${items?.map(({ name, description }) => `- \`${name || 'default'}\`: ${description}`).join('\n')}`,
    );
}

/** @param {ElementDeclaration[]} elements */
function uniqueProperties(elements) {
  return [
    ...new Map(
      elements.flatMap(({ cssProperties }) => cssProperties.map((found) => [found.name, found])),
    ).values(),
  ];
}
