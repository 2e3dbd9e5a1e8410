// One thing and all that is known of it, after mockup 07.
import {
  ChevronDown,
  ChevronUp,
  CircleCheck,
  CircleSlash,
  Ellipsis,
  FolderPlus,
  KeyRound,
  LogIn,
  Mail,
  Pencil,
  Plus,
  Smartphone,
  TriangleAlert,
} from "lucide-react";
import { useState } from "react";

import {
  AddChip,
  Aside,
  AsideSection,
  Avatar,
  Badge,
  Breadcrumbs,
  Button,
  Card,
  CardRow,
  Chip,
  CopyButton,
  DefinitionList,
  DefinitionRow,
  IconButton,
  InlineEdit,
  PageHeader,
  Panel,
  PanelBody,
  RelativeTime,
  Switch,
  TabLinks,
  Timeline,
} from "../src/index";
import { Frame } from "./frame";

export function PersonScene() {
  const [place, setPlace] = useState("Terminal 4, gate B");
  const [department, setDepartment] = useState("operations");
  return (
    <Frame active="Users">
      <Panel>
        <PageHeader
          breadcrumbs={
            <Breadcrumbs
              crumbs={[{ label: "Users", link: <a href="#list" /> }, { label: "Katarzyna Nowak-Lis" }]}
            />
          }
          actions={
            <>
              <span className="tabular text-foreground-3">16 of 2,318</span>
              <IconButton label="Previous" icon={<ChevronUp />} kbd="K" />
              <IconButton label="Next" icon={<ChevronDown />} kbd="J" />
            </>
          }
        />
        <PanelBody
          className="px-4 py-6 md:px-8"
          aside={
            <Aside label="Around">
              <AsideSection
                title="Devices"
                meta={
                  <Button variant="ghost" size="sm">
                    All
                  </Button>
                }
              >
                <Card flush>
                  <CardRow
                    icon={<Smartphone />}
                    title={<span className="font-medium">Kasia’s iPhone</span>}
                    description="iPhone 14 · 2 h ago"
                    end={
                      <Badge variant="plain" tone="success" icon={<CircleCheck />}>
                        In policy
                      </Badge>
                    }
                  />
                  <CardRow
                    icon={<Smartphone />}
                    title={<span className="font-medium">Gate B tablet</span>}
                    description="Galaxy Tab A9 · 19 Nov"
                    end={
                      <Badge variant="plain" tone="warning" icon={<TriangleAlert />}>
                        Update due
                      </Badge>
                    }
                  />
                </Card>
              </AsideSection>
              <AsideSection title="History">
                <Timeline
                  label="History"
                  items={[
                    {
                      key: "1",
                      icon: <Pencil />,
                      tone: "info",
                      title: "3 values changed by an import",
                      detail: "people-2026-11.csv, row 4,377",
                      time: "14:12",
                    },
                    {
                      key: "2",
                      icon: <LogIn />,
                      title: "Signed in",
                      detail: "Gate B tablet, Gdańsk",
                      time: <RelativeTime as="day" value="2026-11-19T10:00:00Z" />,
                    },
                    {
                      key: "3",
                      icon: <Mail />,
                      title: "Mail: password changed",
                      detail: "delivered",
                      time: "12 Aug",
                    },
                    {
                      key: "4",
                      icon: <FolderPlus />,
                      title: "Added to Staff",
                      detail: "by Ingrid Solheim",
                      time: "8 Mar 2021",
                    },
                    {
                      key: "5",
                      icon: <Plus />,
                      tone: "success",
                      title: "Account created",
                      detail: "by Ingrid Solheim",
                      time: "8 Mar 2021",
                    },
                  ]}
                />
              </AsideSection>
            </Aside>
          }
        >
          <div className="flex flex-wrap items-center gap-4">
            <Avatar name="Katarzyna Lis" size="xl" />
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-center gap-2.5">
                <h2 className="text-lg font-semibold">Katarzyna Nowak-Lis</h2>
                <Badge tone="success" icon={<CircleCheck />}>
                  Active
                </Badge>
              </div>
              <p className="flex items-center gap-1 text-foreground-2">
                k.nowak@haldenmoor.com <CopyButton text="k.nowak@haldenmoor.com" label="Copy address" /> ·
                User · Operations
              </p>
            </div>
            <div className="flex gap-2">
              <Button icon={<KeyRound />}>Reset password</Button>
              <Button icon={<CircleSlash />}>Disable</Button>
              <IconButton label="More" icon={<Ellipsis />} variant="secondary" />
            </div>
          </div>
          <TabLinks
            className="mt-6"
            label="Parts"
            tabs={[
              { label: "Profile", active: true, link: <a href="#person" /> },
              { label: "Devices", count: 2, active: false, link: <a href="#person" /> },
              { label: "Mail", count: 4, active: false, link: <a href="#person" /> },
              { label: "Activity", active: false, link: <a href="#person" /> },
            ]}
          />
          <div className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-2">
            <DefinitionList title="Account">
              <DefinitionRow label="Primary address">k.nowak@haldenmoor.com</DefinitionRow>
              <DefinitionRow label="Other addresses">kasia@haldenmoor.com</DefinitionRow>
              <InlineEdit
                label="Department"
                value={department}
                display={department === "operations" ? "Operations" : "Customs"}
                options={[
                  { value: "operations", label: "Operations" },
                  { value: "customs", label: "Customs" },
                ]}
                onSave={(next) => {
                  setDepartment(next);
                  return Promise.resolve(null);
                }}
              />
              <InlineEdit
                label="Phone"
                value=""
                onSave={() => Promise.resolve("Write it with the country code, +48 …")}
              />
              <InlineEdit
                label="Works at"
                value={place}
                onSave={(next) => {
                  setPlace(next);
                  return Promise.resolve(null);
                }}
              />
            </DefinitionList>
            <DefinitionList
              title="Groups and policy"
              lead={
                <>
                  <Chip size="md">Staff</Chip>
                  <Chip size="md">Forklift</Chip>
                  <AddChip icon={<Plus />}>Group</AddChip>
                </>
              }
            >
              <DefinitionRow label="Screen lock">after 5 minutes</DefinitionRow>
              <DefinitionRow label="POP">
                <Switch aria-label="POP" />
              </DefinitionRow>
              <DefinitionRow label="SMTP submission">
                <Switch aria-label="SMTP submission" defaultChecked />
              </DefinitionRow>
            </DefinitionList>
          </div>
        </PanelBody>
      </Panel>
    </Frame>
  );
}
