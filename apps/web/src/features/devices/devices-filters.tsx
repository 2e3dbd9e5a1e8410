"use client";
/** The filters of the list of devices as chips in words, and the place to add another, with how many there are. */
import {
  AddChip,
  FilterChip,
  FilterPart,
  Menu,
  MenuGroup,
  MenuItem,
  MenuRadioGroup,
  Toolbar,
} from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTRPC } from "../../trpc/client";
import { deviceStates, platforms } from "../pieces/device-words";
import { oneOf } from "../pieces/params";
import { deviceStateIds, platformIds, type DevicesQuery } from "./devices-query";

export interface DevicesFiltersProps {
  query: DevicesQuery;
  setQuery: (query: DevicesQuery) => void;
}

const platformOptions = platformIds.map((value) => ({ value, label: platforms[value].label }));
const stateOptions = deviceStateIds.map((value) => ({ value, label: deviceStates[value].label }));

export function DevicesFilters({ query, setQuery }: DevicesFiltersProps) {
  const trpc = useTRPC();
  const counts = useQuery(trpc.enrolment.devices.counts.queryOptions());
  const owner = useQuery(
    trpc.people.get.queryOptions(
      { accountId: query.accountId ?? "0" },
      { enabled: query.accountId !== null },
    ),
  );
  const { platform, state, accountId } = query;
  const figures = counts.data;
  return (
    <Toolbar className="border-b border-border">
      {platform !== null && (
        <FilterChip
          field="Kind"
          verb="is"
          value={
            <Menu label="Kind" trigger={<FilterPart strong>{platforms[platform].label}</FilterPart>}>
              <MenuRadioGroup
                value={platform}
                onValueChange={(value) => setQuery({ ...query, platform: oneOf(value, platformIds) ?? null })}
                options={platformOptions}
              />
            </Menu>
          }
          onRemove={() => setQuery({ ...query, platform: null })}
          removeLabel="Remove filter Kind"
        />
      )}
      {state !== null && (
        <FilterChip
          field="State"
          verb="is"
          value={
            <Menu label="State" trigger={<FilterPart strong>{deviceStates[state].label}</FilterPart>}>
              <MenuRadioGroup
                value={state}
                onValueChange={(value) => setQuery({ ...query, state: oneOf(value, deviceStateIds) ?? null })}
                options={stateOptions}
              />
            </Menu>
          }
          onRemove={() => setQuery({ ...query, state: null })}
          removeLabel="Remove filter State"
        />
      )}
      {accountId !== null && (
        <FilterChip
          field="Whose"
          verb="is"
          value={owner.data?.name ?? (owner.isError ? "gone" : "…")}
          onRemove={() => setQuery({ ...query, accountId: null })}
          removeLabel="Remove filter Whose"
        />
      )}
      <Menu label="Add a filter" trigger={<AddChip icon={<Plus />}>Filter</AddChip>} minWidth={220}>
        <MenuGroup label="State">
          {stateOptions.map(({ value, label }) => (
            <MenuItem
              key={value}
              hint={value === "LOST" ? figures?.lost : undefined}
              onSelect={() => setQuery({ ...query, state: value })}
            >
              {label}
            </MenuItem>
          ))}
        </MenuGroup>
        <MenuGroup label="Kind">
          {platformOptions.map(({ value, label }) => (
            <MenuItem
              key={value}
              hint={figures?.platforms[value]}
              onSelect={() => setQuery({ ...query, platform: value })}
            >
              {label}
            </MenuItem>
          ))}
        </MenuGroup>
      </Menu>
    </Toolbar>
  );
}
