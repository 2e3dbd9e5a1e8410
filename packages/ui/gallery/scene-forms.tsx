// A page of settings: fields one under the other, saved together.
import { useState } from "react";

import {
  BottomBar,
  Button,
  Callout,
  Card,
  Checkbox,
  Combobox,
  Field,
  FormSection,
  Input,
  PageHeader,
  Panel,
  PanelBody,
  RadioGroup,
  Select,
  Switch,
  Textarea,
} from "../src/index";
import type { ComboboxItem } from "../src/index";
import { Frame } from "./frame";

export function FormsScene() {
  const [groups, setGroups] = useState<ComboboxItem[]>([{ value: "staff", label: "Staff" }]);
  return (
    <Frame active="Settings">
      <Panel>
        <PageHeader title="Settings" />
        <PanelBody width="form">
          <div className="flex flex-col gap-8">
            <Callout tone="danger" title="Two things to correct" live>
              The name is empty, and the address is not one of your domains.
            </Callout>
            <FormSection
              title="Organisation"
              description="How it is called in mails and on the sign-in page."
            >
              <Field label="Name" error="Give the organisation a name">
                <Input />
              </Field>
              <Field label="Reply address" optional description="Answers to our mails go there">
                <Input type="email" placeholder="help@haldenmoor.com" />
              </Field>
              <Field label="Language">
                <Select
                  defaultValue="en"
                  options={[
                    { value: "en", label: "English" },
                    { value: "pl", label: "Polski" },
                  ]}
                />
              </Field>
              <Field label="Note">
                <Textarea placeholder="Seen by administrators only" />
              </Field>
              <Field label="Groups for everyone new">
                <Combobox
                  multiple
                  items={[
                    { value: "staff", label: "Staff" },
                    { value: "yard", label: "Yard" },
                  ]}
                  value={groups}
                  onValueChange={setGroups}
                />
              </Field>
              <Field label="Shared secret" description="Read-only">
                <Input readOnly mono value="c3b1-99ae" />
              </Field>
            </FormSection>
            <FormSection title="Devices" description="What people may enrol.">
              <Switch
                label="Personal phones"
                description="Only work data is removed when they are lost"
                defaultChecked
              />
              <Switch label="Desktop computers" />
              <RadioGroup
                label="Screen lock"
                defaultValue="5"
                options={[
                  { value: "5", label: "After 5 minutes" },
                  { value: "15", label: "After 15 minutes" },
                ]}
              />
              <Checkbox label="Ask again after a restart" description="Also on shared terminals" />
            </FormSection>
            <Card
              title="Delete the organisation"
              description="Everything goes. This cannot be undone."
              actions={<Button variant="danger">Delete</Button>}
            >
              13,904 accounts, 9,417 devices.
            </Card>
          </div>
        </PanelBody>
        <BottomBar note="2 changes not saved">
          <Button>Discard</Button>
          <Button variant="primary">Save changes</Button>
        </BottomBar>
      </Panel>
    </Frame>
  );
}
