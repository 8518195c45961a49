/**
 * Types for templates of React, Vue, Svelte and whoever else writes JSX: what can be set on each tag and heard from it.
 * The types themselves are those of the classes; this only names the members that are there for a page.
 */
import { settable } from './editor-data.js';

/** @typedef {import('./editor-data.js').ElementDeclaration} ElementDeclaration */

/**
 * The content of `dist/frameworks/elements.d.ts`.
 * @param {ElementDeclaration[]} elements
 */
export function elementTypes(elements) {
  const imports = [
    ...elements.map(({ name, modulePath }) => importOf(name, modulePath)),
    ...[...(elements[0]?.eventModules ?? [])].map(([name, path]) => importOf(name, path)),
  ];
  const interfaces = elements.flatMap((element) => [propsOf(element), eventsOf(element)]);
  const map = elements.map(
    ({ tagName, name }) =>
      `  '${tagName}': { element: ${name}; props: ${name}Props; events: ${name}Events };`,
  );
  return [
    '// Made from the manifest of the elements by the build.',
    ...imports,
    '',
    ...interfaces,
    '/** Every tag: its class, what can be set on it, what it tells. */',
    `export interface TaafiElements {\n${map.join('\n')}\n}`,
    '',
  ].join('\n');
}

/** @param {string} name @param {string} path as the manifest has it */
const importOf = (name, path) => `import type { ${name} } from '../${path.replace(/^dist\//, '')}';`;

/** Properties, and attributes that are written in another way. @param {ElementDeclaration} element */
function propsOf({ name, tagName, members, attributes }) {
  const fields = settable(members);
  const properties = fields.map((member) =>
    memberOf(member.name, member.description, `${name}['${member.name}']`),
  );
  const others = attributes
    .filter((attribute) => !fields.some((field) => field.name === attribute.name))
    .map((attribute) =>
      memberOf(
        attribute.name,
        attribute.description,
        attribute.fieldName ? `${name}['${attribute.fieldName}']` : mustSay(attribute),
      ),
    );
  return `/** What can be set on \`<${tagName}>\`. */\nexport interface ${name}Props {\n${[...properties, ...others].join('\n')}\n}\n`;
}

/** @param {ElementDeclaration['attributes'][number]} attribute of no property @returns {string} */
function mustSay({ name, type }) {
  if (!type) throw new Error(`The attribute ${name} has no type: say it in the element's @attr.`);
  return type.text;
}

/** @param {ElementDeclaration} element */
function eventsOf({ name, tagName, events }) {
  const lines = events.map(
    (event) => `  /** ${event.description} */\n  '${event.name}': ${event.type?.text ?? 'Event'};`,
  );
  return `/** What \`<${tagName}>\` tells. */\nexport interface ${name}Events {\n${lines.join('\n')}\n}\n`;
}

/** @param {string} name @param {string | undefined} description @param {string} type */
const memberOf = (name, description, type) => `  /** ${description} */\n  '${name}'?: ${type} | undefined;`;
