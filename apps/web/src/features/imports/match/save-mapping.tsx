"use client";
/** Keeps the mapping under a name: offered again for a file with the same columns. A name that is taken gets another version. */
import { Checkbox, Input } from "@rollcall/ui";

export interface MappingToSave {
  wanted: boolean;
  name: string;
}

export interface SaveMappingProps {
  value: MappingToSave;
  onChange: (value: MappingToSave) => void;
  /** the saved mapping that is in use; "" when none is */
  known: string;
}

export function SaveMapping({ value, onChange, known }: SaveMappingProps) {
  const isKnown = known !== "" && value.name.trim() === known;
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 pb-4">
      <Checkbox
        label="Save this mapping as"
        checked={value.wanted}
        onCheckedChange={(wanted) => onChange({ ...value, wanted })}
      />
      <span className="w-56 max-md:w-full">
        <Input
          aria-label="Name of the mapping"
          placeholder="HR export"
          maxLength={200}
          value={value.name}
          onChange={(event) =>
            onChange({ wanted: event.currentTarget.value.trim() !== "", name: event.currentTarget.value })
          }
        />
      </span>
      <span className="text-xs text-foreground-3">
        {isKnown ? "A new version of it." : "Offered again for a file with these columns."}
      </span>
    </div>
  );
}
