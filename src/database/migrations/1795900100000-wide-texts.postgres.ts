import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Folding makes texts longer, for example `ß` into `ss`, so folded texts have no length any more. An entry of a B-tree has at
 * most 2,700 bytes: longer texts are sorted by their beginning, and found as a whole by their hash.
 */
export class WideTexts1795900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of folded)
      await runner.query(`ALTER TABLE "${table}" ALTER COLUMN "${column}" TYPE varchar COLLATE "C"`);
    await runner.query(`ALTER TABLE "org_unit" DROP CONSTRAINT "${PATHS}"`);
    for (const { name, now, before } of indexes) {
      if (before) await runner.query(`DROP INDEX "${name}"`);
      await runner.query(now.replace('INDEX ON', `INDEX "${name}" ON`));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, before } of indexes) {
      await runner.query(`DROP INDEX "${name}"`);
      if (before) await runner.query(before.replace('INDEX ON', `INDEX "${name}" ON`));
    }
    await runner.query(`ALTER TABLE "org_unit" ADD CONSTRAINT "${PATHS}" UNIQUE ("structure")`);
    for (const [table, column, length] of folded) {
      await runner.query(
        `ALTER TABLE "${table}" ALTER COLUMN "${column}" TYPE varchar(${length}) COLLATE "C" USING left("${column}", ${length})`,
      );
    }
  }
}

const PATHS = 'UQ_8076a46896941542ba044878c57';

/** With their lengths before. */
const folded = [
  ['org_unit', 'search_text', 2500],
  ['person', 'search_name', 500],
  ['person', 'search_surname', 500],
  ['visitor', 'folded_surname', 300],
  ['visitor', 'folded_name', 300],
  ['visitor', 'folded_email', 600],
  ['visitor', 'search_text', 3000],
  ['visit', 'vehicle_plate_key', 100],
  ['visit', 'trailer_plate_key', 100],
] as const;

const names = 'left("folded_surname", 200), left("folded_name", 200)';

/** In `org_unit_structure`, two paths are equal if both parts are equal. */
const indexes: readonly { readonly name: string; readonly now: string; readonly before?: string }[] = [
  {
    name: 'org_unit_structure',
    now: 'CREATE UNIQUE INDEX ON "org_unit" (left("structure", 600), hashtextextended("structure", 0))',
  },
  { name: 'org_unit_structure_equal', now: 'CREATE INDEX ON "org_unit" USING hash ("structure")' },
  {
    name: 'IDX_0b7bb57a5c47c9a61be97c2f55',
    now: 'CREATE INDEX ON "person" USING hash ("search_name")',
    before: 'CREATE INDEX ON "person" ("search_name")',
  },
  {
    name: 'IDX_eb9daedecfba9a6655e9cea75a',
    now: 'CREATE INDEX ON "person" USING hash ("search_surname")',
    before: 'CREATE INDEX ON "person" ("search_surname")',
  },
  { name: 'person_search_surname_order', now: 'CREATE INDEX ON "person" (left("search_surname", 600))' },
  {
    name: 'IDX_200f5452e3854a22b3ddc8e263',
    now: `CREATE INDEX ON "visitor" (${names})`,
    before: 'CREATE INDEX ON "visitor" ("folded_surname", "folded_name")',
  },
  {
    name: 'IDX_8abf87137bf080f925099c47c8',
    now: `CREATE INDEX ON "visitor" ("created_by", ${names})`,
    before: 'CREATE INDEX ON "visitor" ("created_by", "folded_surname", "folded_name")',
  },
  {
    name: 'IDX_79cc5eb9db3ff6d5c82f8eaed3',
    now: `CREATE INDEX ON "visitor" ("date_of_birth", ${names})`,
    before: 'CREATE INDEX ON "visitor" ("date_of_birth", "folded_surname", "folded_name")',
  },
  {
    name: 'IDX_59d65c8def5d71762df807584c',
    now: 'CREATE INDEX ON "visitor" USING hash ("folded_email")',
    before: 'CREATE INDEX ON "visitor" ("folded_email", "folded_surname", "folded_name")',
  },
  {
    name: 'IDX_61b4bd3c1f3be5460ca9975dab',
    now: 'CREATE INDEX ON "visit" (left("vehicle_plate_key", 600))',
    before: 'CREATE INDEX ON "visit" ("vehicle_plate_key")',
  },
  {
    name: 'IDX_82b87fe2e9affc527e06bb65d4',
    now: 'CREATE INDEX ON "visit" (left("trailer_plate_key", 600))',
    before: 'CREATE INDEX ON "visit" ("trailer_plate_key")',
  },
];
