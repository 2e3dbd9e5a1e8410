import { createElement, type ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Me } from "@rollcall/accounts";
import { expect, test } from "vitest";
import { ViewerProvider } from "../../shell/viewer-context";
import { ImportLink } from "./import-link";

/** As somebody with these rights sees it; the rest of who it is decides nothing here. */
function seen(permissions: Me["permissions"], props: ComponentProps<typeof ImportLink>): string {
  const viewer = { permissions } as Me;
  const link = createElement(ImportLink, props);
  return renderToStaticMarkup(createElement(ViewerProvider, { viewer, children: link }));
}

// Help desk and Gateway see what an import set, and were linked to a page that refuses them.
test("who may not read imports gets the words without a link", () => {
  expect(seen(["console.read"], { importId: "7" })).toBe("IMP-0007");
  expect(seen(["console.read"], { importId: "7", children: "hr.csv, line 2" })).toBe("hr.csv, line 2");
});

test("who may gets a link to the part that is meant", () => {
  const link = seen(["console.read", "imports.read"], { importId: "7", part: "/record?tab=rows" });
  expect(link).toContain('href="/imports/7/record?tab=rows"');
  expect(link).toContain(">IMP-0007<");
});
