/** @jsxRuntime automatic @jsxImportSource react */
/**
 * The page every mail is printed on: mark, card with title, lead, what the template adds, the one button, and the footer.
 * It prints words and never changes them: cached pages are filled in afterwards (see render/page-html.ts).
 */
import { Body, Container, Head, Heading, Hr, Html, Text } from "@react-email/components";
import type { ReactElement, ReactNode } from "react";

import { Action } from "./action";
import type { Letter } from "./letter";
import { Mark } from "./mark";
import { ink, styleSheet } from "./palette";
import { Sheet } from "./sheet";
import { sans } from "./typefaces";

/** Keeps mailbox lists from showing the words after the preview. */
const PADDING = "\u00A0\u200C".repeat(80);

const hidden = {
  display: "none",
  overflow: "hidden",
  lineHeight: "1px",
  maxHeight: 0,
  maxWidth: 0,
  opacity: 0,
};
const footing = {
  margin: "0 8px 12px",
  fontSize: "12px",
  lineHeight: "16px",
  color: ink("foreground-3"),
  ...sans,
};

export function Layout({ letter, children }: { letter: Letter; children?: ReactNode }): ReactElement {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />
        <title>{letter.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </Head>
      <Body style={{ margin: 0, padding: 0 }}>
        <div style={hidden}>
          <span>{letter.preview}</span>
          <span>{PADDING}</span>
        </div>
        <Sheet className="rc-canvas" style={{ backgroundColor: ink("canvas") }}>
          <Container style={{ width: "100%", maxWidth: "600px" }}>
            <Sheet cellClassName="rc-outer" cellStyle={{ padding: "30px 24px 28px" }}>
              <Mark />
              <Card letter={letter}>{children}</Card>
              <Text className="rc-text-3" style={footing}>
                {letter.reason.map((run, index) =>
                  run.strong ? (
                    <strong
                      key={index}
                      className="rc-text-2"
                      style={{ fontWeight: 500, color: ink("foreground-2") }}
                    >
                      {run.words}
                    </strong>
                  ) : (
                    <span key={index}>{run.words}</span>
                  ),
                )}
              </Text>
              <Text className="rc-text-3" style={footing}>
                {letter.closing}
              </Text>
            </Sheet>
          </Container>
        </Sheet>
      </Body>
    </Html>
  );
}

const cardStyle = {
  margin: "22px 0 24px",
  backgroundColor: ink("surface"),
  border: `1px solid ${ink("border")}`,
  borderRadius: "12px",
  borderCollapse: "separate" as const,
};
const titleStyle = {
  margin: "0 0 12px",
  fontSize: "24px",
  lineHeight: "30px",
  letterSpacing: "-0.022em",
  fontWeight: 600,
  overflowWrap: "anywhere" as const,
};

function Card({ letter, children }: { letter: Letter; children: ReactNode }): ReactElement {
  return (
    <Sheet
      className="rc-card"
      style={cardStyle}
      cellClassName="rc-inner"
      cellStyle={{ padding: "40px 40px 34px" }}
    >
      <Heading as="h1" className="rc-text" style={{ ...titleStyle, color: ink("foreground"), ...sans }}>
        {letter.title}
      </Heading>
      <Text
        className="rc-text-2"
        style={{
          margin: 0,
          fontSize: "16px",
          lineHeight: "24px",
          color: ink("foreground-2"),
          overflowWrap: "anywhere",
          ...sans,
        }}
      >
        {letter.lead}
      </Text>
      {children}
      <Action label={letter.action.label} url={letter.action.url} note={letter.action.note} />
      <Hr
        className="rc-line"
        style={{ margin: "32px 0 24px", border: 0, borderTop: `1px solid ${ink("border")}` }}
      />
      <InClear url={letter.action.url} />
    </Sheet>
  );
}

const inClear = { margin: 0, fontSize: "13px", lineHeight: "20px" };

function InClear({ url }: { url: string }): ReactElement {
  return (
    <>
      <Text className="rc-text-2" style={{ ...inClear, color: ink("foreground-2"), ...sans }}>
        If the button does nothing, copy this address:
      </Text>
      <Text
        className="rc-address"
        style={{
          ...inClear,
          marginTop: "4px",
          fontSize: "12px",
          fontFamily: '"Geist Mono", ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
          color: ink("accent-text"),
          wordBreak: "break-all",
        }}
      >
        {url}
      </Text>
    </>
  );
}
