const { readdirSync } = require('node:fs');
const path = require('node:path');

/** What areas stand on, and what prints for all of them; every other folder of the functions is an area. */
const ground = ['http', 'outside', 'paper', 'parts', 'print', 'queues', 'sealing', 'signing', 'spreadsheet', 'table'];
const folders = readdirSync(path.join(__dirname, 'functions/src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const areas = folders
  .map((entry) => entry.name)
  .filter((name) => !ground.includes(name))
  .join('|');
const isTest = '\\.test\\.ts$';

/** Who may import whom. Each rule says why in its comment; tests/architecture/modules.ts runs them. */
module.exports = {
  forbidden: [
    {
      name: 'rules-and-routes-are-the-bottom',
      comment: 'Routes, problems and shared rules run on a phone, in a function and in a test: they bring nothing along.',
      severity: 'error',
      from: { path: '^shared/(rules/|routes|problems)', pathNot: isTest },
      to: { pathNot: '^shared/(rules/|routes|problems)' },
    },
    {
      name: 'contract-knows-shared-and-zod',
      comment: 'The contract is the interface: no side of it may leak in.',
      severity: 'error',
      from: { path: '^shared/contract/' },
      to: { pathNot: '^shared/|^node_modules/zod/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A decision is a function of what it is handed: no store, no SDK, no clock, no environment. The names of keys and figures are data.',
      severity: 'error',
      from: { path: '^functions/src/([^/]+)/(rules|moves)(/|\\.ts$)', pathNot: isTest },
      to: { pathNot: '^shared/|^node_modules/zod/|^functions/src/$1/rules/|^functions/src/table/(keys|live)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'areas-are-islands',
      comment: 'An area that needs the data of another receives its store in deps; only paper prints for all of them.',
      severity: 'error',
      from: { path: `^functions/src/(${areas})/`, pathNot: isTest },
      to: { path: '^functions/src/', pathNot: '^functions/src/($1|table|queues|signing|sealing)/|^functions/src/(http/handler|deps|gate-deps)\\.ts$' },
    },
    {
      name: 'areas-take-deps-as-types',
      comment: 'Deps are handed in, never fetched.',
      severity: 'error',
      from: { path: `^functions/src/(${areas}|paper)/`, pathNot: isTest },
      to: { path: '^functions/src/(http/|deps\\.ts|gate-deps\\.ts)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-only-at-the-edge',
      comment: 'A vendor SDK is spoken to in table/ and outside/; deps.ts builds its client.',
      severity: 'error',
      from: { path: '^functions/src/', pathNot: `^functions/src/((table|outside)/|deps\\.ts$)|${isTest}` },
      to: { path: 'node_modules/(@aws-sdk|@smithy|aws4fetch)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'gateway-only-in-http',
      comment: 'Only http/ knows what API Gateway sends.',
      severity: 'error',
      from: { path: '^functions/src/', pathNot: `^functions/src/http/|${isTest}` },
      to: { path: 'node_modules/@middy/' },
    },
    {
      name: 'fonts-and-writers-stay-on-paper',
      comment: 'Fonts, PDF and spreadsheet writers would weigh on the start of the API function.',
      severity: 'error',
      from: { path: '^functions/src/', pathNot: `^functions/src/(paper|print|spreadsheet)/|^functions/src/paper\\.ts$|${isTest}` },
      to: { path: '^functions/src/(paper|print|spreadsheet)/|node_modules/(pdfkit|qrcode|write-excel-file)/' },
    },
    {
      name: 'functions-know-shared-only',
      comment: 'The functions do not know where they run.',
      severity: 'error',
      from: { path: '^functions/', pathNot: isTest },
      to: { path: '^(infra|miniapp|tests)/' },
    },
    {
      name: 'cloud-takes-routes-and-layout',
      comment: 'The cloud is described from the addresses and the names of the table, not from what the functions do.',
      severity: 'error',
      from: { path: '^infra/aws/', pathNot: isTest },
      to: { path: '^(shared|functions)/', pathNot: '^shared/routes\\.ts$|^functions/src/table/layout\\.ts$' },
    },
    {
      name: 'phone-knows-shared-only',
      comment: 'The mini-program is a client like any other.',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^(functions|infra|tests)/|node_modules/(@aws-sdk|aws-cdk-lib|@middy)/' },
    },
    {
      name: 'phone-takes-types-only',
      comment: 'WeChat forbids dynamic code and zod weighs 444 KB with its languages: the phone knows shapes as types.',
      severity: 'error',
      from: { path: '^miniapp/src/' },
      to: { path: '^shared/contract/|node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-are-islands',
      comment: 'A subpackage is loaded by itself.',
      severity: 'error',
      from: { path: '^miniapp/src/areas/([^/]+)/' },
      to: { path: '^miniapp/src/areas/', pathNot: '^miniapp/src/areas/$1/' },
    },
    {
      name: 'tabs-take-no-area',
      comment: 'What a tab imports lands in the main package.',
      severity: 'error',
      from: { path: '^miniapp/src/(tabs|ui|api|at-work)/' },
      to: { path: '^miniapp/src/areas/' },
    },
    {
      name: 'main-package-goes-without-work',
      comment: 'What only devices at work need, closing texts above all, is loaded with the gate and the booth.',
      severity: 'error',
      from: { path: '^miniapp/src/(tabs|ui|api)/' },
      to: { path: '^miniapp/src/at-work/' },
    },
    {
      name: 'parts-know-no-screen',
      comment: 'ui/, api/ and at-work/ (what gates and booths share) stand below every screen.',
      severity: 'error',
      from: { path: '^miniapp/src/(ui|api|at-work)/' },
      to: { path: '^miniapp/src/tabs/' },
    },
    {
      name: 'nothing-takes-tests',
      comment: 'Tests look at everything; nothing looks at tests.',
      severity: 'error',
      from: { path: '^(shared|functions|infra|miniapp)/', pathNot: isTest },
      to: { path: '^tests/|\\.test\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'A circle of values has no top to load from; two shapes may name each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that resolves nowhere is checked by no rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cdk\\.out|\\.data|\\.swc)/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
