// The lint rules, and the architecture: LAYERS is the order in which folders may import each other.

/** A layer imports itself and what stands before it. */
export const LAYERS = [
  "core/base",
  "core/binary",
  "core/wit",
  "core/values",
  "core/scenarios",
  "core/graph",
  "core/diff",
  "core/draw",
  "core/plug",
  "core/compose",
  "core/wac",
  "core/trace",
  "core/deliver",
  "core/decompose",
  "workers",
  "components",
  "app",
];

/** What only one layer may know. */
const PACKAGES_OF_LAYER = {
  "@xyflow/react": "components",
  "@bytecodealliance/*": "workers",
  zustand: "app",
};

function forbiddenFor(layer) {
  const index = LAYERS.indexOf(layer);
  const later = LAYERS.slice(index + 1).map((other) => ({
    group: [`**/${other}/**`],
    message: `${layer} stands before ${other} in the order of layers.`,
  }));
  const packages = Object.entries(PACKAGES_OF_LAYER)
    .filter(([, owner]) => owner !== layer)
    .map(([name, owner]) => ({ group: [name], message: `Only ${owner} imports ${name}.` }));
  const cli = { group: ["**/cli/**"], message: "Nothing imports the command line." };
  return [...later, ...packages, cli];
}

export default {
  plugins: ["typescript", "import", "unicorn", "oxc", "react", "promise"],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  options: { typeAware: true },
  ignorePatterns: ["dist/**", "public/**", "samples/**/node_modules/**", "node_modules/**"],
  rules: {
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "typescript/consistent-type-imports": "error",
    // The type checker proves exhaustive switches; a helper next to its use reads better than one far away.
    "typescript/consistent-return": "off",
    "consistent-return": "off",
    "unicorn/consistent-function-scoping": "off",
    "typescript/no-non-null-assertion": "off",
    "typescript/no-unsafe-type-assertion": "off",
    "no-await-in-loop": "off",
    "oxc/no-map-spread": "off",
    "react/react-in-jsx-scope": "off",
    "import/no-unassigned-import": "off",
    "no-underscore-dangle": "off",
    // `fc.array` is how fast-check is written.
    "import/no-named-as-default-member": "off",
    eqeqeq: "error",
    "prefer-const": "error",
    "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
  },
  overrides: [
    ...LAYERS.map((layer) => ({
      files: [`${layer}/**/*.ts`, `${layer}/**/*.tsx`],
      rules: { "no-restricted-imports": ["error", { patterns: forbiddenFor(layer) }] },
    })),
    { files: ["scripts/**", "bench/**", "samples/**"], rules: { "typescript/restrict-template-expressions": "off" } },
    {
      files: ["**/*.config.*", "scripts/**", "samples/**", "bench/**", "components/**/*.panel.tsx"],
      rules: { "import/no-default-export": "off" },
    },
  ],
};
