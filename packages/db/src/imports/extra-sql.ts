/** Pieces of SQL that read import_row.extra (`r`) where accounts are created and changed alike. */

/** The values that a row gives its attributes, by key. */
export const givenAttributes = `(SELECT coalesce(jsonb_object_agg(substr(e.key, 11), e.value), '{}') FROM jsonb_each(r.extra) e
          WHERE e.key LIKE 'attribute:%' AND e.value <> 'null')`;

/** The note of an address: the row's own, else the import's. */
export const noteOf = (importNote: string): string =>
  `CASE WHEN r.extra ? 'note' THEN r.extra->>'note' ELSE ${importNote} END`;
