// The shape of the house: a folder may import only what stands to its left. See CONTRIBUTING.md.
const order = [
  ['api'], ['database'], ['access'], ['portfolio'], ['funding'], ['dispatch', 'water'], ['figures'], ['catalogue'],
  ['ledgers'], ['exchange'], ['live'], ['graphql', 'http'],
];

const rightOf = order.map((folders, i) => ({
  name: `${folders.join('-and-')}-import-only-from-the-left`,
  severity: 'error',
  from: { path: `^server/(${folders.join('|')})/` },
  to: {
    path: [
      ...(i + 1 < order.length ? [`^server/(${order.slice(i + 1).flat().join('|')})/`] : []),
      '^server/(app|main|cli|tables|config)\\.ts$',
      '^server/cli/',
      '^migrations/',
    ],
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rightOf,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'water-and-dispatch-apart', severity: 'error', from: { path: '^server/water/' }, to: { path: '^server/dispatch/' } },
    { name: 'packs-are-data', severity: 'error', from: { path: '^server/', pathNot: '^server/packs/' }, to: { path: '^server/packs/' } },
    { name: 'client-and-server-apart', severity: 'error', from: { path: '^client/' }, to: { path: '^(server|migrations)/' } },
    { name: 'server-and-client-apart', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'no-tests-in-the-product', severity: 'error', from: { path: '^(server|client|migrations)/' }, to: { path: '^test/' } },
    { name: 'reckoning-holds-no-database', severity: 'error', from: { path: '^server/(portfolio/history|dispatch/rules|funding/sums|water/standard)\\.ts$' }, to: { path: '^server/database/database\\.ts$' } },
    { name: 'declared-packages-only', severity: 'error', from: { path: '^(server|client)/' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    { name: 'server-without-dev-packages', severity: 'error', from: { path: '^server/.*\\.ts$' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
