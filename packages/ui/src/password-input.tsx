"use client";
// A password: hidden, shown on demand. A strength meter goes below it, in `meter`; this file knows no policy.
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";

import { IconButton } from "./icon-button";
import { Input } from "./input";
import type { InputProps } from "./input";

export interface PasswordInputProps extends Omit<InputProps, "type" | "trailing" | "leading"> {
  /** Names of the two states of the eye. */
  showLabel?: string | undefined;
  hideLabel?: string | undefined;
  /** Below the box, e.g. StrengthMeter and the rules. */
  meter?: ReactNode;
}

/** A password box with an eye. Give `autoComplete` ("current-password" or "new-password"). */
export function PasswordInput({
  showLabel = "Show password",
  hideLabel = "Hide password",
  meter,
  size = "md",
  ...rest
}: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const eye = (
    <IconButton
      label={shown ? hideLabel : showLabel}
      icon={shown ? <EyeOff /> : <Eye />}
      size={size === "touch" || size === "lg" ? "md" : "sm"}
      tooltip={false}
      disabled={rest.disabled}
      onClick={() => setShown((value) => !value)}
    />
  );
  return (
    <>
      <Input
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...rest}
        size={size}
        type={shown ? "text" : "password"}
        trailing={eye}
      />
      {meter}
    </>
  );
}

export interface StrengthMeterProps {
  /** How many of the four bars are filled, 0 to 4. */
  level: 0 | 1 | 2 | 3 | 4;
  /** In a word: "Weak", "Good". */
  label: string;
}

const LEVELS = [
  "bg-muted-strong",
  "bg-danger-solid",
  "bg-warning-solid",
  "bg-success-solid",
  "bg-success-solid",
];

/** Four bars and a word. Announced politely as it changes. */
export function StrengthMeter({ level, label }: StrengthMeterProps) {
  return (
    <div className="mt-2 flex items-center gap-2">
      <span className="flex flex-1 gap-1" aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={`h-1 flex-1 rounded-full transition-colors ${bar <= level ? (LEVELS[level] ?? "") : "bg-muted-strong"}`}
          />
        ))}
      </span>
      <span className="min-w-14 text-right text-xs text-foreground-2" aria-live="polite">
        {label}
      </span>
    </div>
  );
}
