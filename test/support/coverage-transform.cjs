// For `npm run test:coverage`: counters are inserted into the TypeScript source before swc compiles it. In the output of swc,
// generated branches would be counted too, such as those of decorator metadata. V8's coverage is exact as well, but slows the
// tests down tenfold.
const { transformSync } = require('@babel/core');
const swc = require('@swc/jest').createTransformer();

function withCounters(source, filename, { config }) {
  const { code } = transformSync(source, {
    filename,
    cwd: config.rootDir,
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ['typescript', 'decorators-legacy'] },
    plugins: [[require.resolve('babel-plugin-istanbul'), { cwd: config.rootDir, exclude: [] }]],
  });
  return code;
}

module.exports = {
  canInstrument: true,
  getCacheKey: (...args) => `${swc.getCacheKey(...args)}-${args[2].instrument ? 'counted' : 'plain'}`,
  process: (source, filename, options) =>
    swc.process(options.instrument ? withCounters(source, filename, options) : source, filename, options),
};
