"use client";
/** The field that a column goes into: what to do with it first, then every field, then the attributes that exist. */
import { nameKey, type MappingTarget } from "@rollcall/importer";
import { Select, type SelectGroup } from "@rollcall/ui";
import { CircleMinus, Tag } from "lucide-react";
import { nameOf, type ColumnLineProps } from "./line-parts";
import { placeColumn, type DraftColumn } from "./match-draft";
import { nearAttribute } from "./match-questions";
import { labelOf, targetGroups } from "./targets";

const leftOut = "-";

export function FieldPicker({
  column,
  name,
  attributes,
  draft,
  onChange,
}: ColumnLineProps & { name: string }) {
  return (
    <Select
      aria-label={`Field for ${name}`}
      value={valueOf(column)}
      onValueChange={(value) => {
        const [to, split] = readValue(value);
        onChange(placeColumn(draft, column.index, to, split));
      }}
      options={optionsFor(column, attributes)}
    />
  );
}

function valueOf({ to, split }: DraftColumn): string {
  if (to === null) return leftOut;
  return split === null ? to : `${to}|${split}`;
}

function readValue(value: string): [to: MappingTarget | null, split: DraftColumn["split"]] {
  if (value === leftOut) return [null, null];
  if (value === "fullName|given-family") return ["fullName", "given-family"];
  if (value === "fullName|family-given") return ["fullName", "family-given"];
  return [value as MappingTarget, null];
}

function optionsFor(column: DraftColumn, attributes: readonly string[]): SelectGroup[] {
  const name = nameOf(column);
  const own = column.header === "" ? null : column.header.slice(0, 200);
  const near = own === null ? null : nearAttribute(own, attributes);
  const exists = own !== null && attributes.some((one) => nameKey(one) === nameKey(own));
  const current = column.to?.startsWith("attribute:") === true ? column.to.slice("attribute:".length) : null;
  const others = attributes.filter((one) => one !== near && (own === null || nameKey(one) !== nameKey(own)));
  const isOther = current !== null && current !== own && !attributes.includes(current);
  const attribute = (text: string, label: string) => ({
    value: `attribute:${text}`,
    label,
    icon: <Tag />,
  });
  return [
    {
      group: `What to do with “${name}”`,
      options: [
        ...(near === null ? [] : [attribute(near, `Attribute: ${near}`)]),
        ...(own === null ? [] : [attribute(own, exists ? `Attribute: ${own}` : `New attribute: ${own}`)]),
        ...(isOther ? [attribute(current, `Attribute: ${current}`)] : []),
        { value: leftOut, label: "Leave this column out", icon: <CircleMinus /> },
      ],
    },
    ...targetGroups.map(({ group, targets }) => ({
      group,
      options: targets.flatMap((target) => [
        { value: target, label: labelOf(target) },
        ...(target === "fullName" ? splits : []),
      ]),
    })),
    ...(others.length === 0
      ? []
      : [{ group: "Attributes", options: others.map((one) => attribute(one, `Attribute: ${one}`)) }]),
  ];
}

const splits = [
  { value: "fullName|given-family", label: "Full name, split: given, family" },
  { value: "fullName|family-given", label: "Full name, split: family, given" },
];
