-- What Prisma's schema cannot say.

-- One primary address an account.
CREATE UNIQUE INDEX "address_one_primary" ON "address" ("account_id") WHERE "is_primary";

-- Search by any part of a name or address.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "account_full_name_trgm" ON "account" USING gin ("full_name" gin_trgm_ops);
CREATE INDEX "address_email_trgm" ON "address" USING gin ("email" gin_trgm_ops);

-- Messages that wait, for the worker; imports with passwords left to hash.
CREATE INDEX "message_due" ON "message" ("next_attempt_at", "id") WHERE "state" IN ('QUEUED', 'RETRYING');

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
