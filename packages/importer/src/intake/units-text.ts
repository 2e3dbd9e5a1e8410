// Text from UTF-16 units. Nothing else.

/** A string of UTF-16 units, made in slices since a call takes only so many arguments. */
export function unitsText(units: Uint16Array): string {
  let text = "";
  for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode(...units.subarray(i, i + 8192));
  return text;
}
