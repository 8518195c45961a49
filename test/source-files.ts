import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One import of one file, dynamic ones and `export … from` included. */
export interface Import {
  /** As written: `./text.js`, `lit`, `node:fs`. */
  readonly specifier: string;
  /** The TypeScript file it stands for, from the repository's root; undefined for a package. */
  readonly file: string | undefined;
  readonly isNode: boolean;
  /** Gone after compilation, so that no circle can come of it. */
  readonly isTypeOnly: boolean;
  readonly line: number;
}

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** The names in a folder; none where it is missing. */
export function namesIn(folder: string, kind: 'folders' | 'files'): string[] {
  if (!exists(folder)) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => (kind === 'folders' ? entry.isDirectory() : entry.isFile()))
    .map((entry) => entry.name)
    .sort();
}

/** All files below a folder, from the repository's root. */
export function filesBelow(folder: string): string[] {
  return [
    ...namesIn(folder, 'files').map((name) => `${folder}/${name}`),
    ...namesIn(folder, 'folders').flatMap((name) => filesBelow(`${folder}/${name}`)),
  ];
}

export function exists(path: string): boolean {
  return existsSync(join(root, path));
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The TypeScript files below a folder, read into trees. */
export function sourceFiles(folder: string): SourceFile[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const tree = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2022, true);
      return { path, tree, imports: importsOf(path, tree) };
    });
}

export function lineOf(node: ts.Node): number {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** The node and everything in it. */
export function* nodesIn(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesIn(child);
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  return [...nodesIn(tree)].flatMap((node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return [];
    return {
      specifier,
      file: specifier.startsWith('.') ? resolved(path, specifier) : undefined,
      isNode: isBuiltin(specifier),
      isTypeOnly: isTypeOnly(node),
      line: lineOf(node),
    };
  });
}

function specifierOf(node: ts.Node): string | undefined {
  const written =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return written && ts.isStringLiteralLike(written) ? written.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.isTypeOnly === true;
}

function resolved(path: string, specifier: string): string {
  return normalize(join(dirname(path), specifier))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
}
