"use client";
// How a control learns from the Field around it: its id, what describes it, whether it is wrong. Controls work
// without a Field too.
import { createContext, use } from "react";

export interface FieldWiring {
  controlId: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  disabled: boolean;
}

export const FieldContext = createContext<FieldWiring | null>(null);

export interface ControlProps {
  id?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}

interface OwnProps {
  id?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
}

/** The props a control takes from its Field, under the ones it was given itself. */
export function useControlProps(own: OwnProps): ControlProps {
  const field = use(FieldContext);
  const describedBy = [field?.describedBy, own["aria-describedby"]].filter(Boolean).join(" ");
  const given = own["aria-invalid"];
  const invalid = given === undefined ? (field?.invalid ?? false) : given !== false && given !== "false";
  return {
    id: own.id ?? field?.controlId,
    disabled: own.disabled ?? field?.disabled,
    required: own.required ?? field?.required,
    "aria-describedby": describedBy === "" ? undefined : describedBy,
    "aria-invalid": invalid ? true : undefined,
  };
}

/** The id of the Field's label, for controls that are not native inputs. */
export function useFieldLabelId(): string | undefined {
  return use(FieldContext)?.labelId;
}
