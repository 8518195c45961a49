/** The manifest of the elements: for editors, for the documentation pages, for Storybook. */
export default {
  globs: ['src/elements/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [tagNames(), publishedPaths()],
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
