/** What has the rows on the page: where the focus goes when what was open over them is gone together with what had opened it. */
export function theRows(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[role=grid]");
}
