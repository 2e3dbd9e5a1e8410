// Enlarges a region of a picture, to compare details: node gallery/zoom.mjs in.png x y w h scale out.png
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
const [input, x, y, w, h, scale, out] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const page = await browser.newPage({
  viewport: { width: Math.round(w * scale), height: Math.round(h * scale) },
});
const data = readFileSync(input).toString("base64");
await page.setContent(
  `<body style="margin:0;overflow:hidden"><img src="data:image/png;base64,${data}" style="position:absolute;image-rendering:pixelated;transform-origin:0 0;transform:scale(${scale}) translate(${-x}px,${-y}px)">`,
);
await page.screenshot({ path: out });
await browser.close();
