// Light, dark or as the system has it: `data-theme` on <html>, remembered in the browser. No React here, so that the
// document's head can use it.

export type Theme = "system" | "light" | "dark";

/** Where the choice is remembered in localStorage. */
export const THEME_KEY = "rollcall-theme";

/**
 * The script that sets the theme before first paint, as text. Put it first in <head>, with the request's CSP nonce:
 * `<script nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} />`, or use ThemeScript.
 */
export const themeScript = `try{var t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;

/** The remembered choice; "system" when there is none, or no storage. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

/** Applies and remembers a choice. Storage may be refused: then it lasts as long as the page. */
export function writeTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Private browsing: nothing to remember it in.
  }
  window.dispatchEvent(new Event(THEME_KEY));
}
