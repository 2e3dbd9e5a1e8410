// A page of its own, phone first, after mockup 08.
import {
  Button,
  Checkbox,
  Field,
  Input,
  Logo,
  PasswordInput,
  SplitPage,
  StrengthMeter,
  TallyField,
} from "../src/index";

export function SignInScene() {
  return (
    <SplitPage
      logo={<Logo size={22} />}
      footer={
        <>
          Invited and no password yet? Use the link in your mail.{" "}
          <Button variant="link">Send it again</Button>
        </>
      }
      side={
        <TallyField count={9}>
          <p className="text-md font-medium">Everybody counted, nobody counted twice.</p>
          <p className="text-base text-foreground-3">Accounts, devices and mail for Halden Moor.</p>
        </TallyField>
      }
    >
      <h1 className="text-2xl font-semibold">Sign in</h1>
      <p className="mt-1 text-base text-foreground-3">to Halden Moor</p>
      <form className="mt-8 flex flex-col gap-4" noValidate>
        <Field label="Work address" size="lg">
          <Input
            size="page"
            type="email"
            autoComplete="username"
            defaultValue="ingrid.solheim@haldenmoor.com"
          />
        </Field>
        <Field label="Password" size="lg" aside={<Button variant="link">Forgot it?</Button>}>
          <PasswordInput
            size="page"
            autoComplete="current-password"
            defaultValue="correct horse"
            meter={<StrengthMeter level={3} label="Good" />}
          />
        </Field>
        <Checkbox label="Stay signed in on this computer" defaultChecked />
        <Button variant="primary" size="page" wide type="submit">
          Sign in
        </Button>
      </form>
    </SplitPage>
  );
}
