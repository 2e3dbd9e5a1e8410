import { expect, test } from "vitest";
import { noResults, type Results } from "./figure";
import { describeResults } from "./table";

const results: Results = {
  figures: [
    { name: "raw SQL", rows: 100_000, seconds: 4 },
    {
      name: "import",
      rows: 100_000,
      seconds: 8.5,
      ratio: { times: 2.125, of: "raw SQL" },
      memory: { web: 210, worker: 120 },
    },
    { name: "plan", part: true, rows: 100_000, seconds: 1.25 },
  ],
  pages: [{ name: "users: first page", asked: 60, p50: 4.26, p95: 12.7 }],
  checks: [{ name: "nothing half-done", holds: false, seen: "1 account" }],
};

test("as Markdown", () => {
  expect(describeResults(results, "markdown")).toMatchInlineSnapshot(`
    "|  | rows | seconds | rows a second | times the limit | peak memory |
    | --- | ---: | ---: | ---: | ---: | ---: |
    | raw SQL | 100,000 | 4.00 | 25,000 |  |  |
    | import | 100,000 | 8.50 | 11,765 | 2.13 × raw SQL | web 210 MiB, worker 120 MiB |
    | – plan | 100,000 | 1.25 |  |  |  |

    |  | asked | half within | 95 % within |
    | --- | ---: | ---: | ---: |
    | users: first page | 60 | 4.3 ms | 13 ms |

    - DOES NOT HOLD: nothing half-done (1 account)"
  `);
});

test("aligned for a terminal", () => {
  expect(describeResults(results, "terminal")).toMatchInlineSnapshot(`
    "            rows  seconds  rows a second  times the limit                  peak memory
    raw SQL  100,000     4.00         25,000
    import   100,000     8.50         11,765   2.13 × raw SQL  web 210 MiB, worker 120 MiB
    – plan   100,000     1.25

                       asked  half within  95 % within
    users: first page     60       4.3 ms        13 ms

    DOES NOT HOLD: nothing half-done (1 account)"
  `);
});

test("nothing measured is nothing said", () => {
  expect(describeResults(noResults(), "terminal")).toBe("");
});
