"use client";
/** A field for a new password: show and hide, strength, and the policy rule by rule as one types. */
import { Field, PasswordInput, StrengthMeter, type ControlSize } from "@rollcall/ui";
import { CircleCheck, Circle, CircleX } from "lucide-react";
import { useEffect, useState } from "react";
import type { judgePassword, PasswordOwner, PasswordVerdict, RuleState } from "./password-rules";

type Judge = typeof judgePassword;

export interface NewPasswordFieldProps {
  value: string;
  onChange: (value: string) => void;
  minLength: number;
  owner: PasswordOwner;
  error?: string | undefined;
  label?: string | undefined;
  size?: ControlSize | undefined;
  autoFocus?: boolean | undefined;
}

export function NewPasswordField(props: NewPasswordFieldProps) {
  const { value, onChange, minLength, owner, error, label = "New password", size = "lg", autoFocus } = props;
  const judge = useJudge();
  const verdict = judge?.(value, minLength, owner) ?? null;
  return (
    <Field label={label} error={error} size={size === "md" ? "md" : "lg"}>
      <PasswordInput
        size={size}
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={value}
        maxLength={1100}
        onChange={(event) => onChange(event.currentTarget.value)}
        meter={
          <>
            {value !== "" && verdict !== null && <StrengthMeter level={verdict.level} label={verdict.word} />}
            <Rules verdict={verdict} minLength={minLength} />
          </>
        }
      />
    </Field>
  );
}

/** The rules are code worth loading late: null until they are here. */
export function useJudge(): Judge | null {
  const [judge, setJudge] = useState<Judge | null>(null);
  useEffect(() => {
    let gone = false;
    void import("./password-rules").then((module) => {
      if (!gone) setJudge(() => module.judgePassword);
    });
    return () => {
      gone = true;
    };
  }, []);
  return judge;
}

function Rules({ verdict, minLength }: { verdict: PasswordVerdict | null; minLength: number }) {
  const rules: RuleState[] = verdict?.rules ?? [
    { id: "length", label: `At least ${minLength} characters`, met: null },
    { id: "common", label: "Not a common password", met: null },
    { id: "own", label: "Not your name or address", met: null },
  ];
  return (
    <ul className="mt-3 flex flex-col gap-1.5 text-sm text-foreground-2">
      {rules.map((rule) => (
        <li key={rule.id} className="flex items-center gap-2">
          <RuleMark met={rule.met} />
          <span>
            {rule.label}
            {rule.met === false && <span className="sr-only"> (not yet)</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function RuleMark({ met }: { met: boolean | null }) {
  if (met === null) return <Circle className="text-foreground-4" />;
  return met ? <CircleCheck className="text-success" /> : <CircleX className="text-danger" />;
}
