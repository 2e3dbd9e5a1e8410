/** Whether something open over the page has the keys now: a dialog, a menu. A toast has not, though it calls itself a dialog. */
export function isCovered(): boolean {
  const open = document.querySelectorAll("[role=dialog], [role=alertdialog], [role=menu]");
  return [...open].some((element) => element.closest("[role=region]") === null);
}
