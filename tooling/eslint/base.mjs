// The lint rules of the house. Every package's eslint.config.mjs calls one of these and adds nothing of its own
// unless it says why.
import js from "@eslint/js";
import next from "@next/eslint-plugin-next";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const noEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Only the app's env module reads process.env; take the value as an argument.",
};

const noBareDynamic = {
  selector: "CallExpression[callee.name='dynamic'][arguments.length=1]",
  message:
    "It would hide the page until it is there: lazyPart (features/pieces), or options with a `loading`.",
};

const strict = {
  "@typescript-eslint/switch-exhaustiveness-check": [
    "error",
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
  "@typescript-eslint/no-non-null-assertion": "error",
  "@typescript-eslint/no-explicit-any": "error",
  "@typescript-eslint/restrict-template-expressions": [
    "error",
    { allowNumber: true, allowBoolean: true, allowNullish: false },
  ],
  "@typescript-eslint/consistent-type-imports": "error",
  "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
  "no-console": "error",
  "no-restricted-syntax": ["error", noEnv, noBareDynamic],
  eqeqeq: "error",
};

/** Rules for a package that runs in Node or in the browser. `root` is the package's `import.meta.dirname`. */
export function library(root) {
  return tseslint.config(
    {
      ignores: [
        "**/generated/**",
        "dist/**",
        ".next/**",
        "next-env.d.ts",
        "coverage/**",
        "**/*.mjs",
        "**/*.cjs",
      ],
    },
    js.configs.recommended,
    ...tseslint.configs.strictTypeChecked,
    { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } }, rules: strict },
    {
      files: ["**/*.test.ts", "**/*.test.tsx", "**/testing/**"],
      rules: { "@typescript-eslint/no-non-null-assertion": "off" },
    },
    { files: ["**/env.ts"], rules: { "no-restricted-syntax": "off" } },
  );
}

/** `library` and the rules of React hooks. */
export function react(root) {
  return tseslint.config(
    ...library(root),
    hooks.configs.flat["recommended-latest"] ?? hooks.configs.flat.recommended,
    {
      rules: {
        "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      },
    },
  );
}

/** `react` and the rules of Next.js. */
export function nextjs(root) {
  return tseslint.config(...react(root), {
    plugins: { "@next/next": next },
    rules: { ...next.configs.recommended.rules, ...next.configs["core-web-vitals"].rules },
  });
}
