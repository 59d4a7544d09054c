/**
 * Replaces the text between `<!-- generated: NAME -->` and `<!-- end of NAME -->`.
 * @throws Error if the markers are missing
 */
export function replaceSection(text: string, name: string, section: string): string {
  const begin = `<!-- generated: ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no section ${name}: ${begin} … ${end} is missing`);
  const kept = `<!-- prettier-ignore-start -->\n\n${section}\n\n<!-- prettier-ignore-end -->`;
  return `${text.slice(0, from + begin.length)}\n\n${kept}\n\n${text.slice(to)}`;
}

/** A Markdown table. Bars in cells are escaped, because a bar ends a cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
