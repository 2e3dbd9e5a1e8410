// Rows with problems, after mockup 05.
import {
  Columns3,
  Download,
  Equal,
  Pencil,
  Plus,
  SkipForward,
  TextSearch,
  TriangleAlert,
  WandSparkles,
  X,
} from "lucide-react";
import { useState } from "react";

import { CompactRow, DataGrid } from "../src/data-grid";
import type { GridColumn } from "../src/data-grid";
import {
  AnchoredPopover,
  Aside,
  AsideSection,
  Badge,
  BottomBar,
  Breadcrumbs,
  Button,
  CellProblem,
  CountItem,
  Chip,
  DiffList,
  DiffValue,
  FactItem,
  IconButton,
  Input,
  Kbd,
  PageHeader,
  Panel,
  PanelBody,
  PopoverChoice,
  SearchInput,
  StatTileGroup,
  Stepper,
  Toolbar,
} from "../src/index";
import { Frame } from "./frame";

interface Line {
  id: string;
  line: number;
  outcome: "new" | "update" | "same" | "skipped" | "attention";
  email: string;
  name: string;
  yes: string;
}

const ROWS: Line[] = Array.from({ length: 400 }, (_, index) => ({
  id: `r${index}`,
  line: 4374 + index,
  outcome:
    (["new", "new", "same", "update", "attention", "attention", "skipped"] as const)[index % 7] ?? "new",
  email: index % 7 === 4 ? "anders. holm@haldenmoor.com" : `person${index}@haldenmoor.com`,
  name: ["Maren Østby", "Desmond Okafor", "Priya Raghunathan"][index % 3] ?? "",
  yes: index % 7 === 5 ? "Y" : "Yes",
}));

function Outcome({ row }: { row: Line }) {
  switch (row.outcome) {
    case "new":
      return (
        <Badge variant="plain" tone="success" icon={<Plus />}>
          New
        </Badge>
      );
    case "update":
      return (
        <Badge variant="plain" tone="info" icon={<Pencil />}>
          Update
        </Badge>
      );
    case "same":
      return (
        <Badge variant="plain" icon={<Equal />}>
          Unchanged
        </Badge>
      );
    case "skipped":
      return (
        <Badge variant="plain" icon={<SkipForward />}>
          Skipped
        </Badge>
      );
    case "attention":
      return (
        <Badge variant="plain" tone="warning" icon={<TriangleAlert />}>
          Needs attention
        </Badge>
      );
  }
}

export function ReviewScene() {
  const [tiles, setTiles] = useState<string[]>([]);
  const [expanded, setExpanded] = useState<Set<string>>(new Set(["r3"]));
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState(true);
  const columns: GridColumn<Line>[] = [
    {
      id: "line",
      header: "Row",
      width: 48,
      align: "end",
      cell: (row) => <span className="text-foreground-3">{row.line.toLocaleString("en-GB")}</span>,
    },
    { id: "outcome", header: "Outcome", width: 140, cell: (row) => <Outcome row={row} /> },
    {
      id: "email",
      header: "Email",
      width: "minmax(220px,1.5fr)",
      overflow: "visible",
      cell: (row) =>
        row.email.includes(" ") ? (
          <CellProblem problem="Space inside the address" mark={[7, 8]} onOpen={() => undefined}>
            {row.email}
          </CellProblem>
        ) : (
          <span className="truncate">{row.email}</span>
        ),
    },
    { id: "name", header: "Full name", width: "minmax(140px,1fr)", cell: (row) => row.name },
    { id: "groups", header: "Groups", width: 90, cell: () => <Chip>Staff</Chip> },
    {
      id: "yes",
      header: "Send email",
      width: 96,
      overflow: "visible",
      cell: (row) =>
        row.id === "r5" ? (
          <span ref={setAnchor} className="w-full">
            <Input aria-label="Send email, row 4,379" defaultValue="Y" size="sm" />
          </span>
        ) : row.yes === "Y" ? (
          <CellProblem problem="“Y” is not Yes or No" onOpen={() => undefined}>
            Y
          </CellProblem>
        ) : (
          row.yes
        ),
    },
    {
      id: "why",
      header: "Why",
      width: "minmax(120px,0.9fr)",
      cell: (row) => (
        <span className="text-foreground-3">
          {row.outcome === "attention" ? "Space inside the address" : "Welcome mail"}
        </span>
      ),
    },
  ];
  return (
    <Frame active="Imports" rail>
      <Panel>
        <PageHeader
          breadcrumbs={
            <Breadcrumbs
              crumbs={[{ label: "Imports", link: <a href="#list" /> }, { label: "people-2026-11.csv" }]}
            />
          }
          center={
            <Stepper
              label="Import"
              current={2}
              steps={[{ label: "Choose" }, { label: "Match" }, { label: "Review" }, { label: "Create" }]}
            />
          }
          actions={
            <>
              <Button variant="ghost" icon={<Download />} className="max-md:hidden">
                Download 61 rows
              </Button>
              <IconButton label="Close" icon={<X />} />
            </>
          }
        />
        <PanelBody
          scroll={false}
          aside={
            <Aside
              label="Before you create"
              narrow="hidden"
              footer={
                <>
                  <Button variant="primary" size="lg" wide kbd={["⌘", "↵"]}>
                    Create 12,361 accounts
                  </Button>
                  <p className="mt-2.5 text-center text-xs text-foreground-3">
                    And update 612. The other 61 rows wait here.
                  </p>
                </>
              }
            >
              <AsideSection title="Fix first" meta="61 rows · 6 causes" flush>
                <CountItem
                  count={38}
                  title="Send email must be Yes or No"
                  detail={<code className="font-mono">Y → Yes</code>}
                  action={<Button size="sm">Fix all 38</Button>}
                />
                <CountItem
                  count={11}
                  title="Space inside the address"
                  detail="Take the spaces out"
                  action={<Button size="sm">Fix all 11</Button>}
                />
                <CountItem
                  count={3}
                  done
                  title="Same address twice"
                  detail="3 rows fixed"
                  action={
                    <Button size="sm" variant="ghost">
                      Undo
                    </Button>
                  }
                />
              </AsideSection>
              <AsideSection title="What else will happen">
                <FactItem
                  icon={<Plus />}
                  title={
                    <>
                      <strong>3</strong> groups created
                    </>
                  }
                  detail="Forklift, Night shift, Terminal 4"
                />
                <FactItem
                  icon={<TriangleAlert />}
                  tone="warning"
                  title={
                    <>
                      <strong>27</strong> directory accounts become manual
                    </>
                  }
                  detail="Mail to them is rejected until you sync"
                />
              </AsideSection>
            </Aside>
          }
        >
          <div className="px-4 pt-4">
            <StatTileGroup
              label="Outcome"
              selected={tiles}
              onSelectedChange={setTiles}
              tiles={[
                {
                  id: "new",
                  icon: <Plus />,
                  tone: "success",
                  label: "New",
                  value: 12361,
                  caption: "Accounts with the role User",
                },
                {
                  id: "update",
                  icon: <Pencil />,
                  tone: "info",
                  label: "Update",
                  value: 612,
                  caption: "1,004 values change",
                },
                {
                  id: "same",
                  icon: <Equal />,
                  label: "Unchanged",
                  value: 147,
                  caption: "Already as in the file",
                },
                {
                  id: "skipped",
                  icon: <SkipForward />,
                  label: "Skipped",
                  value: 15,
                  caption: "Administrators, left alone",
                },
                {
                  id: "attention",
                  icon: <TriangleAlert />,
                  tone: "warning",
                  label: "Needs attention",
                  value: 61,
                  caption: "6 causes · 55 fixed in a click",
                },
              ]}
            />
          </div>
          <Toolbar
            className="pt-3 !px-4"
            end={
              <span className="flex max-md:hidden">
                <Button variant="ghost" icon={<TextSearch />}>
                  Find and replace
                </Button>
                <Button variant="ghost" icon={<Columns3 />}>
                  Columns
                </Button>
              </span>
            }
          >
            <SearchInput
              label="Search rows"
              placeholder="Search 13,196 rows"
              slash
              value=""
              onValueChange={() => undefined}
              className="w-62"
            />
          </Toolbar>
          <div className="relative flex min-h-0 flex-1 border-t border-border">
            <DataGrid
              label="Rows"
              columns={columns}
              rows={ROWS}
              rowKey={(row) => row.id}
              totalCount={13196}
              inset={16}
              expanded={expanded}
              onExpandedChange={setExpanded}
              canExpand={(row) => row.outcome === "update"}
              renderDetail={() => (
                <DiffList tone="info">
                  <DiffValue label="Full name" before="Katarzyna Nowak" after="Katarzyna Nowak-Lis" />
                  <DiffValue label="Department" before="Warehouse" after="Operations" />
                  <DiffValue
                    label="Groups"
                    before={<Chip>Staff</Chip>}
                    after={
                      <>
                        <Chip>Staff</Chip>
                        <Chip tone="info">+ Forklift</Chip>
                      </>
                    }
                  />
                  <DiffValue
                    label="Password"
                    before="In the file"
                    after=""
                    note="Ignored. An existing password is never changed by an import."
                  />
                </DiffList>
              )}
              marks={ROWS.flatMap((row, index) =>
                row.outcome === "attention" ? [{ at: index / ROWS.length, tone: "warning" as const }] : [],
              ).slice(0, 24)}
              renderCompact={(row) => (
                <CompactRow
                  title={row.name}
                  detail={row.email}
                  end={<Outcome row={row} />}
                  endDetail={`row ${row.line}`}
                />
              )}
            />
          </div>
          <AnchoredPopover
            label="Fix this cell"
            anchor={anchor}
            open={open}
            onOpenChange={setOpen}
            takeFocus={false}
            flush
            width={318}
            align="start"
          >
            <div className="flex gap-2.5 px-4 pt-3 pb-2">
              <TriangleAlert className="mt-0.5 text-warning" />
              <div>
                <p className="font-medium">“Y” is not Yes or No</p>
                <p className="text-xs text-foreground-3">Send email · row 4,379 · Thabo Nkosi</p>
              </div>
            </div>
            <div className="p-1.5 pt-0">
              <PopoverChoice icon={<WandSparkles />} kbd="↵" active>
                Change to <strong>Yes</strong>
              </PopoverChoice>
              <PopoverChoice icon={<X />} kbd={["⇧", "↵"]}>
                Change in all <strong>38</strong> rows with “Y”
              </PopoverChoice>
            </div>
          </AnchoredPopover>
        </PanelBody>
        <BottomBar slim note="Hosted users · UTF-8 · creates and updates · lenient">
          <span className="flex items-center gap-1.5">
            <Kbd keys={["↑", "↓"]} /> rows
          </span>
          <span className="flex items-center gap-1.5">
            <Kbd keys="↵" /> edit
          </span>
        </BottomBar>
      </Panel>
    </Frame>
  );
}
