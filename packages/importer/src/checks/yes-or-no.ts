// What people write for yes and no in the languages that spreadsheets come in; only ever offered, never assumed. No field is known here.

const yes = new Set(
  "yes y true t 1 on x ok ja j si sí sì s oui o sim da tak ano igen evet kyllä yep yeah wahr vrai verdadero ✓ ✔".split(
    " ",
  ),
);
const no = new Set(
  "no n false f 0 off - nein non não nao nej niet nee ne nie nem hayır hayir ei nope none falsch faux falso ✗".split(
    " ",
  ),
);

/** Whether the text, in lower case, most probably means yes or no; null when neither. */
export function yesOrNo(text: string): boolean | null {
  return yes.has(text) ? true : no.has(text) ? false : null;
}
