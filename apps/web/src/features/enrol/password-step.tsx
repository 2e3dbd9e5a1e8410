"use client";
/** The first password, for whoever has none: strength, show and hide, and the rules as one types. It is sent with the last step. */
import { Button } from "@rollcall/ui";
import { useState } from "react";
import { NewPasswordField, useJudge } from "../password/new-password-field";
import { Form } from "../pieces/form";
import type { StepProps } from "./enrol";
import { StepFoot, StepTitle } from "./enrol-frame";

/** `fault` is what the server found wrong with it at the end. */
export function PasswordStep({ link, choices, choose, go, fault }: StepProps & { fault: string | null }) {
  const judge = useJudge();
  const [errors, setErrors] = useState<{ password?: string }>(fault === null ? {} : { password: fault });
  const owner = { email: link.address, name: link.personName };
  const submit = () => {
    if (judge === null) return;
    const found = judge(choices.password, link.passwordMinLength, owner).fault;
    setErrors(found === null ? {} : { password: found });
    if (found === null) go("device");
  };
  return (
    <Form onSubmit={submit} errors={errors} className="flex flex-1 flex-col md:flex-none">
      <StepTitle title="Choose a password">
        Three or four words that don’t belong together are easy to keep and hard to guess.
      </StepTitle>
      {/* Password managers store the address with the password only when they find it in the form. */}
      <input type="email" name="email" autoComplete="username" value={link.address} readOnly hidden />
      <NewPasswordField
        value={choices.password}
        onChange={(password) => {
          choose({ password });
          // The rules below say how it stands; an old fault would contradict them.
          setErrors({});
        }}
        minLength={link.passwordMinLength}
        owner={owner}
        error={errors.password}
        size="page"
        autoFocus
      />
      <StepFoot>
        <Button type="submit" variant="primary" size="page" wide>
          Continue
        </Button>
      </StepFoot>
    </Form>
  );
}
