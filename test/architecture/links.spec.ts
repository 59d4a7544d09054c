import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folders = ['.', 'docs', 'docs/adr', 'clients/typescript'];
const pages = folders.flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name)),
);

/** Relative links of a page, with the page itself for those to one of its own headings. */
function linksOf(page: string): string[] {
  const prose = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, link = '']) =>
    /^[a-z]+:/.test(link) ? [] : [link],
  );
}

/** The anchors that GitHub makes of headings. */
function anchorsOf(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Why a link leads nowhere; undefined when it does not. */
function fault(page: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(target)) return `${link}: no such file`;
  return anchor === undefined || anchorsOf(target).includes(anchor) ? undefined : `${link}: no such heading`;
}

it('there are pages with links', () => {
  expect(pages).toContain('README.md');
  expect(pages.flatMap(linksOf).length).toBeGreaterThan(50);
});

it.each(pages)('every link of %s leads somewhere', page => {
  expect(linksOf(page).flatMap(link => fault(page, link) ?? [])).toEqual([]);
});

it('README.md can be read in a few minutes', () => {
  expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(160);
});
