-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMINISTRATOR', 'USER');

-- CreateEnum
CREATE TYPE "AdminRole" AS ENUM ('MASTER', 'MIGRATION', 'SUPER', 'FULL', 'BASIC', 'HELPDESK', 'GATEWAY');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('PERSON', 'LIST');

-- CreateEnum
CREATE TYPE "AccountSource" AS ENUM ('MANUAL', 'IMPORTED', 'DIRECTORY');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('UPLOADING', 'STAGED', 'READY', 'COMMITTING', 'COMPLETED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('CREATE', 'UPDATE', 'UNCHANGED', 'SKIP', 'PROBLEM');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('QUEUED', 'RETRYING', 'SENT', 'FAILED', 'UNKNOWN', 'CANCELLED');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('SETUP', 'SET_PASSWORD', 'RESET_PASSWORD');

-- CreateTable
CREATE TABLE "account" (
    "id" BIGSERIAL NOT NULL,
    "kind" "AccountKind" NOT NULL DEFAULT 'PERSON',
    "source" "AccountSource" NOT NULL DEFAULT 'MANUAL',
    "full_name" TEXT NOT NULL,
    "given_name" TEXT,
    "middle_name" TEXT,
    "family_name" TEXT,
    "username" TEXT,
    "role" "Role" NOT NULL DEFAULT 'USER',
    "admin_role" "AdminRole",
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "locked_out" BOOLEAN NOT NULL DEFAULT false,
    "password_hash" TEXT,
    "has_password" BOOLEAN NOT NULL DEFAULT false,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "password_never_expires" BOOLEAN NOT NULL DEFAULT false,
    "password_changed_at" TIMESTAMPTZ(3),
    "department_id" BIGINT,
    "phone" TEXT,
    "contact_email" TEXT,
    "description" TEXT,
    "exchange_domain" TEXT,
    "exchange_username" TEXT,
    "pop" BOOLEAN,
    "submit" BOOLEAN,
    "account_code" TEXT,
    "delegates" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "created_import_id" BIGINT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "account_id" BIGINT NOT NULL,
    "is_primary" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT,

    CONSTRAINT "address_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "group" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT,
    "created_import_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "account_id" BIGINT NOT NULL,
    "group_id" BIGINT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("account_id","group_id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "created_import_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" BIGSERIAL NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'UPLOADING',
    "created_by_id" BIGINT,
    "created_by_name" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL DEFAULT 0,
    "file_sha256" TEXT,
    "format_id" TEXT,
    "recognition" JSONB,
    "options" JSONB NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "blank_rows" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "summary" JSONB,
    "creates" JSONB,
    "consequences" JSONB,
    "mails" INTEGER NOT NULL DEFAULT 0,
    "plan_fingerprint" TEXT,
    "sealed_key" BYTEA,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staged_at" TIMESTAMPTZ(3),
    "planned_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_name" TEXT,
    "confirmed_by_id" BIGINT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_progress" (
    "import_id" BIGINT NOT NULL,
    "phase" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_progress_pkey" PRIMARY KEY ("import_id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" BIGINT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "problems" JSONB,
    "has_error" BOOLEAN NOT NULL,
    "email" TEXT,
    "email_key" TEXT,
    "username" TEXT,
    "full_name" TEXT,
    "given_name" TEXT,
    "middle_name" TEXT,
    "family_name" TEXT,
    "department" TEXT,
    "department_key" TEXT,
    "groups" TEXT[],
    "group_keys" TEXT[],
    "send_welcome" BOOLEAN,
    "password_sealed" BYTEA,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateTable
CREATE TABLE "import_plan_row" (
    "import_id" BIGINT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "reason" TEXT,
    "account_id" BIGINT,
    "account_version" INTEGER,
    "changes" JSONB,
    "problems" JSONB,

    CONSTRAINT "import_plan_row_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateTable
CREATE TABLE "change" (
    "import_id" BIGINT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "account_id" BIGINT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateTable
CREATE TABLE "pending_password" (
    "account_id" BIGINT NOT NULL,
    "import_id" BIGINT NOT NULL,
    "row_no" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pending_password_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "MessageState" NOT NULL DEFAULT 'QUEUED',
    "account_id" BIGINT,
    "import_id" BIGINT,
    "to_address" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "subject" TEXT,
    "sealed_body" BYTEA,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "first_try_at" TIMESTAMPTZ(3),
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "provider_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" BIGSERIAL NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "hash" BYTEA NOT NULL,
    "account_id" BIGINT,
    "message_id" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_minutes" INTEGER NOT NULL DEFAULT 30,
    "ended_at" TIMESTAMPTZ(3),
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "last_failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "window_started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" BIGINT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "subject_name" TEXT,
    "import_id" BIGINT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "ip" TEXT,
    "previous_hash" BYTEA,
    "hash" BYTEA,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "last" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "account_full_name_id_idx" ON "account"("full_name", "id");

-- CreateIndex
CREATE INDEX "account_created_at_id_idx" ON "account"("created_at", "id");

-- CreateIndex
CREATE INDEX "account_department_id_id_idx" ON "account"("department_id", "id");

-- CreateIndex
CREATE INDEX "account_created_import_id_idx" ON "account"("created_import_id");

-- CreateIndex
CREATE INDEX "address_account_id_idx" ON "address"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "group_name_key_key" ON "group"("name_key");

-- CreateIndex
CREATE INDEX "membership_group_id_account_id_idx" ON "membership"("group_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "department_name_key_key" ON "department"("name_key");

-- CreateIndex
CREATE INDEX "import_status_idx" ON "import"("status");

-- CreateIndex
CREATE INDEX "import_created_at_id_idx" ON "import"("created_at", "id");

-- CreateIndex
CREATE INDEX "import_plan_row_import_id_outcome_row_no_idx" ON "import_plan_row"("import_id", "outcome", "row_no");

-- CreateIndex
CREATE INDEX "change_account_id_idx" ON "change"("account_id");

-- CreateIndex
CREATE INDEX "pending_password_import_id_idx" ON "pending_password"("import_id");

-- CreateIndex
CREATE INDEX "message_import_id_id_idx" ON "message"("import_id", "id");

-- CreateIndex
CREATE INDEX "message_account_id_idx" ON "message"("account_id");

-- CreateIndex
CREATE INDEX "message_created_at_id_idx" ON "message"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "message_import_id_account_id_kind_key" ON "message"("import_id", "account_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "token_hash_key" ON "token"("hash");

-- CreateIndex
CREATE INDEX "token_account_id_purpose_idx" ON "token"("account_id", "purpose");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_id_idx" ON "audit_event"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_import_id_idx" ON "audit_event"("import_id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_action_id_idx" ON "audit_event"("action", "id");

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_progress" ADD CONSTRAINT "import_progress_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_plan_row" ADD CONSTRAINT "import_plan_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_password" ADD CONSTRAINT "pending_password_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

