// The sheet of states, after mockup 11.
import {
  Ban,
  CircleCheck,
  CircleSlash,
  Equal,
  FileUp,
  Lock,
  MailOpen,
  Pencil,
  Plus,
  SkipForward,
  TriangleAlert,
} from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";

import {
  AddChip,
  Avatar,
  Badge,
  Button,
  Callout,
  Checkbox,
  Chip,
  ChipList,
  CopyButton,
  DiffValue,
  EmptyState,
  ErrorState,
  Field,
  IconButton,
  Input,
  Kbd,
  NotFound,
  NothingFound,
  Progress,
  RadioGroup,
  SegmentedControl,
  Select,
  SkeletonRows,
  StatTileGroup,
  Stepper,
  Switch,
  TabLinks,
  ThemeToggle,
} from "../src/index";
import { Tabs } from "../src/tabs";

function Box({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-lg border border-border bg-background p-5">
      <h2 className="mb-3 text-xs text-foreground-3">{title}</h2>
      {children}
    </section>
  );
}

export function StatesScene() {
  const [segment, setSegment] = useState<"keep" | "clear" | "problem">("keep");
  const [tiles, setTiles] = useState<string[]>(["updated"]);
  const [plan, setPlan] = useState("staff");
  return (
    <main className="grid gap-5 p-6 lg:grid-cols-[1.45fr_1fr]">
      <h1 className="sr-only">Components</h1>
      <div className="flex min-w-0 flex-col gap-5">
        <Box title="Buttons">
          <div className="flex flex-col gap-3">
            {(["primary", "secondary", "ghost", "danger", "link"] as const).map((variant) => (
              <div key={variant} className="flex flex-wrap items-center gap-2">
                <Button variant={variant}>Create</Button>
                <Button variant={variant} icon={<Plus />}>
                  Create
                </Button>
                <Button variant={variant} loading>
                  Creating
                </Button>
                <Button variant={variant} disabled>
                  Create
                </Button>
                <Button variant={variant} kbd={["⌘", "↵"]}>
                  Create 61
                </Button>
                <Button variant={variant} size="sm">
                  Fix all 38
                </Button>
                <Button variant={variant} render={<a href="#states" />}>
                  A link
                </Button>
              </div>
            ))}
            <div className="flex flex-wrap items-center gap-2">
              <IconButton label="Add" icon={<Plus />} />
              <IconButton label="Add" icon={<Plus />} variant="secondary" size="sm" />
              <IconButton label="Add" icon={<Plus />} variant="primary" />
              <CopyButton text="hello" />
              <Button size="touch" variant="primary">
                Sign in
              </Button>
              <Button size="lg">Finish</Button>
            </div>
          </div>
        </Box>
        <Box title="Fields">
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            <Field label="Department" description="At rest">
              <Input placeholder="Find or create" />
            </Field>
            <Field label="Works at" optional description="Shown on the badge">
              <Input defaultValue="Custo" />
            </Field>
            <Field label="Primary address" error="Take out the space">
              <Input defaultValue="ewa s@moorlogistics.eu" />
            </Field>
            <Field label="Plan" disabled description="Set by the directory">
              <Select options={[{ value: "staff", label: "Terminal staff" }]} value="staff" />
            </Field>
          </div>
          <div className="mt-4 flex flex-wrap items-center gap-4">
            <Checkbox aria-label="off" />
            <Checkbox aria-label="on" defaultChecked />
            <Checkbox aria-label="some" indeterminate />
            <Checkbox label="Stay signed in" defaultChecked />
            <Checkbox label="Not now" disabled />
            <Switch aria-label="off" />
            <Switch aria-label="on" defaultChecked />
            <Switch aria-label="not now" disabled />
            <SegmentedControl
              label="Empty cells"
              value={segment}
              onValueChange={setSegment}
              options={[
                { value: "keep", label: "Keep" },
                { value: "clear", label: "Clear" },
                { value: "problem", label: "Problem" },
              ]}
            />
            <ThemeToggle />
            <Select
              aria-label="Plan"
              compact
              value={plan}
              onValueChange={setPlan}
              options={[
                { value: "staff", label: "Terminal staff" },
                { value: "office", label: "Office", description: "Mail, calendar, two devices" },
                { group: "Old", options: [{ value: "basic", label: "Basic", disabled: true }] },
              ]}
            />
          </div>
          <div className="mt-5 grid gap-4 sm:grid-cols-2">
            <RadioGroup
              label="Accounts that exist"
              defaultValue="update"
              options={[
                { value: "update", label: "Update them", description: "Only values the file gives" },
                { value: "skip", label: "Leave them alone" },
                { value: "stop", label: "Stop", disabled: true },
              ]}
            />
            <RadioGroup
              label="Boxed"
              boxed
              defaultValue="b"
              options={[
                { value: "a", label: "Send a link" },
                { value: "b", label: "Set a password", description: "They change it at the first sign-in" },
              ]}
            />
          </div>
        </Box>
        <Box title="Tiles that filter">
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
                caption: "With the role User",
              },
              {
                id: "updated",
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
              { id: "skipped", icon: <SkipForward />, label: "Skipped", value: 15, caption: "Left alone" },
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
        </Box>
        <Box title="Outcomes and states: a word and a mark, never colour alone">
          <div className="flex flex-wrap gap-2">
            <Badge tone="success" icon={<Plus />}>
              New
            </Badge>
            <Badge tone="info" icon={<Pencil />}>
              Update
            </Badge>
            <Badge icon={<Equal />}>Unchanged</Badge>
            <Badge icon={<SkipForward />}>Skipped</Badge>
            <Badge tone="warning" icon={<TriangleAlert />}>
              Needs attention
            </Badge>
            <Badge tone="danger" icon={<Ban />}>
              Stopped
            </Badge>
            <Badge tone="success" variant="mark" icon={<CircleCheck />}>
              Active
            </Badge>
            <Badge variant="plain" icon={<MailOpen />}>
              Invited
            </Badge>
            <Badge tone="warning" variant="plain" icon={<Lock />}>
              Locked
            </Badge>
            <Badge variant="plain" icon={<CircleSlash />}>
              Disabled
            </Badge>
          </div>
          <div className="mt-3 flex flex-wrap items-center gap-2">
            <Chip>Staff</Chip>
            <Chip tone="info">+ Forklift</Chip>
            <Chip size="md" onRemove={() => undefined}>
              Night shift
            </Chip>
            <ChipList names={["Staff", "Drivers", "Yard"]} />
            <AddChip icon={<Plus />}>Group</AddChip>
            <AddChip icon={<Plus />} kbd={<Kbd keys="F" />}>
              Filter
            </AddChip>
            <Avatar name="Adaeze Nwosu" />
            <Avatar name="Katarzyna Nowak-Lis" size="lg" />
            <Kbd keys={["⌘", "K"]} />
          </div>
        </Box>
        <Box title="First paint: skeleton rows keep the height of what comes">
          <SkeletonRows rows={3} avatar />
        </Box>
        <Box title="Steps, tabs, progress">
          <Stepper
            label="Steps"
            current={2}
            steps={[
              { label: "Choose", link: <a href="#states" /> },
              { label: "Match" },
              { label: "Review" },
              { label: "Create" },
            ]}
          />
          <TabLinks
            className="mt-4"
            label="Parts"
            tabs={[
              { label: "Profile", active: true, link: <a href="#states" /> },
              { label: "Devices", count: 2, active: false, link: <a href="#states" /> },
              { label: "Mail", count: 4, active: false, link: <a href="#states" /> },
            ]}
          />
          <Tabs
            className="mt-4"
            label="Parts here"
            items={[
              { value: "a", label: "By cause", content: "Six causes." },
              { value: "b", label: "By row", count: 61, content: "Sixty-one rows." },
            ]}
          />
          <div className="mt-4 grid gap-4 sm:grid-cols-3">
            <Progress value={0.66} label="Working" caption="3,190 of 4,806" hint="4 s left" />
            <Progress value={null} label="Working" caption="Waiting" />
            <Progress value={0.62} label="Sent" tone="success" size="md" />
          </div>
          <div className="mt-4">
            <DiffValue label="Full name" before="Katarzyna Nowak" after="Katarzyna Nowak-Lis" />
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
              note="Ignored. An existing password is never changed."
            />
          </div>
        </Box>
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <Box title="Callouts">
          <div className="flex flex-col gap-2">
            <Callout>Nobody sees a change until the last account is in.</Callout>
            <Callout tone="info" title="A newer file is there">
              It was uploaded at 14:06.
            </Callout>
            <Callout tone="success">Saved.</Callout>
            <Callout
              tone="warning"
              title="27 directory accounts became manual"
              action={<Button size="sm">Sync now</Button>}
            >
              moorlogistics.eu turns mail to them away until you sync
            </Callout>
            <Callout tone="danger" live>
              drayline.example takes no mail. 9 mails wait.
            </Callout>
          </div>
        </Box>
        <Box title="Empty, and nothing found">
          <EmptyState
            title="Nobody is waiting"
            description="Everyone you invited has enrolled. Invite more people from an import, or one at a time."
            actions={
              <>
                <Button variant="primary" icon={<FileUp />}>
                  Import people
                </Button>
                <Button>Find a user</Button>
              </>
            }
          />
          <NothingFound action={<Button size="sm">Clear filters</Button>}>
            No user matches <strong>“thabbo”</strong> in Fleet.{" "}
            <Button variant="link">Search for “thabo”</Button>
          </NothingFound>
        </Box>
        <Box title="Broken, and not there">
          <ErrorState
            title="The list could not be read"
            description="The server did not answer. Nothing was changed."
            reference="r-7f3a-92c1"
            actions={<Button>Try again</Button>}
          />
          <NotFound actions={<Button>Go to the overview</Button>} />
        </Box>
      </div>
    </main>
  );
}
