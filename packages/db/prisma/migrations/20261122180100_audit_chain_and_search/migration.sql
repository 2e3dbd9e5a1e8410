-- What Prisma's schema cannot say.

-- One primary address an account.
CREATE UNIQUE INDEX "address_one_primary" ON "address" ("account_id") WHERE "is_primary";

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



-- The audit log is a chain: each row carries the SHA-256 of the one before and of its own content. The row's text is a
-- JSON array, so that no two different rows can have the same text.
CREATE FUNCTION audit_text(e audit_event) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(
    e.id, extract(epoch FROM e.at)::numeric(20, 3), e.actor_id, e.actor_name, e.action, e.subject_type, e.subject_id, e.subject_name,
    e.import_id, e.data, e.ip)::text
$$;

CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head audit_head;
BEGIN
  -- Held until the transaction ends: write audit events last.
  SELECT * INTO STRICT head FROM audit_head WHERE id = 1 FOR UPDATE;
  NEW.id := head.last + 1;
  NEW.at := date_trunc('milliseconds', clock_timestamp());
  NEW.previous_hash := head.hash;
  NEW.hash := sha256(head.hash || convert_to(audit_text(NEW), 'UTF8'));
  UPDATE audit_head SET last = NEW.id, hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END
$$;

CREATE TRIGGER audit_chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_chain();

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = '42501';
END
$$;

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

INSERT INTO audit_head (id, last, hash) VALUES (1, 0, sha256('Rollcall'::bytea));

-- Recomputes the chain. first_broken is the first event that is missing, changed or out of place; null when all is well.
CREATE FUNCTION audit_verify() RETURNS TABLE (checked bigint, first_broken bigint) LANGUAGE sql STABLE AS $$
  WITH link AS (
    SELECT e.id, row_number() OVER w AS place,
           coalesce(lag(e.hash) OVER w, sha256('Rollcall'::bytea)) AS expected_previous,
           e.previous_hash, e.hash, sha256(e.previous_hash || convert_to(audit_text(e), 'UTF8')) AS computed
      FROM audit_event e WINDOW w AS (ORDER BY e.id)
  ), broken AS (
    SELECT min(CASE WHEN id <> place THEN place ELSE id END) AS id FROM link
     WHERE id <> place OR previous_hash IS DISTINCT FROM expected_previous OR hash IS DISTINCT FROM computed
  ), tail AS (
    SELECT count(*) AS events, h.last, h.hash, (SELECT l.hash FROM link l ORDER BY l.id DESC LIMIT 1) AS final
      FROM audit_head h LEFT JOIN link ON true WHERE h.id = 1 GROUP BY h.last, h.hash
  )
  SELECT (SELECT count(*) FROM link),
         coalesce((SELECT id FROM broken),
                  (SELECT t.last FROM tail t
                    WHERE t.last <> (SELECT count(*) FROM link)
                       OR (t.last > 0 AND t.hash IS DISTINCT FROM t.final)))
$$;
