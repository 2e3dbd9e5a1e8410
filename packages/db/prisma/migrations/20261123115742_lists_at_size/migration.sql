-- By hand: expressions and partial indexes, which Prisma's schema cannot say; and DropIndex as it says it.

-- Audit events of a time: their ids are nearly in the order of time, but an event of a long transaction may come late. Which zones of
-- 16,384 ids hold an event of that time is told by one look each; the page is read along the ids of those zones.
DROP INDEX "audit_event_at_idx";
CREATE INDEX "audit_event_zone_idx" ON "audit_event" (("id" >> 14), "at");

-- Lost and removed devices, of a platform too: few among those that are enrolled.
CREATE INDEX "device_gone_idx" ON "device" ("state", "platform", "id") WHERE "state" <> 'ENROLLED';

-- Any part of a device's name: every letter of it and every two that follow each other. Not pg_trgm: an extension that the owner
-- of a database elsewhere may not be allowed to make, and blind to one and two letters.
CREATE FUNCTION letter_pairs(words text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(SELECT DISTINCT substr(words, i, n) FROM generate_series(1, length(words)) i, generate_series(1, 2) n);
CREATE INDEX "device_name_pairs_idx" ON "device" USING gin (letter_pairs(lower("name")));
