-- What lists and searches of people need beyond what schema.prisma can say. To be folded into the init migration, after
-- the tables are made; then this file goes away. Measured at 1,000,000 accounts (see packages/accounts/README.md).

-- Names sort as people expect (Åsa beside Asa, van before Wen), whatever the database's own collation is.
ALTER TABLE "account" ALTER COLUMN "full_name" TYPE text COLLATE "und-x-icu";
ALTER TABLE "group" ALTER COLUMN "name_key" TYPE text COLLATE "und-x-icu";
ALTER TABLE "department" ALTER COLUMN "name_key" TYPE text COLLATE "und-x-icu";
-- Canonical keys sort by code point: the same everywhere, so that exports are the same bytes on every server.
ALTER TABLE "address" ALTER COLUMN "key" TYPE text COLLATE "C";

-- The words of a name or address, folded (case, accents) so that "joao" finds João. Not to_tsvector: its parser takes
-- "a.b@c" and "st.john" for addresses and hosts, and costs four times as much.
CREATE FUNCTION search_words(words text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_to_tsvector(array_remove(string_to_array(left(translate(
    CASE WHEN octet_length(words) = char_length(words) THEN lower(words)
         ELSE translate(replace(replace(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'æ', 'ae'),
                        'øłđıð’‘´–—“”„«»…·', 'oldid            ') END,
    '.,;:!?@-_+''"`/\()[]{}<>&#%=~*|' || chr(9), repeat(' ', 33)), 400), ' '), ''));

-- Words, not trigrams: trigrams of names and addresses cost a million-row import 40 s of processor time, words 15 s.
CREATE INDEX "account_words_idx" ON "account" USING gin (search_words("full_name")) WITH (gin_pending_list_limit = 16384);
CREATE INDEX "address_words_idx" ON "address" USING gin (search_words("key")) WITH (gin_pending_list_limit = 16384);

-- disabled 3, locked 2, invited 1, active 0: what a person is shown as, and the order of "sort by status".
CREATE FUNCTION account_status(enabled boolean, locked_out boolean, has_password boolean, kind "AccountKind") RETURNS int
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN NOT enabled THEN 3 WHEN locked_out THEN 2 WHEN has_password OR kind = 'LIST' THEN 0 ELSE 1 END;
CREATE INDEX "account_status_idx" ON "account"
  (account_status("enabled", "locked_out", "has_password", "kind"), "id");

-- Who was never seen is not in it: a big import pays nothing.
CREATE INDEX "account_last_seen_idx" ON "account" ("last_seen_at", "id") WHERE "last_seen_at" IS NOT NULL;

-- Few rows, asked for often: administrators (also the guard of the last Master), and accounts not from a file.
CREATE INDEX "account_administrator_idx" ON "account" ("full_name", "id") WHERE "role" = 'ADMINISTRATOR';
CREATE INDEX "account_manual_idx" ON "account" ("full_name", "id") WHERE "source" = 'MANUAL';
CREATE INDEX "account_directory_idx" ON "account" ("full_name", "id") WHERE "source" = 'DIRECTORY';

-- What waits to be sent, and what went wrong: few among a million that went out.
CREATE INDEX "message_due_idx" ON "message" ("next_attempt_at", "id") WHERE "state" IN ('QUEUED', 'RETRYING');
CREATE INDEX "message_trouble_idx" ON "message" ("state", "id") WHERE "state" <> 'SENT';

CREATE INDEX "audit_event_at_idx" ON "audit_event" ("at");
