// Builds the gallery into dist/gallery: one page with every component, no server needed.
// node gallery/build.mjs
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { compile } from "@tailwindcss/node";
import { Scanner } from "@tailwindcss/oxide";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../dist/gallery");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const result = await build({
  entryPoints: { gallery: join(here, "gallery.tsx") },
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  jsx: "automatic",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"' },
});

const fonts = join(here, "../node_modules/geist/dist/fonts");
cpSync(join(fonts, "geist-sans/Geist-Variable.woff2"), join(out, "geist.woff2"));
cpSync(join(fonts, "geist-mono/GeistMono-Variable.woff2"), join(out, "geist-mono.woff2"));

const source = `@import "../src/styles.css";\n@source "./**/*.tsx";
@font-face { font-family: "Geist"; src: url("geist.woff2"); font-weight: 100 900; }
@font-face { font-family: "Geist Mono"; src: url("geist-mono.woff2"); font-weight: 100 900; }`;
const compiler = await compile(source, { base: here, onDependency() {} });
const scanner = new Scanner({ sources: compiler.sources });
const css = compiler.build(scanner.scan());
writeFileSync(join(out, "gallery.css"), css);
writeFileSync(
  join(out, "index.html"),
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Rollcall components</title><link rel="stylesheet" href="gallery.css"></head><body><div id="root"></div><script type="module" src="gallery.js"></script></body></html>`,
);

const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;
process.stdout.write(`css ${kb(gzipSync(css).length)} gzip\n`);
if (process.argv.includes("--sizes"))
  for (const file of Object.keys(result.metafile.outputs)) {
    const path = join(here, "..", file);
    const size = statSync(path).size;
    process.stdout.write(`${file} ${kb(size)} raw, ${kb(gzipSync(readFileSync(path)).length)} gzip\n`);
  }
