-- AlterTable
ALTER TABLE "import" ADD COLUMN     "plan_authority" INTEGER;

-- AlterTable
ALTER TABLE "import_row" DROP COLUMN "family_name",
DROP COLUMN "given_name",
DROP COLUMN "middle_name",
DROP COLUMN "username";

-- CreateTable
CREATE TABLE "import_removal" (
    "import_id" BIGINT NOT NULL,
    "account_id" BIGINT NOT NULL,
    "group_id" BIGINT NOT NULL,
    "address_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,
    "applied" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_removal_pkey" PRIMARY KEY ("import_id","account_id","group_id")
);

-- CreateIndex
CREATE INDEX "import_removal_import_id_address_key_group_id_idx" ON "import_removal"("import_id", "address_key", "group_id");

-- AddForeignKey
ALTER TABLE "import_removal" ADD CONSTRAINT "import_removal_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: how strong a role is (0 = Master, 7 = User), as packages/accounts counts it (access/permissions.ts, rank).
CREATE FUNCTION account_rank(role "Role", admin_role "AdminRole") RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN role = 'USER' THEN 7
              ELSE array_position(ARRAY['MASTER', 'MIGRATION', 'SUPER', 'FULL', 'BASIC', 'HELPDESK', 'GATEWAY']::"AdminRole"[],
                                  coalesce(admin_role, 'BASIC')) - 1 END;
COMMENT ON FUNCTION account_rank("Role", "AdminRole") IS 'by hand: Prisma''s schema has no functions';

-- By hand: everything an account has under the flat keys of importer's flattenRecord, so that a staged row is compared with
-- it key by key. Plain SQL over one row; called for the rows of a file that give more than the columns of staging.
CREATE FUNCTION account_flat(a account) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT jsonb_build_object(
           'username', a.username, 'givenName', a.given_name, 'middleName', a.middle_name, 'familyName', a.family_name,
           'role', a.role, 'adminRole', CASE WHEN a.role = 'ADMINISTRATOR' THEN coalesce(a.admin_role, 'BASIC') END,
           'plan', (SELECT p.name FROM service_plan p WHERE p.id = a.plan_id),
           'phone', a.phone, 'contactEmail', a.contact_email, 'description', a.description,
           'enabled', a.enabled, 'lockedOut', a.locked_out, 'mustChangePassword', a.must_change_password,
           'passwordNeverExpires', a.password_never_expires, 'pop', a.pop, 'submit', a.submit,
           'accountCode', a.account_code, 'kind', a.kind, 'exchangeDomain', a.exchange_domain,
           'exchangeUsername', a.exchange_username, 'delegates', to_jsonb(a.delegates),
           'note', (SELECT h.note FROM address h WHERE h.account_id = a.id AND h.is_primary))
         || coalesce((SELECT jsonb_object_agg('attribute:' || t.key, t.value) FROM jsonb_each(a.attributes) t
                       WHERE a.attributes <> '{}'::jsonb), '{}')
$$;
COMMENT ON FUNCTION account_flat(account) IS 'by hand: Prisma''s schema has no functions';
