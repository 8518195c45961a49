/** The manifest of the elements: for editors, for the documentation pages, for Storybook. */
export default {
  globs: ['src/elements/**/*.ts'],
  // What stands in the frame's own page is for nobody else to write.
  exclude: ['src/elements/embed-frame/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [tagNames(), publicMembers(), inwardState(), sharedTokens(), publishedPaths()],
};

/** Reads tags where each element's file says them, in `HTMLElementTagNameMap`: `define.ts` registers them in a loop. */
function tagNames() {
  return {
    name: 'tag-names',
    /** @param {{ ts: typeof import('typescript'), node: import('typescript').Node, moduleDoc: any }} params */
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'HTMLElementTagNameMap') return;
      for (const member of node.members) {
        if (!ts.isPropertySignature(member) || !member.type) continue;
        const className = member.type.getText();
        const element = moduleDoc.declarations.find((/** @type {any} */ { name }) => name === className);
        if (element) element.tagName = /** @type {import('typescript').StringLiteral} */ (member.name).text;
      }
    },
  };
}

/** Leaves out what only the browser reads or calls, and events that the analyzer cannot name. */
function publicMembers() {
  return {
    name: 'public-members',
    /** @param {{ customElementsManifest: { modules: { declarations: any[] }[] } }} params */
    packageLinkPhase({ customElementsManifest }) {
      for (const element of elementsIn(customElementsManifest)) {
        const isPublic = (
          /** @type {{ static?: boolean, privacy?: string, inheritedFrom?: object, name: string }} */ member,
        ) =>
          !member.static &&
          (member.privacy ?? 'public') === 'public' &&
          !/^form[A-Z]\w*Callback$/.test(member.name);
        element.members = (element.members ?? []).filter(isPublic);
        // Those of properties first: the others are for few.
        element.attributes?.sort(
          (/** @type {{ fieldName?: string }} */ one, /** @type {{ fieldName?: string }} */ other) =>
            Number(one.fieldName === undefined) - Number(other.fieldName === undefined),
        );
        element.events = (element.events ?? []).filter(
          (/** @type {{ description?: string }} */ { description }) => description,
        );
      }
    },
  };
}

/** Leaves out what an element declares as `state: true`: it has no attribute, and is nobody else's. */
function inwardState() {
  /** @type {Map<string, Set<string>>} */
  const inward = new Map();
  return {
    name: 'inward-state',
    /** @param {{ ts: typeof import('typescript'), node: import('typescript').Node }} params */
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node) || node.name === undefined) return;
      for (const member of node.members) {
        if (!ts.isGetAccessorDeclaration(member) || member.name.getText() !== 'properties') continue;
        const returned = member.body?.statements.find(ts.isReturnStatement)?.expression;
        if (returned === undefined || !ts.isObjectLiteralExpression(returned)) continue;
        const names = returned.properties.flatMap((property) =>
          ts.isPropertyAssignment(property) && /\bstate: true\b/.test(property.initializer.getText())
            ? [property.name.getText()]
            : [],
        );
        inward.set(node.name.text, new Set(names));
      }
    },
    /** @param {{ customElementsManifest: { modules: { declarations: any[] }[] } }} params */
    packageLinkPhase({ customElementsManifest }) {
      for (const element of elementsIn(customElementsManifest)) {
        const isOutward = (
          /** @type {{ name: string, fieldName?: string, inheritedFrom?: { name: string } }} */ member,
        ) => !inward.get(member.inheritedFrom?.name ?? element.name)?.has(member.fieldName ?? member.name);
        element.members = (element.members ?? []).filter(isOutward);
        element.attributes = (element.attributes ?? []).filter(isOutward);
      }
    },
  };
}

/** Every element is dressed from the same tokens, which the form's own file describes. */
function sharedTokens() {
  return {
    name: 'shared-tokens',
    /** @param {{ customElementsManifest: { modules: { declarations: any[] }[] } }} params */
    packageLinkPhase({ customElementsManifest }) {
      const elements = elementsIn(customElementsManifest);
      const { cssProperties } = elements.find(({ tagName }) => tagName === 'taafi-form');
      for (const element of elements) element.cssProperties = cssProperties;
    },
  };
}

/** @param {{ modules: { declarations: any[] }[] }} manifest @returns {any[]} */
const elementsIn = ({ modules }) =>
  modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

/** Names modules as a reader of the package finds them: dist/src/….js, not the source. */
function publishedPaths() {
  return {
    name: 'published-paths',
    /** @param {{ customElementsManifest: { modules: object[] } }} params */
    packageLinkPhase({ customElementsManifest }) {
      const text = JSON.stringify(customElementsManifest.modules);
      customElementsManifest.modules = JSON.parse(text.replace(/"\/?(src\/[^"]+)\.ts"/g, '"dist/$1.js"'));
    },
  };
}
