-- Refused files without a header whose import's contents were removed already: the values of their first row stand in what was found
-- instead of a header, as retention leaves none from now on (db/src/imports/retention.ts). Readers of mails are removed by the worker.
UPDATE import SET failure = replace(replace(failure, ' These headers were found: ' || x.found || '.', ''), ': ' || x.found, '')
  FROM (SELECT i.id, p #>> '{params,found}' AS found FROM import i, jsonb_array_elements(i.problems) AS e(p)
         WHERE i.redacted_at IS NOT NULL AND jsonb_typeof(i.problems) = 'array'
           AND p->>'code' IN ('file.unknown-format', 'file.no-header')) x
 WHERE import.id = x.id AND x.found <> '';

UPDATE import SET problems =
       (SELECT jsonb_agg(CASE WHEN p->>'code' IN ('file.unknown-format', 'file.no-header') THEN jsonb_set(p, '{params,found}', '""') ELSE p END ORDER BY place)
          FROM jsonb_array_elements(problems) WITH ORDINALITY AS e(p, place))
 WHERE redacted_at IS NOT NULL AND jsonb_typeof(problems) = 'array' AND jsonb_array_length(problems) > 0;

UPDATE import SET recognition = jsonb_set(recognition, '{problems}',
       (SELECT jsonb_agg(CASE WHEN p->>'code' IN ('file.unknown-format', 'file.no-header') THEN jsonb_set(p, '{params,found}', '""') ELSE p END ORDER BY place)
          FROM jsonb_array_elements(recognition->'problems') WITH ORDINALITY AS e(p, place)))
 WHERE redacted_at IS NOT NULL AND jsonb_typeof(recognition->'problems') = 'array' AND jsonb_array_length(recognition->'problems') > 0;
