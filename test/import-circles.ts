import type { SourceFile } from './source-files.js';

/** Ways that lead from a file back to itself, each once, as `a → b → a`. */
export function circles(files: readonly SourceFile[]): string[] {
  const next = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.flatMap(({ file, isTypeOnly }) => (file && !isTypeOnly ? file : [])),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) found.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const file of next.get(path) ?? []) visit(file, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
}
