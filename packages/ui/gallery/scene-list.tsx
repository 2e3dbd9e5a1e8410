// A long list, after mockups 02 and 12.
import {
  ArrowDownUp,
  CircleCheck,
  CircleSlash,
  Columns3,
  Download,
  Ellipsis,
  FileUp,
  FolderPlus,
  Lock,
  Mail,
  MailOpen,
  Plus,
  Trash2,
  UserCog,
} from "lucide-react";
import { useState } from "react";

import { CompactRow, DataGrid, GridLink } from "../src/data-grid";
import type { GridColumn, GridSort } from "../src/data-grid";
import {
  ActionBarButton,
  AddChip,
  Avatar,
  Badge,
  BottomBar,
  Button,
  ChipList,
  EmptyState,
  FilterChip,
  FilterPart,
  IconButton,
  Kbd,
  Menu,
  MenuItem,
  MenuSeparator,
  Num,
  PageHeader,
  Panel,
  PanelBody,
  SearchInput,
  StickyActionBar,
  Toolbar,
  ToolbarSeparator,
} from "../src/index";
import { Frame } from "./frame";

interface Person {
  id: string;
  name: string;
  email: string;
  department: string;
  groups: string[];
  role: string;
  state: "Active" | "Invited" | "Locked" | "Disabled";
  devices: number;
  seen: string;
}

const FIRST = [
  "Adaeze",
  "Agnieszka",
  "Anders",
  "Beatriz",
  "Callum",
  "Chidi",
  "Dagny",
  "Desmond",
  "Elif",
  "Ewa",
  "Farid",
  "Giulia",
];
const LAST = [
  "Nwosu",
  "Brzozowska",
  "Holm",
  "Carvalho",
  "Strachan",
  "Eze",
  "Lund",
  "Okafor",
  "Yıldız",
  "Szymańska",
  "Rahmani",
  "Santoro",
];
const DEPARTMENTS = ["Operations", "Customs", "Yard", "Fleet", "Finance", "IT"];
const STATES: Person["state"][] = ["Active", "Active", "Invited", "Active", "Locked", "Active", "Disabled"];

const PEOPLE: Person[] = Array.from({ length: 2318 }, (_, index) => {
  const name = `${FIRST[index % 12] ?? ""} ${LAST[(index * 7 + Math.floor(index / 12)) % 12] ?? ""}`;
  return {
    id: `p${index}`,
    name,
    email: `${name.toLowerCase().replace(" ", ".")}@haldenmoor.com`,
    department: DEPARTMENTS[index % 6] ?? "",
    groups:
      index % 3 === 0 ? ["Staff", "Drivers", "Yard"].slice(0, 1 + (index % 3)) : ["Staff", "Night shift"],
    role: index % 9 === 4 ? "Help desk" : "User",
    state: STATES[index % 7] ?? "Active",
    devices: index % 4,
    seen: index % 5 === 0 ? "Never" : `${(index % 50) + 1} min ago`,
  };
});

function State({ state }: { state: Person["state"] }) {
  if (state === "Active")
    return (
      <Badge variant="mark" tone="success" icon={<CircleCheck />}>
        Active
      </Badge>
    );
  if (state === "Locked")
    return (
      <Badge variant="plain" tone="warning" icon={<Lock />}>
        Locked
      </Badge>
    );
  if (state === "Invited")
    return (
      <Badge variant="plain" icon={<MailOpen />}>
        Invited
      </Badge>
    );
  return (
    <Badge variant="plain" icon={<CircleSlash />}>
      Disabled
    </Badge>
  );
}

const COLUMNS: GridColumn<Person>[] = [
  {
    id: "name",
    header: "Name",
    width: "minmax(200px,1.3fr)",
    sortable: true,
    cell: (row) => (
      <span className="flex items-center gap-3">
        <Avatar name={row.name} />
        <GridLink render={<a href="#person" />}>{row.name}</GridLink>
      </span>
    ),
  },
  {
    id: "email",
    header: "Email",
    width: "minmax(200px,1.6fr)",
    sortable: true,
    cell: (row) => <span className="text-foreground-2">{row.email}</span>,
  },
  {
    id: "department",
    header: "Department",
    width: "minmax(90px,0.7fr)",
    cell: (row) => <span className="text-foreground-2">{row.department}</span>,
  },
  {
    id: "groups",
    header: "Groups",
    width: "minmax(110px,1fr)",
    cell: (row) => <ChipList names={row.groups} />,
  },
  {
    id: "role",
    header: "Role",
    width: "80px",
    cell: (row) => (
      <span className={row.role === "User" ? "text-foreground-3" : "font-medium"}>{row.role}</span>
    ),
  },
  { id: "state", header: "Status", width: "96px", cell: (row) => <State state={row.state} /> },
  {
    id: "devices",
    header: "Devices",
    width: "64px",
    align: "end",
    cell: (row) => <Num value={row.devices} />,
  },
  {
    id: "seen",
    header: "Last seen",
    width: "88px",
    align: "end",
    sortable: true,
    cell: (row) => <span className="text-foreground-3">{row.seen}</span>,
  },
];

export function ListScene() {
  const [selection, setSelection] = useState<Set<string>>(new Set(["p2", "p7", "p9"]));
  const [all, setAll] = useState(false);
  const [sort, setSort] = useState<GridSort>({ column: "name", direction: "asc" });
  const [query, setQuery] = useState("");
  const [seen, setSeen] = useState({ first: 0, last: 23 });
  const rows = PEOPLE.filter((person) => person.name.toLowerCase().includes(query.toLowerCase()));
  const clear = () => {
    setSelection(new Set());
    setAll(false);
  };
  return (
    <Frame active="Users">
      <Panel>
        <PageHeader
          plain
          title="Users"
          meta="2,318 of 13,904"
          actions={
            <>
              <SearchInput
                label="Search users"
                placeholder="Name, address, code, attribute"
                slash
                value={query}
                onValueChange={setQuery}
                className="w-70 max-md:hidden"
              />
              <Button icon={<Plus />} className="max-md:hidden">
                Add user
              </Button>
              <Button variant="primary" icon={<FileUp />} className="max-md:hidden">
                Import people
              </Button>
              <IconButton label="Add user" icon={<Plus />} size="lg" className="-mr-2 md:hidden" />
            </>
          }
        />
        <div className="px-4 pb-3 md:hidden">
          <SearchInput
            label="Search users"
            size="lg"
            placeholder="Name, address, code"
            value={query}
            onValueChange={setQuery}
          />
        </div>
        <Toolbar
          end={
            <div className="flex items-center max-md:hidden">
              <Button variant="ghost" size="sm">
                Save view
              </Button>
              <ToolbarSeparator />
              <Menu
                trigger={
                  <Button variant="ghost" size="sm" icon={<ArrowDownUp />}>
                    Name
                  </Button>
                }
              >
                <MenuItem>Name</MenuItem>
                <MenuItem>Last seen</MenuItem>
              </Menu>
              <Button variant="ghost" size="sm" icon={<Columns3 />}>
                Columns
              </Button>
              <Button variant="ghost" size="sm" icon={<Download />}>
                Export
              </Button>
            </div>
          }
        >
          <FilterChip
            field="Created"
            verb={<FilterPart>in</FilterPart>}
            value={<FilterPart strong>2026</FilterPart>}
            removeLabel="Remove filter Created"
            onRemove={() => undefined}
          />
          <FilterChip
            field="Department"
            verb={
              <Menu trigger={<FilterPart>is not</FilterPart>}>
                <MenuItem>is</MenuItem>
                <MenuItem>is not</MenuItem>
              </Menu>
            }
            value={<FilterPart strong>Sales</FilterPart>}
            removeLabel="Remove filter Department"
            onRemove={() => undefined}
          />
          <AddChip icon={<Plus />} kbd={<Kbd keys="F" />}>
            Filter
          </AddChip>
        </Toolbar>
        <PanelBody scroll={false}>
          <div className="relative flex min-h-0 flex-1 border-t border-border">
            <DataGrid
              label="Users"
              columns={COLUMNS}
              rows={rows}
              rowKey={(row) => row.id}
              totalCount={rows.length}
              sort={sort}
              onSortChange={setSort}
              selection={selection}
              onSelectionChange={(next) => {
                setAll(false);
                setSelection(next);
              }}
              allSelected={all}
              selectLabel={(row) => `Select ${row.name}`}
              onVisibleChange={(first, last) => setSeen({ first, last })}
              rowActions={(row) => (
                <Menu
                  align="end"
                  trigger={
                    <IconButton
                      label={`Actions for ${row.name}`}
                      icon={<Ellipsis />}
                      variant="secondary"
                      size="sm"
                      tooltip={false}
                    />
                  }
                >
                  <MenuItem icon={<Mail />} kbd="E">
                    Resend welcome
                  </MenuItem>
                  <MenuItem icon={<UserCog />}>Change role</MenuItem>
                  <MenuSeparator />
                  <MenuItem icon={<Trash2 />} tone="danger">
                    Delete
                  </MenuItem>
                </Menu>
              )}
              renderCompact={(row, { selected }) => (
                <CompactRow
                  leading={<Avatar name={row.name} size="lg" />}
                  selected={selected}
                  title={<GridLink render={<a href="#person" />}>{row.name}</GridLink>}
                  detail={row.email}
                  end={<State state={row.state} />}
                  endDetail={row.seen}
                />
              )}
              empty={<EmptyState title="Nobody by that name" />}
            />
            <StickyActionBar
              open={selection.size > 0}
              summary={`${all ? rows.length : selection.size} selected`}
              allLabel={all ? undefined : `Select all ${rows.length.toLocaleString("en-GB")}`}
              onSelectAll={() => setAll(true)}
              onClear={clear}
            >
              <ActionBarButton icon={<Mail />}>Resend welcome</ActionBarButton>
              <ActionBarButton icon={<FolderPlus />}>Groups</ActionBarButton>
              <ActionBarButton icon={<CircleSlash />}>Disable</ActionBarButton>
              <ActionBarButton icon={<Trash2 />} tone="danger">
                Delete
              </ActionBarButton>
            </StickyActionBar>
          </div>
        </PanelBody>
        <BottomBar slim note={`${seen.first + 1}–${seen.last + 1} of ${rows.length.toLocaleString("en-GB")}`}>
          <KeyHint keys={["↑", "↓"]}>move</KeyHint>
          <KeyHint keys="X">select</KeyHint>
          <KeyHint keys={["⇧", "↓"]}>extend</KeyHint>
          <KeyHint keys="↵">open</KeyHint>
          <KeyHint keys={["⌘", "K"]}>everything else</KeyHint>
        </BottomBar>
      </Panel>
    </Frame>
  );
}

function KeyHint({ keys, children }: { keys: string | string[]; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <Kbd keys={keys} /> {children}
    </span>
  );
}
