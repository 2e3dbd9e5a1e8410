-- CreateEnum
CREATE TYPE "RecipientValidation" AS ENUM ('NONE', 'KNOWN_ADDRESSES', 'DIRECTORY_USERS');

-- CreateEnum
CREATE TYPE "DevicePlatform" AS ENUM ('IOS', 'IPADOS', 'MACOS', 'ANDROID', 'WINDOWS', 'LINUX', 'OTHER');

-- CreateEnum
CREATE TYPE "DeviceState" AS ENUM ('ENROLLED', 'LOST', 'REMOVED');

-- AlterEnum
ALTER TYPE "TokenPurpose" ADD VALUE 'ENROL';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "plan_id" BIGINT;

-- AlterTable
ALTER TABLE "group" ADD COLUMN     "policy_id" BIGINT;

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "invited_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "import_row" ADD COLUMN     "alias_keys" TEXT[],
ADD COLUMN     "aliases" TEXT[],
ADD COLUMN     "extra" JSONB;

-- AlterTable
ALTER TABLE "token" ADD COLUMN     "invitation_id" BIGINT;

-- CreateTable
CREATE TABLE "policy" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "rules" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_plan" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT,
    "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribute" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "created_import_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attribute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "domain_key" TEXT NOT NULL,
    "recipient_validation" "RecipientValidation" NOT NULL DEFAULT 'NONE',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "domain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device" (
    "id" BIGSERIAL NOT NULL,
    "account_id" BIGINT NOT NULL,
    "invitation_id" BIGINT,
    "policy_id" BIGINT,
    "name" TEXT NOT NULL,
    "platform" "DevicePlatform" NOT NULL,
    "state" "DeviceState" NOT NULL DEFAULT 'ENROLLED',
    "user_agent" TEXT,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" BIGSERIAL NOT NULL,
    "account_id" BIGINT NOT NULL,
    "import_id" BIGINT,
    "invited_by_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_mapping" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "policy_name_key_key" ON "policy"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "service_plan_name_key_key" ON "service_plan"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "attribute_name_key_key" ON "attribute"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "domain_domain_key_key" ON "domain"("domain_key");

-- CreateIndex
CREATE UNIQUE INDEX "device_invitation_id_key" ON "device"("invitation_id");

-- CreateIndex
CREATE INDEX "device_account_id_id_idx" ON "device"("account_id", "id");

-- CreateIndex
CREATE INDEX "device_policy_id_idx" ON "device"("policy_id");

-- CreateIndex
CREATE INDEX "device_enrolled_at_id_idx" ON "device"("enrolled_at", "id");

-- CreateIndex
CREATE INDEX "invitation_account_id_id_idx" ON "invitation"("account_id", "id");

-- CreateIndex
CREATE INDEX "invitation_created_at_id_idx" ON "invitation"("created_at", "id");

-- CreateIndex
CREATE INDEX "invitation_import_id_idx" ON "invitation"("import_id");

-- CreateIndex
CREATE INDEX "saved_mapping_fingerprint_idx" ON "saved_mapping"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "saved_mapping_name_key_version_key" ON "saved_mapping"("name_key", "version");

-- CreateIndex
CREATE INDEX "group_policy_id_idx" ON "group"("policy_id");

-- CreateIndex
CREATE INDEX "token_invitation_id_idx" ON "token"("invitation_id");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "service_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group" ADD CONSTRAINT "group_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device" ADD CONSTRAINT "device_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: few accounts have a plan, and an index of them all would cost every import of the others.
CREATE INDEX account_of_plan ON account (plan_id, id) WHERE plan_id IS NOT NULL;
COMMENT ON INDEX account_of_plan IS 'by hand: partial, which Prisma''s schema cannot say';

-- By hand: one default at most. What two administrators do at once cannot make two.
CREATE UNIQUE INDEX service_plan_one_default ON service_plan (is_default) WHERE is_default;
COMMENT ON INDEX service_plan_one_default IS 'by hand: partial, which Prisma''s schema cannot say';
CREATE UNIQUE INDEX policy_one_default ON policy (is_default) WHERE is_default;
COMMENT ON INDEX policy_one_default IS 'by hand: partial, which Prisma''s schema cannot say';
