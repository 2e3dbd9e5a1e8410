/** @jsxRuntime automatic @jsxImportSource react */
/**
 * The one button of a mail, and below it how long it works.
 */
import { Button, Section, Text } from "@react-email/components";
import type { ReactElement } from "react";

import type { Letter } from "./letter";
import { ink } from "./palette";
import { sans } from "./typefaces";

const button = {
  padding: "13px 24px",
  border: `1px solid ${ink("accent-hover")}`,
  borderRadius: "6px",
  backgroundColor: ink("accent"),
  color: ink("accent-foreground"),
  fontSize: "14px",
  lineHeight: "18px",
  fontWeight: 500,
  ...sans,
} as const;

export function Action({ label, url, note }: Letter["action"]): ReactElement {
  return (
    <Section style={{ marginTop: "32px" }}>
      <Button className="rc-button" href={url} style={button}>
        {label}
      </Button>
      {note === null ? null : (
        <Text
          className="rc-text-3"
          style={{
            margin: "15px 0 0",
            fontSize: "13px",
            lineHeight: "20px",
            color: ink("foreground-3"),
            ...sans,
          }}
        >
          {note}
        </Text>
      )}
    </Section>
  );
}
