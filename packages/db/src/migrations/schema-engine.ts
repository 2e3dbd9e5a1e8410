// Prisma's schema engine as WebAssembly, from npm: no binary is downloaded or run. Whoever calls it brings the connection.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";
import { engineAdapterFactory, type EngineFailures } from "./engine-adapter";

type SchemaEngine = engineModule.SchemaEngine;

/** The part of the standard `WebAssembly` used here; TypeScript knows it only together with the browser's types. */
interface WebAssemblyApi {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}

const { WebAssembly: webAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

let loaded: Promise<void> | null = null;

/**
 * Lets `work` use an engine on the open connection `client`. When it fails because a statement failed,
 * PostgreSQL's own error is thrown instead of the engine's retelling.
 * @param schema text of a schema.prisma; the engine wants one even where it only reads the database
 */
export async function withSchemaEngine<T>(
  client: pg.Client,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await (loaded ??= load());
  const failures: EngineFailures = { last: null };
  const factory = bindMigrationAwareSqlAdapterFactory(engineAdapterFactory(client, failures));
  try {
    const engine = await engineModule.SchemaEngine.new(
      { datamodels: [["schema.prisma", schema]] },
      () => undefined,
      factory,
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw failures.last ?? error;
  }
}

/** By hand, because Node 20 cannot import a .wasm file as the package's own entry wants. */
async function load(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await webAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engineModule } });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
