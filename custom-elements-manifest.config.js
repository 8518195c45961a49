/** The manifest of the elements: for editors, for the documentation pages, for Storybook. */
export default {
  globs: ['src/elements/**/*.ts'],
  // What stands in the frame's own page is for nobody else to write.
  exclude: ['src/elements/embed-frame/**'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [tagNames(), publicMembers(), sharedTokens(), publishedPaths()],
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
        element.events = (element.events ?? []).filter(
          (/** @type {{ description?: string }} */ { description }) => description,
        );
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
