/** Who may import whom; the README's map says it in words. */
const never = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: {
    path: from,
    pathNot:
      '(\\.test\\.tsx?$|^(client/src/data|server/src/storage)/contract/)',
  },
  to: { path: to },
})

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    never('shared-knows-nothing', '^shared/src', '^(client|server)/'),
    {
      name: 'shared-pure-libraries',
      severity: 'error',
      from: { path: '^shared/src', pathNot: '\\.test\\.ts$' },
      to: {
        path: 'node_modules',
        pathNot:
          'node_modules/(zod|dinero\\.js|@internationalized/date|rrule|simple-statistics|@noble/hashes|@swc/helpers)/',
      },
    },
    never('client-not-server', '^client/', '^server/'),
    never('server-not-client', '^server/', '^client/'),
    never(
      'ui-is-small',
      '^client/src/ui',
      '^client/src/(data|acts|features|session|app|words)|node_modules/react-router',
    ),
    never(
      'data-not-up',
      '^client/src/data',
      '^client/src/(acts|features|ui|app)',
    ),
    never(
      'pdf-is-plain',
      '^client/src/pdf',
      '^client/src/(data|acts|features|session|app|words|ui)|node_modules/react',
    ),
    never('acts-not-up', '^client/src/acts', '^client/src/(features|app)'),
    never(
      'worker-alone',
      '^client/src/data/worker',
      '^client/src/(session|words)|node_modules/react',
    ),
    {
      name: 'features-not-sideways',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: {
        path: '^client/src/features/',
        pathNot: '^client/src/features/$1/',
      },
    },
    never('features-not-app', '^client/src/features', '^client/src/app'),
    {
      name: 'pouchdb-in-two-folders',
      severity: 'error',
      from: {
        path: '^(client|server)/src',
        pathNot: '^(client/src/data/worker|server/src/storage)|\\.test\\.ts$',
      },
      to: { path: 'node_modules/pouchdb' },
    },
    {
      name: 'src-not-testing',
      severity: 'error',
      from: {
        path: '/src/',
        pathNot:
          '(\\.test\\.tsx?$|^(client/src/data|server/src/storage)/contract/)',
      },
      to: {
        path: '(^shared/testing|^(client/src/data|server/src/storage)/contract/|\\.test\\.tsx?$|/e2e/|/bench/|^server/test)',
      },
    },
    {
      name: 'routes-by-argument',
      severity: 'error',
      from: { path: '^server/src/routes' },
      to: { path: '^server/src/main\\.ts$' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(dist|node_modules/\\.cache)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'],
    },
  },
}
