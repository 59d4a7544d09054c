/**
 * Who may import what. Closed by default: a rule names what a layer may import, and all else is an offence.
 * `test/architecture/boundaries.spec.ts` plants one offence per rule and sees each of them reported.
 *
 * The last rules are about the folders beside src/.
 *
 * Files directly under src/, and src/cli/, put the program together. Folders that are neither technical nor the
 * command line are features, also those that do not exist yet.
 */
const technical = 'shared|runtime|config|database|redis|http';
const feature = `^src/(?!(?:${technical}|cli)/)[^/]+/`;
const root = '^src/(?:[^/]+\\.ts$|cli/)';
const spec = '\\.spec\\.ts$';
const shared = '^src/shared/';
const settings = ['^src/config/', '^src/runtime/', shared];
const stores = '^src/(?:database|redis)/index\\.ts$';
const face = '^src/[^/]+/index\\.ts$';
/** A package, whether it is installed beside the cruised folder or above it (as for the planted tree of the test). */
const packageNamed = names => `^(?:\\.\\./)*node_modules/(?:@types/)?(?:${names})/`;
/** What a rule about layers is asked of: our own files. Packages and Node have rules of their own. */
const ours = '^(?:src|test|bench|scripts|clients)/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'What imports itself in a circle cannot be understood in parts.',
      { pathNot: '^clients/typescript/src/generated/' },
      { circular: true },
    ),
    rule(
      'no-orphans',
      'A file that imports nothing and that nobody imports is dead.',
      {
        orphan: true,
        path: '^src/',
        pathNot: [spec, '^src/(?:main|cli)\\.ts$', '^src/http/documents/swagger/'],
      },
      {},
    ),
    rule(
      'production-knows-no-test',
      'What is shipped runs without the tests.',
      { path: '^src/', pathNot: spec },
      { path: ['^test/', spec] },
    ),
    rule(
      'production-needs-no-development-package',
      'A package that is only installed for development is missing where the service runs.',
      { path: '^src/', pathNot: spec },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'] },
    ),

    rule(
      'shared-imports-nothing',
      'What everybody builds on builds on nothing: no package, no Node module, no other folder.',
      { path: shared, pathNot: spec },
      { pathNot: shared },
    ),
    rule(
      'runtime-imports-shared-and-node',
      'The adapters of the shared ports need the ports, Node, and the library that reads signed texts.',
      { path: '^src/runtime/', pathNot: spec },
      { pathNot: ['^src/runtime/', shared, packageNamed('jose')], dependencyTypesNot: ['core'] },
    ),
    rule(
      'config-imports-runtime-and-shared',
      'Settings are read before anything else exists.',
      { path: '^src/config/', pathNot: spec },
      { path: ours, pathNot: settings },
    ),
    rule(
      'database-knows-no-feature-and-no-http',
      'The database is handed its tables; it looks for none.',
      { path: '^src/database/', pathNot: spec },
      { path: ours, pathNot: ['^src/database/', ...settings] },
    ),
    rule(
      'redis-knows-settings-alone',
      'What is shared through Redis is up to the features.',
      { path: '^src/redis/', pathNot: spec },
      { path: ours, pathNot: ['^src/redis/', ...settings] },
    ),
    rule(
      'http-edge-knows-no-feature',
      'The edge serves every feature and therefore knows none.',
      { path: '^src/http/', pathNot: spec },
      { path: ours, pathNot: ['^src/http/', stores, ...settings] },
    ),

    rule(
      'http-fields-know-no-action',
      'What a member is has nothing to do with who asks for it.',
      { path: '^src/http/fields/', pathNot: spec },
      { path: '^src/http/(?:action|wire|documents|server)/' },
    ),
    rule(
      'http-actions-know-no-wire',
      'An action is declared without a thought of how it is written.',
      { path: '^src/http/action/', pathNot: spec },
      { path: '^src/http/(?:wire|documents|server)/' },
    ),
    rule(
      'http-wire-knows-no-server',
      'What is read and written serves the documents and the server, and knows neither.',
      { path: '^src/http/wire/', pathNot: spec },
      { path: '^src/http/(?:documents|server)/' },
    ),
    rule(
      'http-documents-know-no-server',
      'The documents describe the actions and do not depend on the server.',
      { path: '^src/http/documents/', pathNot: spec },
      { path: '^src/http/server/' },
    ),

    rule(
      'domain-imports-itself-and-shared',
      'Rules are plain TypeScript: no package, no Node module, no clock, no other layer, not even for a type.',
      { path: '^src/([^/]+)/domain/', pathNot: spec },
      { pathNot: ['^src/$1/domain/', shared] },
    ),
    rule(
      'application-imports-domain-and-shared',
      'A use case knows its own rules and ports, and of Nest the one decorator that makes it injectable.',
      { path: '^src/([^/]+)/application/', pathNot: spec },
      { pathNot: ['^src/$1/(?:application|domain)/', shared, packageNamed('@nestjs/common')] },
    ),
    rule(
      'infrastructure-imports-inwards',
      'An adapter serves the ports of its feature and reaches others by their faces; it never sees HTTP.',
      { path: '^src/([^/]+)/infrastructure/', pathNot: spec },
      {
        path: ours,
        pathNot: ['^src/$1/(?:application|domain|infrastructure)/', stores, face, ...settings],
      },
    ),
    rule(
      'feature-http-imports-no-infrastructure',
      'A controller asks a use case; it knows no table and no adapter.',
      { path: '^src/([^/]+)/http/', pathNot: spec },
      { path: ours, pathNot: ['^src/$1/(?:application|domain|http)/', '^src/http/', face, ...settings] },
    ),

    rule(
      'feature-through-its-face',
      'What a feature promises stands in its index.ts; all else may change without notice.',
      { path: '^src/([^/]+)', pathNot: spec },
      { path: feature, pathNot: ['^src/$1/', face] },
    ),
    rule(
      'auth-knows-no-feature',
      'Every feature stands behind auth.',
      { path: '^src/auth/', pathNot: spec },
      { path: feature, pathNot: '^src/auth/' },
    ),
    rule(
      'idempotency-knows-no-feature',
      'It stands around every action, and cares for none of them.',
      { path: '^src/idempotency/', pathNot: spec },
      { path: feature, pathNot: '^src/idempotency/' },
    ),
    rule(
      'licensing-knows-auth',
      'A licence is asked after the caller is known, and before any feature.',
      { path: '^src/licensing/', pathNot: spec },
      { path: feature, pathNot: '^src/(?:licensing|auth)/' },
    ),
    rule(
      'pictures-and-visit-types-know-no-feature',
      'Visits and visitors are built on them, and they on none.',
      { path: '^src/(pictures|visit-types)/', pathNot: spec },
      { path: feature, pathNot: '^src/$1/' },
    ),
    rule(
      'records-know-auth-and-licensing',
      'Visitors, the directory, identifiers and passes stand side by side under the visits.',
      { path: '^src/(visitors|directory|identifiers|passes)/', pathNot: spec },
      { path: feature, pathNot: '^src/(?:$1|visit-types|auth|licensing)/' },
    ),
    rule(
      'visits-know-no-lists',
      'Lists of visits read what the visits have written; a visit takes its course without them.',
      { path: '^src/visits/', pathNot: spec },
      { path: '^src/visit-lists/' },
    ),
    rule(
      'nobody-imports-what-puts-together',
      'What puts the program together knows all parts; a part that knew it would know all of them.',
      { path: '^src/[^/]+/', pathNot: [spec, '^src/cli/'] },
      { path: root },
    ),

    rule(
      'tables-stay-in-infrastructure',
      'The database drivers can be exchanged where only the persistence knows them.',
      { path: '^src/', pathNot: [spec, '^src/database/', '^src/[^/]+/infrastructure/'] },
      { path: packageNamed('typeorm|sqlite3|better-sqlite3|pg') },
    ),
    rule(
      'http-packages-stay-at-the-edge',
      'Only the edge knows that callers come over HTTP.',
      { path: '^src/[^/]+/', pathNot: [spec, '^src/http/', '^src/[^/]+/http/', '^src/(?:health|cli)/'] },
      {
        path: packageNamed(
          'express|@nestjs/platform-express|swagger-ui-dist|class-validator|class-transformer|fast-xml-parser',
        ),
      },
    ),

    rule(
      'service-knows-no-tool',
      'Benchmarks, scripts and clients are built on the service and not the other way round.',
      { path: '^src/' },
      { path: '^(?:bench|scripts|clients)/' },
    ),
    rule(
      'client-imports-nothing',
      'The client is a package of its own: callers install it without the service.',
      { path: '^clients/' },
      { pathNot: '^clients/' },
    ),
    rule(
      'benchmarks-know-no-script',
      'Scripts run the benchmarks, not the other way round.',
      { path: '^bench/' },
      { path: '^scripts/' },
    ),
    rule(
      'tools-use-test-helpers',
      'Scripts and benchmarks may start real processes and build requests as the tests do. The rest is for tests.',
      { path: '^(?:bench|scripts)/' },
      { path: '^test/', pathNot: '^test/(?:recipes|hostile|support)/' },
    ),
    rule(
      'tests-import-no-test',
      'What two tests share is a helper: importing a test would run it twice.',
      { path: [spec, '^(?:test|bench|scripts)/'] },
      { path: '\\.(?:spec|e2e|cluster)\\.ts$' },
    ),
    rule(
      'fakes-stay-in-unit-tests',
      'Unit tests use the fakes and the contract tests check them. All other tests run the service as in production.',
      { path: ours, pathNot: ['^src/', '^test/(?:contract|fakes)/'] },
      { path: '^test/fakes/' },
    ),
    rule(
      'fakes-need-no-application',
      'A fake replaces a port in memory. Of the other helpers it needs only the test clock.',
      { path: '^test/fakes/' },
      { path: ours, pathNot: ['^src/', '^test/fakes/', '^test/support/test-clock\\.ts$'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/architecture/planted/' },
    // A linked node_modules is one, too.
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
