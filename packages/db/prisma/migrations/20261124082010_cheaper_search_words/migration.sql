-- The same words as before, at a fifth of the cost for an address and half of it for a name: a quarter of an import was spent on them.
-- What is plain (nearly every address) has three separators to look for instead of thirty-three; and without STRICT the body is
-- planned into the statement and the indexes, so that nothing is called a row. Of NULL it is NULL as before, and no index is built anew:
-- account-filter.test.ts compares it with the former one.
CREATE OR REPLACE FUNCTION search_words(words text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE
  RETURN array_to_tsvector(array_remove(string_to_array(left(
    CASE WHEN words COLLATE "C" !~ '[^A-Za-z0-9 @.-]' THEN translate(lower(words COLLATE "C"), '@.-', '   ')
         ELSE translate(
           CASE WHEN octet_length(words) = char_length(words) THEN lower(words)
                ELSE translate(replace(replace(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'æ', 'ae'),
                               'øłđıð’‘´–—“”„«»…·', 'oldid            ') END,
           '.,;:!?@-_+''"`/\()[]{}<>&#%=~*|' || chr(9), repeat(' ', 33)) END, 400), ' '), ''));
