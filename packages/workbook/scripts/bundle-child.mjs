// Bundles the child's program into one text that the parent hands to it: so it needs no file, no loader and no package, and
// runs the same from source, in a test and inside the web's build. `pnpm --filter @rollcall/workbook bundle`
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const folder = join(import.meta.dirname, "..");

/** The text of src/generated/child-code.ts; a test compares it with what is there. */
export async function bundleChild() {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ["src/child/main.ts"],
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    minify: true,
    charset: "utf8",
    legalComments: "none",
  });
  const code = outputFiles[0].text.trimEnd();
  return `// Made of src/child by scripts/bundle-child.mjs: never edit it.\nexport const childCode =\n  ${JSON.stringify(code)};\n`;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(folder, "src/generated/child-code.ts"), await bundleChild());
