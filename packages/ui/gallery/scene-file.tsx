// Bringing a file in and what it became, after mockups 03 and 06.
import { ArrowRight, Check, Download, FileSpreadsheet, Info, X } from "lucide-react";
import { useState } from "react";

import {
  BottomBar,
  Breadcrumbs,
  Button,
  Card,
  CardRow,
  Dropzone,
  IconButton,
  Menu,
  MenuItem,
  PageHeader,
  Panel,
  PanelBody,
  Progress,
  StageList,
  Stepper,
  TBody,
  THead,
  Table,
  Td,
  Th,
  Tr,
} from "../src/index";
import { Frame } from "./frame";

export function FileScene() {
  const [file, setFile] = useState<string | null>("people-2026-11.csv");
  return (
    <Frame active="Imports" rail>
      <Panel>
        <PageHeader
          breadcrumbs={
            <Breadcrumbs crumbs={[{ label: "Imports", link: <a href="#list" /> }, { label: "New import" }]} />
          }
          center={
            <Stepper
              label="Import"
              current={0}
              steps={[{ label: "Choose" }, { label: "Match" }, { label: "Review" }, { label: "Create" }]}
            />
          }
          actions={<IconButton label="Close" icon={<X />} />}
        />
        <PanelBody width="page">
          <h2 className="text-xl font-semibold">Bring people in</h2>
          <p className="mt-2 text-base text-foreground-2">
            Any list will do. Nothing changes until you have seen every row and pressed Create.
          </p>
          <div className="mt-6 grid gap-8 lg:grid-cols-[minmax(0,1fr)_344px]">
            <div className="flex min-w-0 flex-col gap-6">
              <Dropzone
                label="File"
                extensions={[".csv", ".tsv", ".xls", ".xlsx"]}
                hint="CSV, TSV, XLS, XLSX"
                onFile={(chosen) => setFile(chosen.name)}
                status={file === null ? "" : `${file} chosen`}
              >
                {file !== null && (
                  <Card flush>
                    <div className="flex items-center gap-3 border-b border-border px-4 py-3">
                      <span className="flex size-9 items-center justify-center rounded-sm border border-border bg-subtle text-foreground-2">
                        <FileSpreadsheet />
                      </span>
                      <div className="min-w-0 flex-1">
                        <p className="truncate font-medium">{file}</p>
                        <p className="text-xs text-foreground-3">1.4 MB · 13,196 rows</p>
                      </div>
                      <Progress
                        className="max-w-50 max-md:hidden"
                        value={0.82}
                        label="Uploading"
                        caption="Uploading, 82%"
                        hint="1 s left"
                      />
                      <IconButton label="Cancel upload" icon={<X />} onClick={() => setFile(null)} />
                    </div>
                    <div className="px-4 py-3">
                      <div className="flex items-center justify-between gap-3">
                        <h3 className="text-md font-semibold">Looks like a Hosted users CSV</h3>
                        <Menu align="end" trigger={<Button size="sm">Another format</Button>}>
                          <MenuItem>Mobile security</MenuItem>
                        </Menu>
                      </div>
                      {["7 of 7 headers match", "UTF-8, with a byte order mark", "Separated by commas"].map(
                        (reason) => (
                          <p key={reason} className="mt-2 flex items-center gap-2.5">
                            <Check className="text-success" /> {reason}
                          </p>
                        ),
                      )}
                    </div>
                    <Table label="First rows" density="compact">
                      <THead>
                        <Th numeric>1</Th>
                        <Th>Email</Th>
                        <Th>Full Name</Th>
                        <Th>Password</Th>
                        <Th>Department</Th>
                      </THead>
                      <TBody>
                        {["Maren Østby", "Desmond Okafor", "Katarzyna Nowak-Lis", "Siobhán Kearney"].map(
                          (name, index) => (
                            <Tr key={name}>
                              <Td numeric quiet>
                                {index + 2}
                              </Td>
                              <Td className="text-foreground">
                                {name.split(" ")[0]?.toLowerCase()}@haldenmoor.com
                              </Td>
                              <Td className="text-foreground">{name}</Td>
                              <Td quiet>{index === 2 ? "••••••••" : "–"}</Td>
                              <Td>Operations</Td>
                            </Tr>
                          ),
                        )}
                      </TBody>
                    </Table>
                  </Card>
                )}
              </Dropzone>
              <Dropzone
                label="Another file"
                extensions={[".csv"]}
                hint="CSV, TSV, XLS, XLSX"
                wholePage={false}
                onFile={() => undefined}
              />
              <div>
                <Progress value={0.664} size="md" label="Creating" valueText="8,214 of 12,361" />
                <div className="mt-5">
                  <StageList
                    label="Stages"
                    stages={[
                      {
                        key: "a",
                        label: "Groups and departments",
                        state: "done",
                        detail: "0.2 s",
                        figure: "5 of 5",
                      },
                      {
                        key: "b",
                        label: "Accounts created",
                        state: "running",
                        detail: "17.8 s",
                        figure: "8,214 of 12,361",
                      },
                      { key: "c", label: "Check the whole, then make it visible", state: "waiting" },
                      {
                        key: "d",
                        label: "Welcome mails",
                        state: "failed",
                        detail: "stopped",
                        figure: "4,182 to send",
                      },
                    ]}
                  />
                </div>
                <p className="mt-4 flex gap-2 text-foreground-2">
                  <Info className="mt-0.5" /> Nobody sees a change until the last one is in.
                </p>
              </div>
            </div>
            <div>
              <h2 className="font-semibold">Start from a template</h2>
              <p className="mb-3 text-foreground-3">Empty, or with sample rows</p>
              <Card flush>
                {["Rollcall", "Hosted users", "Mobile security"].map((name) => (
                  <CardRow
                    key={name}
                    title={<span className="font-medium">{name}</span>}
                    description="Every field, one header each"
                    end={<IconButton label={`Download ${name}`} icon={<Download />} size="sm" />}
                  />
                ))}
                <CardRow
                  tone="warning"
                  icon={<Info />}
                  title="27 accounts became manual"
                  description="until you sync"
                  end={<Button size="sm">Sync now</Button>}
                />
              </Card>
            </div>
          </div>
        </PanelBody>
        <BottomBar note="Columns were recognised with certainty, so matching is skipped.">
          <Button>Match columns anyway</Button>
          <Button variant="primary" trailing={<ArrowRight />}>
            Review 13,196 rows
          </Button>
        </BottomBar>
      </Panel>
    </Frame>
  );
}
