"use client";
/**
 * A rendered mail, as its reader would see it, in a frame without scripts, forms or an origin of its own. Links in it do
 * nothing here.
 */
import { useEffect, useState } from "react";

export function MailFrame({ html, title }: { html: string; title: string }) {
  const nonce = useDocumentNonce();
  const [height, setHeight] = useState(560);
  if (nonce === null) return <div className="h-140 animate-breathe rounded-md bg-muted" />;
  return (
    <iframe
      title={title}
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      srcDoc={withNonce(html, nonce)}
      style={{ height }}
      // Without allow-scripts the same origin only lets us measure it.
      onLoad={(event) => setHeight(heightOf(event.currentTarget))}
      className="w-full rounded-md border border-border bg-surface"
    />
  );
}

function heightOf(frame: HTMLIFrameElement): number {
  const content = frame.contentDocument?.documentElement.scrollHeight ?? 0;
  return Math.min(2400, Math.max(320, content + 2));
}

/** A srcdoc frame lives under the page's content security policy, so its style sheet needs the page's nonce. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(/<style(?=[\s>])/gi, `<style nonce="${nonce}"`);
}

/** Null until the page has woken up: the server does not tell it to the browser in any other way. */
function useDocumentNonce(): string | null {
  const [nonce, setNonce] = useState<string | null>(null);
  useEffect(() => {
    const carrier = document.querySelector<HTMLScriptElement>("script[nonce]");
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the document has it, and only in the browser
    setNonce(carrier?.nonce ?? "");
  }, []);
  return nonce;
}
