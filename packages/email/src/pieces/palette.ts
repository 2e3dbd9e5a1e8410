/**
 * The colours of a mail. Mail programs know no CSS variables and no oklch, so these are the tokens of packages/ui's tokens.css
 * (named beside each) as sRGB: light ones stand inline, dark ones in one media query. Nothing else in this package names a colour.
 */

/** token name → [light, dark] */
export const palette = {
  canvas: ["#f5f4f1", "#100f0d"],
  surface: ["#ffffff", "#1e1c1a"],
  foreground: ["#1c1916", "#f1f0ed"],
  "foreground-2": ["#4c4844", "#bfbdba"],
  "foreground-3": ["#686460", "#9b9996"],
  "border-subtle": ["#edece9", "#23211f"],
  border: ["#e2e0dd", "#2d2b28"],
  accent: ["#4042bf", "#5f67e3"],
  "accent-hover": ["#3332aa", "#545ad8"],
  "accent-foreground": ["#ffffff", "#ffffff"],
  "accent-text": ["#3f42ba", "#a7adfe"],
} as const;

export type Token = keyof typeof palette;

/** The light value, for an inline style. */
export function ink(token: Token): string {
  return palette[token][0];
}

const darkRules: readonly { selector: string; property: string; token: Token }[] = [
  { selector: "body,.rc-canvas", property: "background-color", token: "canvas" },
  { selector: ".rc-card", property: "background-color", token: "surface" },
  { selector: ".rc-card", property: "border-color", token: "border" },
  { selector: ".rc-text", property: "color", token: "foreground" },
  { selector: ".rc-text-2", property: "color", token: "foreground-2" },
  { selector: ".rc-text-3", property: "color", token: "foreground-3" },
  { selector: ".rc-line", property: "border-color", token: "border" },
  { selector: ".rc-line-subtle", property: "border-color", token: "border-subtle" },
  { selector: ".rc-button", property: "background-color", token: "accent" },
  { selector: ".rc-button", property: "border-color", token: "accent-hover" },
  { selector: ".rc-button", property: "color", token: "accent-foreground" },
  { selector: ".rc-address", property: "color", token: "accent-text" },
  { selector: ".rc-strike", property: "stroke", token: "accent-text" },
];

/** The only style sheet of a mail: dark colours for who wants them, and narrower margins on a phone. */
export const styleSheet = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `body{background-color:${palette.canvas[0]}}`,
  "@media (prefers-color-scheme:dark){",
  ...darkRules.map((rule) => `${rule.selector}{${rule.property}:${palette[rule.token][1]}!important}`),
  "}",
  "@media (max-width:480px){",
  ".rc-outer{padding-left:12px!important;padding-right:12px!important}",
  ".rc-inner{padding:28px 24px!important}",
  ".rc-label{display:block!important;width:auto!important;padding-bottom:0!important;border-bottom:0!important}",
  ".rc-value{display:block!important;width:auto!important;padding-top:2px!important;border-top:0!important}",
  ".rc-button{display:block!important;text-align:center!important}",
  "}",
].join("");
