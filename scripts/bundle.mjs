// Puts the service and the command line into one file each: reading and resolving a thousand modules takes most of a
// start. `node scripts/bundle.mjs FROM TO`, which are folders.
import { join } from 'node:path';
import { build } from 'esbuild';

const [from = 'build', to = 'dist'] = process.argv.slice(2);

/** They find files of their own beside their modules. */
const left = ['sqlite3', 'sharp', 'swagger-ui-dist'];

/** What Nest and TypeORM look for and can do without is left to fail where it is looked for, as it does unbundled. */
const missingIsLeft = {
  name: 'missing is left',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...where }) => {
      if (pluginData === missingIsLeft) return undefined;
      const { errors } = await resolve(path, { ...where, pluginData: missingIsLeft });
      return errors.length > 0 ? { path, external: true } : undefined;
    });
  },
};

await build({
  entryPoints: ['main', 'cli'].map(name => join(from, `${name}.js`)),
  outdir: to,
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  external: left,
  plugins: [missingIsLeft],
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: `const moduleUrl = require('node:url').pathToFileURL(__filename).href;` },
  logLevel: 'warning',
});
