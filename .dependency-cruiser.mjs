// Who may import whom. Each rule says in a sentence what it protects; a breach fails the build.
const TESTS = String.raw`\.test\.tsx?$|/test/|/testing/|^apps/api/attack/|/vitest\.[^/]*config\.ts$|/vitest\.config\.ts$`;
const DATABASE = "^prisma/|node_modules/(@prisma|pg)/";

/** Paths under any of the folders. */
const within = (...folders) => `^(${folders.join("|")})/`;

const forbidden = [
  {
    name: "domain-is-pure",
    comment:
      "The domain does no I/O: it imports no Node module, so that a rule gives the same answer in the API, in the browser and in a test.",
    from: { path: within("packages/domain"), pathNot: TESTS },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "domain-stands-alone",
    comment:
      "The domain imports no other package of the house: regulation does not depend on how it is served or shown.",
    from: { path: within("packages/domain") },
    to: {
      path: within("apps", "packages", "prisma", "e2e", "scripts"),
      pathNot: "^packages/domain/",
    },
  },
  {
    name: "domain-uses-small-pure-libraries",
    comment:
      "Of npm the domain uses decimals and dates only: every further library would be part of the regulation's reading.",
    from: { path: within("packages/domain"), pathNot: TESTS },
    to: {
      path: "node_modules/",
      pathNot: "node_modules/(decimal\\.js|temporal-polyfill|temporal-spec)/",
    },
  },
  {
    name: "contracts-are-shapes",
    comment:
      "Contracts know zod and the domain and no more: browser and server read the same shapes.",
    from: { path: within("packages/contracts"), pathNot: TESTS },
    to: {
      path: [within("apps", "packages", "prisma", "e2e"), "node_modules/"],
      pathNot: ["^packages/(contracts|domain)/", "node_modules/(zod|temporal-polyfill)/"],
    },
  },
  {
    name: "contracts-do-no-io",
    comment: "Contracts are read in the browser too: they import no Node module.",
    from: { path: within("packages/contracts"), pathNot: TESTS },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "documents-make-papers-of-values",
    comment:
      "Documents turn values into papers: they know domain and contracts and never ask a database or a screen.",
    from: { path: within("packages/documents") },
    to: {
      path: [within("apps", "packages", "prisma", "e2e"), DATABASE],
      pathNot: "^packages/(documents|contracts|domain)/",
    },
  },
  {
    name: "ui-knows-no-server",
    comment:
      "The design system shows values: it knows the contracts' field types and the domain's figures, and no app, paper or database.",
    from: { path: within("packages/ui") },
    to: {
      path: [within("apps", "packages", "prisma", "e2e"), DATABASE],
      pathNot: "^packages/(ui|contracts|domain)/",
    },
  },
  {
    name: "client-speaks-and-shows-nothing",
    comment:
      "The client speaks with the API for any page: it knows the contracts, and no component, app or database.",
    from: { path: within("packages/client") },
    to: {
      path: [within("apps", "packages", "prisma", "e2e"), DATABASE],
      pathNot: "^packages/(client|contracts)/",
    },
  },
  {
    name: "browser-code-runs-in-browsers",
    comment: "What runs in a browser imports no Node module.",
    from: {
      path: within("packages/ui/src", "packages/client/src", "apps/web/src", "apps/backoffice/src"),
      pathNot: TESTS,
    },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "web-talks-to-the-api-over-http",
    comment:
      "The hall is built on ui, client, contracts and domain, and checks a paper's code and signature with the documents' two files that need no server; it knows neither the API's code nor the back office's.",
    from: { path: within("apps/web") },
    to: {
      path: [within("apps", "packages", "prisma", "e2e"), DATABASE],
      pathNot:
        "^(apps/web|packages/(ui|client|contracts|domain))/|^packages/documents/src/verification-(code|payload)\\.ts$",
    },
  },
  {
    name: "backoffice-talks-to-the-api-over-http",
    comment:
      "The back office is built on ui, client, contracts and domain; it knows neither the API's code nor the hall's.",
    from: { path: within("apps/backoffice") },
    to: {
      path: [within("apps", "packages", "prisma", "e2e"), DATABASE],
      pathNot: "^(apps/backoffice|packages/(ui|client|contracts|domain))/",
    },
  },
  {
    name: "api-shows-nothing",
    comment: "The API serves data: it imports neither the design system nor a screen.",
    from: { path: within("apps/api") },
    to: { path: within("packages/ui", "packages/client", "apps/web", "apps/backoffice", "e2e") },
  },
  {
    name: "only-the-store-touches-the-database",
    comment:
      "SQL and Prisma live in facts, effects, store and the seed: the flow of a request stays readable without them, and locks are taken in one place.",
    from: {
      path: within("apps/api/src"),
      pathNot: ["^apps/api/src/(facts|effects|store|seed)/", TESTS],
    },
    to: { path: DATABASE },
  },
  {
    name: "effects-and-facts-know-no-http",
    comment:
      "Facts, effects and store run under the worker as well: they know no request and no answer.",
    from: { path: within("apps/api/src/(facts|effects|store)"), pathNot: TESTS },
    to: { path: "node_modules/express/" },
  },
  {
    name: "a-domain-service-never-imports-another",
    comment:
      "What two services share belongs to the domain itself: a service can then be read, changed and removed alone.",
    from: { path: "^packages/domain/src/services/([^/]+)/", pathNot: TESTS },
    to: {
      path: "^packages/domain/src/services/[^/]+/",
      pathNot: "^packages/domain/src/services/$1/",
    },
  },
  {
    name: "a-service-contract-never-imports-another",
    comment: "What two services' contracts share belongs to the contracts' field kinds.",
    from: { path: "^packages/contracts/src/services/([^/]+)", pathNot: TESTS },
    to: {
      path: "^packages/contracts/src/services/[^/]+",
      pathNot: "^packages/contracts/src/services/$1",
    },
  },
  {
    name: "a-service-screen-never-imports-another",
    comment:
      "What two services' screens share belongs to ui or to the page that renders any service.",
    from: { path: "^apps/(web|backoffice)/src/services/([^/]+)/" },
    to: {
      path: "^apps/[^/]+/src/services/[^/]+/",
      pathNot: "^apps/$1/src/services/$2/",
    },
  },
  {
    name: "journeys-see-the-outside",
    comment:
      "Browser journeys know the domain's examples and nothing of the programs that they test.",
    from: { path: within("e2e") },
    to: { path: within("apps", "packages", "prisma"), pathNot: "^packages/domain/" },
  },
  {
    name: "no-circles",
    comment: "Files that import each other in a circle can only be understood all at once.",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no-test-in-the-product",
    comment: "What is shipped never imports a test or its stand-ins.",
    from: { pathNot: [TESTS, "^e2e/", "^scripts/tests/", "^packages/[^/]+/scripts/"] },
    to: { path: TESTS },
  },
  {
    name: "dependencies-are-declared",
    comment:
      "A package imports only what its own package.json names, as a dependency to be shipped.",
    from: {
      path: within("apps/[^/]+/src", "packages/[^/]+/src"),
      pathNot: TESTS,
    },
    to: {
      dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-dev"],
      // Types alone leave nothing behind in what is shipped.
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "imports-are-found",
    comment: "An import that leads nowhere fails at run time at the latest.",
    from: {},
    to: { couldNotResolve: true, pathNot: "^virtual:" }, // modules that the build makes itself
  },
];

export default {
  forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })),
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|results|generated/(internal|models))/" },
    tsPreCompilationDeps: true, // an import of types is a dependency of the reader as well
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
