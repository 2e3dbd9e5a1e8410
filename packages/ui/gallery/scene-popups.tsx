// Everything that opens: for the script that presses keys (gallery/keys.mjs), and to look at.
import { Ellipsis, FileUp, KeyRound, Trash2, TriangleAlert, Users } from "lucide-react";
import { useState } from "react";

import { CommandMenu, useCommandKey } from "../src/command-menu";
import {
  AlertDialog,
  Avatar,
  Button,
  Combobox,
  Dialog,
  Drawer,
  Field,
  IconButton,
  Input,
  Menu,
  MenuCheckboxItem,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  Popover,
  Select,
  Submenu,
  useToast,
} from "../src/index";
import type { ComboboxItem } from "../src/index";

const DEPARTMENTS: ComboboxItem[] = ["Customs", "Finance", "Fleet", "IT", "Operations", "Yard"].map(
  (label) => ({
    value: label.toLowerCase(),
    label,
  }),
);

export function PopupsScene() {
  const [dialog, setDialog] = useState(false);
  const [alert, setAlert] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const [plan, setPlan] = useState<"a" | "b" | "c">("a");
  const [one, setOne] = useState<ComboboxItem | null>(null);
  const [many, setMany] = useState<ComboboxItem[]>(DEPARTMENTS.slice(0, 2));
  const [shown, setShown] = useState(true);
  const [sort, setSort] = useState("name");
  const [last, setLast] = useState("nothing");
  const toast = useToast();
  const [command, setCommand] = useState(false);
  const [query, setQuery] = useState("");
  useCommandKey(() => setCommand((was) => !was));
  return (
    <main className="flex flex-col items-start gap-4 p-8">
      <h1 className="text-lg font-semibold">What opens</h1>
      <p data-last>{last}</p>
      <Menu trigger={<Button>Menu</Button>}>
        <MenuItem kbd="R" onSelect={() => setLast("rename")}>
          Rename
        </MenuItem>
        <MenuItem onSelect={() => setLast("duplicate")}>Duplicate</MenuItem>
        <MenuItem render={<a href="#popups-link" />}>A link</MenuItem>
        <MenuSeparator />
        <MenuCheckboxItem checked={shown} onCheckedChange={setShown}>
          Show disabled
        </MenuCheckboxItem>
        <MenuRadioGroup
          label="Sort by"
          value={sort}
          onValueChange={setSort}
          options={[
            { value: "name", label: "Name" },
            { value: "seen", label: "Last seen" },
          ]}
        />
        <Submenu label="Move to">
          <MenuItem onSelect={() => setLast("yard")}>Yard</MenuItem>
        </Submenu>
        <MenuSeparator />
        <MenuItem tone="danger" icon={<Trash2 />} onSelect={() => setAlert(true)}>
          Delete
        </MenuItem>
      </Menu>
      <Field label="Plan" className="w-60">
        <Select
          value={plan}
          onValueChange={setPlan}
          options={[
            { value: "a", label: "Terminal staff" },
            { value: "b", label: "Office", description: "Mail, calendar and two devices" },
            { value: "c", label: "Contractor" },
          ]}
        />
      </Field>
      <Field label="Department" className="w-60">
        <Combobox
          items={DEPARTMENTS}
          value={one}
          onValueChange={setOne}
          placeholder="Find or create"
          onCreate={(text) => setLast(`create ${text}`)}
        />
      </Field>
      <Field label="Departments" className="w-80">
        <Combobox multiple items={DEPARTMENTS} value={many} onValueChange={setMany} placeholder="Add" />
      </Field>
      <Popover label="Filter by date" trigger={<Button>Popover</Button>} width={280}>
        {(close) => (
          <div className="flex flex-col gap-3">
            <Field label="From">
              <Input placeholder="2026-01-01" />
            </Field>
            <Button variant="primary" onClick={close}>
              Apply
            </Button>
          </div>
        )}
      </Popover>
      <IconButton label="More" icon={<Ellipsis />} kbd="M" variant="secondary" />
      <Button onClick={() => setCommand(true)}>Command menu</Button>
      <CommandMenu
        open={command}
        onOpenChange={setCommand}
        query={query}
        onQueryChange={setQuery}
        groups={[
          {
            label: "People",
            remote: true,
            items:
              query === ""
                ? []
                : [
                    {
                      id: "kl",
                      label: "Katarzyna Nowak-Lis",
                      detail: "k.nowak@haldenmoor.com",
                      icon: <Avatar name="Katarzyna Lis" size="xs" />,
                      onSelect: () => setLast("person"),
                    },
                    {
                      id: "jn",
                      label: "Jan Nowacki",
                      detail: "jan.nowacki@moorlogistics.eu",
                      icon: <Avatar name="Jan Nowacki" size="xs" />,
                      onSelect: () => setLast("jan"),
                    },
                  ],
          },
          {
            label: "Do",
            items: [
              {
                id: "reset",
                label: "Reset password of",
                detail: "Katarzyna Nowak-Lis",
                icon: <KeyRound />,
                kbd: ["⌘", "P"],
                onSelect: () => setLast("reset"),
              },
              {
                id: "import",
                label: "Start an import",
                icon: <FileUp />,
                kbd: "I",
                keywords: ["csv", "nowa"],
                onSelect: () => setLast("import"),
              },
            ],
          },
          {
            label: "Go to",
            items: [
              {
                id: "users",
                label: "Users",
                icon: <Users />,
                kbd: ["G", "U"],
                onSelect: () => setLast("users"),
              },
              {
                id: "rows",
                label: "61 rows to correct",
                detail: "people-2026-11.csv",
                icon: <TriangleAlert />,
                kbd: ["G", "R"],
                onSelect: () => setLast("rows"),
              },
            ],
          },
        ]}
      />
      <Button onClick={() => setDialog(true)}>Dialog</Button>
      <Button onClick={() => setAlert(true)}>Alert</Button>
      <Button onClick={() => setDrawer(true)}>Drawer</Button>
      <Button
        onClick={() =>
          toast.show({
            id: "t",
            tone: "success",
            title: (
              <>
                <strong>12,361</strong> accounts created from people-2026-11.csv
              </>
            ),
            actions: [
              { label: "Open", onClick: () => setLast("open") },
              { label: "Undo", kbd: ["⌘", "Z"], onClick: () => setLast("undo") },
            ],
          })
        }
      >
        Toast
      </Button>
      <Button
        onClick={() => toast.show({ tone: "danger", title: "drayline.example takes no mail. 9 mails wait." })}
      >
        Bad toast
      </Button>
      <Button
        onClick={() =>
          toast.show({
            id: "work",
            title: "workforce-q4.xlsx",
            progress: { value: 0.66, label: "3,190 of 4,806 rows", hint: "4 s left" },
            actions: [{ label: "Open", onClick: () => undefined }],
          })
        }
      >
        Progress toast
      </Button>
      <Dialog
        open={dialog}
        onOpenChange={setDialog}
        title="Add a department"
        description="People can be moved to it at once."
        onSubmit={() => setDialog(false)}
        footnote="Nothing is sent"
        footer={
          <>
            <Button onClick={() => setDialog(false)}>Cancel</Button>
            <Button variant="primary" type="submit">
              Add department
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Field label="Name">
            <Input />
          </Field>
          <Field label="Plan">
            <Select
              defaultValue="a"
              options={[
                { value: "a", label: "Terminal staff" },
                { value: "b", label: "Office" },
              ]}
            />
          </Field>
        </div>
      </Dialog>
      <AlertDialog
        open={alert}
        onOpenChange={setAlert}
        title="Delete 4 users?"
        hint="You can bring them back until 22 December."
        confirmLabel="Delete 4 users"
        cancelLabel="Keep them"
        onConfirm={() => setLast("deleted")}
      >
        Anders Holm, Desmond Okafor, Ewa Szymańska and Maren Østby lose their accounts. 3 devices are removed
        and 4 pending mails are not sent.
      </AlertDialog>
      <Drawer
        open={drawer}
        onOpenChange={setDrawer}
        title="Rows that need attention"
        footer={<Button onClick={() => setDrawer(false)}>Done</Button>}
      >
        Content
      </Drawer>
    </main>
  );
}
