// Lets Prisma's schema engine speak over one connection of `pg`. It is written by hand because @prisma/adapter-pg
// cuts scripts at every semicolon (which breaks functions), spreads them over a pool, and cannot read the type "char".
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type ColumnType,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

/** What the engine is told about PostgreSQL's types, by their numbers; every other type is handed over as text. */
const columnTypes: Readonly<Record<number, ColumnType>> = {
  16: ColumnTypeEnum.Boolean,
  18: ColumnTypeEnum.Character,
  20: ColumnTypeEnum.Int64,
  21: ColumnTypeEnum.Int32,
  23: ColumnTypeEnum.Int32,
  26: ColumnTypeEnum.Int64,
  1000: ColumnTypeEnum.BooleanArray,
  1002: ColumnTypeEnum.CharacterArray,
  1003: ColumnTypeEnum.TextArray,
  1005: ColumnTypeEnum.Int32Array,
  1007: ColumnTypeEnum.Int32Array,
  1009: ColumnTypeEnum.TextArray,
  1016: ColumnTypeEnum.Int64Array,
  1028: ColumnTypeEnum.Int64Array,
  1184: ColumnTypeEnum.DateTime,
};

const TEXT_ARRAY = 1009;
const parserOf = pg.types.getTypeParser as (type: number, format: "text") => (text: string) => unknown;
const parseArray = parserOf(TEXT_ARRAY, "text");

/** The value of a column in the form the engine expects of its type. */
function parse(type: number, text: string): unknown {
  switch (columnTypes[type]) {
    case ColumnTypeEnum.Boolean:
      return text === "t";
    case ColumnTypeEnum.Int32:
      return Number(text);
    case ColumnTypeEnum.DateTime:
      return text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
    case undefined:
    case ColumnTypeEnum.Int64:
    case ColumnTypeEnum.Character:
      return text;
    default:
      return parseArray(text);
  }
}

/** What went wrong at the database while the engine worked, in PostgreSQL's own words. */
export interface EngineFailures {
  last: unknown;
}

/**
 * A factory whose every connection is `client`: what the engine does takes part in the transaction that is open on it.
 * Failures are noted in `failures`, because the engine's own messages leave out much of them.
 */
export function engineAdapterFactory(
  client: pg.Client,
  failures: EngineFailures,
): SqlMigrationAwareDriverAdapterFactory {
  const identity = { provider: "postgres", adapterName: "rollcall" } as const;
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      failures.last ??= error;
      throw asDriverError(error);
    }
  };
  const run = ({ sql, args }: SqlQuery) =>
    attempt(() =>
      client.query<unknown[], unknown[]>({
        text: sql,
        values: args,
        rowMode: "array",
        types: { getTypeParser: (type: number) => (text: string) => parse(type, text) },
      }),
    );
  const adapter: SqlDriverAdapter = {
    ...identity,
    async queryRaw(query): Promise<SqlResultSet> {
      const { fields, rows } = await run(query);
      return {
        columnNames: fields.map((field) => field.name),
        columnTypes: fields.map((field) => columnTypes[field.dataTypeID] ?? ColumnTypeEnum.Text),
        rows,
      };
    },
    executeRaw: async (query) => (await run(query)).rowCount ?? 0,
    // One message with all statements: PostgreSQL itself finds where each of them ends.
    executeScript: async (script) => {
      await attempt(() => client.query(script));
    },
    startTransaction: () =>
      Promise.reject(new Error("The schema engine opens no transactions; its caller does.")),
    getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
  };
  return {
    ...identity,
    connect: () => Promise.resolve(adapter),
    connectToShadowDb: () => Promise.reject(new Error("Shadow databases are made by compare-schema.ts.")),
  };
}

function asDriverError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = "N/A", severity = "ERROR", message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}
