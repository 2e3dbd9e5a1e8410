// Components on the server: they must not touch the browser, and the first paint must already be wired and named.
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { BarList, ChartFrame, AreaChart } from "./charts";
import { CommandMenu } from "./command-menu";
import { DataGrid, GridLink } from "./data-grid";
import * as ui from "./index";

const html = (node: ReactNode) =>
  renderToStaticMarkup(<ui.LocaleProvider locale="en-GB">{node}</ui.LocaleProvider>);

describe("fields", () => {
  it("wires label, help and error to the control", () => {
    const text = html(
      <ui.Field label="Name" description="As in mails" error="Give a name" required>
        <ui.Input />
      </ui.Field>,
    );
    const id = /for="([^"]+)"/.exec(text)![1]!;
    expect(text).toContain(`<input id="${id}" required="" aria-describedby="`);
    expect(text).toContain('aria-invalid="true"');
    const [help, error] = /aria-describedby="([^"]+)"/.exec(text)![1]!.split(" ");
    expect(text).toContain(`id="${help!}"`);
    expect(text).toContain(`id="${error!}"`);
  });
  it("says nothing of help and error where there are none", () => {
    expect(
      html(
        <ui.Field label="Name">
          <ui.Input />
        </ui.Field>,
      ),
    ).not.toContain("aria-describedby");
  });
  it("posts a select's value before its list is loaded", () => {
    const text = html(
      <ui.Select
        aria-label="Plan"
        name="plan"
        defaultValue="b"
        options={[
          { value: "a", label: "A" },
          { value: "b", label: "Bee" },
        ]}
      />,
    );
    expect(text).toContain('<input type="hidden" name="plan" value="b"/>');
    expect(text).toContain('role="combobox"');
    expect(text).toContain("Bee");
  });
});

describe("buttons", () => {
  it("is a button that does not submit, unless told to", () => {
    expect(html(<ui.Button>Go</ui.Button>)).toContain('<button type="button"');
    expect(html(<ui.Button type="submit">Go</ui.Button>)).toContain('type="submit"');
  });
  it("is drawn as the link it is given", () => {
    const text = html(
      <ui.Button variant="primary" render={<a href="/x" className="mine" />}>
        Go
      </ui.Button>,
    );
    expect(text).toMatch(/^<a href="\/x" class="[^"]*bg-accent[^"]* mine">Go<\/a>$/);
  });
  it("keeps its place while busy, and says so", () => {
    const text = html(<ui.Button loading>Saving</ui.Button>);
    expect(text).toContain('aria-busy="true"');
    expect(text).toContain('aria-disabled="true"');
  });
  it("names an icon button", () => {
    expect(html(<ui.IconButton label="Add" icon={<svg />} />)).toContain('aria-label="Add"');
  });
});

describe("what opens", () => {
  it("is not there until it is opened, only its trigger is", () => {
    expect(
      html(
        <ui.Dialog open={false} onOpenChange={() => undefined} title="T">
          x
        </ui.Dialog>,
      ),
    ).toBe("");
    expect(
      html(
        <CommandMenu
          open={false}
          onOpenChange={() => undefined}
          groups={[]}
          query=""
          onQueryChange={() => undefined}
        />,
      ),
    ).toBe("");
    const menu = html(
      <ui.Menu trigger={<ui.Button>More</ui.Button>}>
        <ui.MenuItem>Hidden</ui.MenuItem>
      </ui.Menu>,
    );
    expect(menu).toContain('aria-haspopup="menu"');
    expect(menu).toContain('aria-expanded="false"');
    expect(menu).not.toContain("Hidden");
  });
});

describe("lists", () => {
  it("draws the first rows of a grid, with their numbers among all", () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({ id: `${index}`, name: `Row ${index}` }));
    const text = html(
      <DataGrid
        label="Rows"
        rows={rows}
        rowKey={(row) => row.id}
        totalCount={2318}
        columns={[
          {
            id: "name",
            header: "Name",
            width: 100,
            cell: (row) => <GridLink render={<a href="/r" />}>{row.name}</GridLink>,
          },
        ]}
      />,
    );
    expect(text).toContain('aria-rowcount="2319"');
    expect(text).toContain('aria-rowindex="2"');
    expect(text).toContain("Row 0");
    expect(text).not.toContain("Row 400");
  });
  it("shows skeleton rows while nothing is there yet", () => {
    const text = html(
      <DataGrid label="Rows" rows={[]} rowKey={() => ""} loading columns={[]} empty="Nothing" />,
    );
    expect(text).toContain('role="status"');
    expect(text).not.toContain("Nothing");
  });
});

describe("steps and figures", () => {
  it("marks done steps and the current one", () => {
    const text = html(
      <ui.Stepper
        label="Steps"
        current={1}
        steps={[
          { label: "One", link: <a href="/1" /> },
          { label: "Two" },
          { label: "Three", link: <a href="/3" /> },
        ]}
      />,
    );
    expect(text).toContain('<a href="/1"');
    expect(text).not.toContain('href="/3"');
    expect(text.match(/aria-current="step"/g)).toHaveLength(1);
  });
  it("groups figures in the reader's locale", () => {
    expect(html(<ui.Stat label="All" value={13904} />)).toContain("13,904");
    expect(html(<BarList label="By kind" items={[{ key: "a", label: "A", value: 4902 }]} />)).toContain(
      "4,902",
    );
  });
  it("keeps a chart's place and gives its table, without the library", () => {
    const text = html(
      <ChartFrame title="Growth" table={{ columns: ["Week", "All"], rows: [] }}>
        <AreaChart
          label="Growth"
          points={[{ x: "a", values: { all: 1 } }]}
          series={[{ key: "all", label: "All", color: "chart-1" }]}
          height={200}
        />
      </ChartFrame>,
    );
    expect(text).toContain("height:200px");
    expect(text).toContain('aria-label="Show as table"');
    expect(text).not.toContain("recharts");
  });
});

describe("the theme's script", () => {
  it("carries the nonce and touches nothing but data-theme", () => {
    const text = html(<ui.ThemeScript nonce="n1" />);
    expect(text).toContain('nonce="n1"');
    expect(text).toContain("document.documentElement.dataset.theme");
  });
});
