import type { MigrationInterface, QueryRunner } from 'typeorm';

/** All tables, as the first seven migrations of SQLite have created them. */
export class Baseline1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, VISITS_OF_VISITOR, UNITS_BELOW, TRIGRAM_INDEXES])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${[...tableNames].reverse().join(', ')}`);
  }
}

/** Compared by its bytes, regardless of the locale of the server. */
const text = (length: number) => `varchar(${length}) COLLATE "C"`;

const tables = [
  `CREATE TABLE "user" (
    "id" ${text(36)} NOT NULL,
    "login" ${text(100)} NOT NULL,
    "key_digest" ${text(64)} NOT NULL,
    "blocked" boolean NOT NULL,
    "ip_filter" ${text(4000)} NOT NULL,
    "rate_policy" ${text(20)},
    "privileges" text NOT NULL,
    "record_permissions" text NOT NULL,
    "created_at" ${text(24)} NOT NULL,
    "updated_at" ${text(24)} NOT NULL,
    CONSTRAINT "UQ_a62473490b3e4578fd683235c5e" UNIQUE ("login"),
    CONSTRAINT "PK_cace4a159ff9f2512dd42373760" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "org_unit" (
    "seq" serial NOT NULL,
    "structure" ${text(1000)} NOT NULL,
    "title" ${text(200)} NOT NULL,
    "description" ${text(4000)} NOT NULL,
    "parent_unit" ${text(1000)},
    "type" ${text(100)} NOT NULL,
    "shortcut" ${text(30)} NOT NULL,
    "changed_at" ${text(24)} NOT NULL,
    "search_text" ${text(2500)} NOT NULL DEFAULT '',
    CONSTRAINT "UQ_8076a46896941542ba044878c57" UNIQUE ("structure"),
    CONSTRAINT "PK_4a1793a8bf94f36fbf1d4b9f7b4" PRIMARY KEY ("seq")
  )`,
  `CREATE TABLE "person" (
    "seq" serial NOT NULL,
    "person_id" ${text(100)} NOT NULL,
    "name" ${text(100)} NOT NULL,
    "surname" ${text(100)} NOT NULL,
    "email" ${text(200)} NOT NULL,
    "org_unit_seq" integer,
    "search_name" ${text(500)} NOT NULL DEFAULT '',
    "search_surname" ${text(500)} NOT NULL DEFAULT '',
    CONSTRAINT "UQ_403c951c5e9b776c16385a8940f" UNIQUE ("person_id"),
    CONSTRAINT "PK_6d2e870011e3c4cf9e7def83923" PRIMARY KEY ("seq"),
    CONSTRAINT "FK_1267eb73ce66c4bd8ebc69f5aaf" FOREIGN KEY ("org_unit_seq") REFERENCES "org_unit" ("seq")
  )`,
  `CREATE TABLE "identifier" (
    "seq" serial NOT NULL,
    "internal_nr" ${text(20)} NOT NULL,
    "registration_nr" ${text(100)} NOT NULL,
    "technology" integer NOT NULL,
    "type" integer NOT NULL,
    "lost" boolean NOT NULL,
    "valid_from" ${text(24)},
    "valid_to" ${text(24)},
    "held_by" ${text(36)},
    "created_by" ${text(36)},
    CONSTRAINT "UQ_db3398f75a631b2b2d10f114bef" UNIQUE ("internal_nr"),
    CONSTRAINT "UQ_ceba6cd6a85dd6c56da3d7c76d1" UNIQUE ("held_by"),
    CONSTRAINT "PK_3da9df1d3a1249545dd4362d4f4" PRIMARY KEY ("seq")
  )`,
  `CREATE TABLE "activity_type" (
    "seq" serial NOT NULL,
    "title" ${text(100)} NOT NULL,
    "shortcut" ${text(30)} NOT NULL,
    "frequency" integer NOT NULL,
    "signed" boolean NOT NULL,
    CONSTRAINT "UQ_54389a3eb3ad301f7f6d3ede54b" UNIQUE ("title"),
    CONSTRAINT "PK_0fa0a4bb3e25e3e0b9f33dc5d9e" PRIMARY KEY ("seq")
  )`,
  `CREATE TABLE "visitor" (
    "seq" serial NOT NULL,
    "id" ${text(36)} NOT NULL,
    "name" ${text(100)} NOT NULL,
    "surname" ${text(100)} NOT NULL,
    "date_of_birth" ${text(10)},
    "company" ${text(200)} NOT NULL,
    "email" ${text(200)} NOT NULL,
    "phone_number" ${text(100)} NOT NULL,
    "language" ${text(35)},
    "doc_number" ${text(50)},
    "doc_state" ${text(100)},
    "doc_type" integer,
    "created_at" ${text(24)} NOT NULL,
    "created_by" ${text(36)},
    "folded_surname" ${text(300)} NOT NULL DEFAULT '',
    "folded_name" ${text(300)} NOT NULL DEFAULT '',
    "folded_email" ${text(600)} NOT NULL DEFAULT '',
    "search_text" ${text(3000)} NOT NULL DEFAULT '',
    CONSTRAINT "UQ_ba6ae421d03de90a99ed838741d" UNIQUE ("id"),
    CONSTRAINT "UQ_446a55fe533b3d30430dae2e664" UNIQUE ("doc_number", "doc_state", "doc_type"),
    CONSTRAINT "PK_f1be9aaac3dc9374d348bfeec07" PRIMARY KEY ("seq")
  )`,
  `CREATE TABLE "visitor_activity" (
    "seq" serial NOT NULL,
    "visitor_seq" integer NOT NULL,
    "activity_type_seq" integer NOT NULL,
    "valid_to" ${text(24)} NOT NULL,
    "description" ${text(4000)} NOT NULL,
    "attachment" bytea,
    "recorded_by" ${text(100)} NOT NULL,
    "recorded_at" ${text(24)} NOT NULL,
    CONSTRAINT "PK_f2b454ba28ff22e0457f006afe8" PRIMARY KEY ("seq"),
    CONSTRAINT "FK_370cd70fcebdb84f18d512b6928" FOREIGN KEY ("visitor_seq") REFERENCES "visitor" ("seq") ON DELETE CASCADE,
    CONSTRAINT "FK_0e98161304b8f40802a49f8b753" FOREIGN KEY ("activity_type_seq") REFERENCES "activity_type" ("seq")
  )`,
  `CREATE TABLE "visit_type" (
    "seq" serial NOT NULL,
    "title" ${text(100)} NOT NULL,
    "shortcut" ${text(30)} NOT NULL,
    "escort_required" boolean NOT NULL,
    CONSTRAINT "UQ_ef293643db9117bb935f43bb19a" UNIQUE ("title"),
    CONSTRAINT "PK_bf3b4ae8953324be91fa65c508c" PRIMARY KEY ("seq")
  )`,
  `CREATE TABLE "visit_type_activity" (
    "visit_type_seq" integer NOT NULL,
    "activity_type_seq" integer NOT NULL,
    CONSTRAINT "PK_e81c82f8c98775ef1af88c9ceea" PRIMARY KEY ("visit_type_seq", "activity_type_seq"),
    CONSTRAINT "FK_afb0c08b4c2189da2fd02a29285" FOREIGN KEY ("visit_type_seq") REFERENCES "visit_type" ("seq") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FK_ede2c59f910fd2ff2b93d072df6" FOREIGN KEY ("activity_type_seq") REFERENCES "activity_type" ("seq") ON DELETE CASCADE ON UPDATE CASCADE
  )`,
  `CREATE TABLE "visit" (
    "seq" serial NOT NULL,
    "id" ${text(36)} NOT NULL,
    "version" integer NOT NULL,
    "state" integer NOT NULL,
    "is_planned" boolean NOT NULL,
    "reason" ${text(4000)} NOT NULL,
    "valid_from" ${text(24)} NOT NULL,
    "valid_to" ${text(24)} NOT NULL,
    "entry_code" ${text(6)},
    "changed_at" ${text(24)},
    "created_by" ${text(36)} NOT NULL,
    "visitor_seq" integer NOT NULL,
    "visit_type_seq" integer NOT NULL,
    "visited_person_seq" integer,
    "visited_unit_seq" integer,
    "escort_seq" integer,
    "approved_by_seq" integer,
    "identifier_seq" integer,
    "vehicle_plate" ${text(100)},
    "vehicle_type" integer,
    "vehicle_model" ${text(100)},
    "vehicle_description" ${text(4000)},
    "vehicle_plate_key" ${text(100)},
    "trailer_plate" ${text(100)},
    "trailer_type" integer,
    "trailer_model" ${text(100)},
    "trailer_description" ${text(4000)},
    "trailer_plate_key" ${text(100)},
    CONSTRAINT "UQ_c9919ef5a07627657c535d8eb88" UNIQUE ("id"),
    CONSTRAINT "UQ_f659a0714d770220be6e069943a" UNIQUE ("entry_code"),
    CONSTRAINT "CHK_0f8815223648822b0f48546020" CHECK ("state" BETWEEN 0 AND 8),
    CONSTRAINT "PK_216800d2e00968fe2ea0c3abaa3" PRIMARY KEY ("seq"),
    CONSTRAINT "FK_0639afca16593090f92421bc7ed" FOREIGN KEY ("visitor_seq") REFERENCES "visitor" ("seq"),
    CONSTRAINT "FK_c68293cad3bfc1c5caf206c73f9" FOREIGN KEY ("visit_type_seq") REFERENCES "visit_type" ("seq"),
    CONSTRAINT "FK_c7e286b294b8e82ef10f584e05d" FOREIGN KEY ("visited_person_seq") REFERENCES "person" ("seq"),
    CONSTRAINT "FK_72b32ee58dab25cad0c15f5edc9" FOREIGN KEY ("visited_unit_seq") REFERENCES "org_unit" ("seq"),
    CONSTRAINT "FK_a1740dabd16b9b53344b0c1b404" FOREIGN KEY ("escort_seq") REFERENCES "person" ("seq"),
    CONSTRAINT "FK_05a1c910f540c320d186ca3451a" FOREIGN KEY ("approved_by_seq") REFERENCES "person" ("seq"),
    CONSTRAINT "FK_83cf40a74e5ec6c8138359abe7e" FOREIGN KEY ("identifier_seq") REFERENCES "identifier" ("seq")
  )`,
  `CREATE TABLE "visit_history" (
    "seq" serial NOT NULL,
    "visit_seq" integer NOT NULL,
    "at" ${text(24)} NOT NULL,
    "command" ${text(20)} NOT NULL,
    "from_state" integer,
    "to_state" integer NOT NULL,
    "reason" ${text(4000)},
    "reason_code" integer,
    "login" ${text(100)} NOT NULL,
    "address" ${text(45)} NOT NULL,
    "request_id" ${text(128)} NOT NULL,
    CONSTRAINT "PK_1f1bb632beb236fa91cf7230978" PRIMARY KEY ("seq"),
    CONSTRAINT "FK_8672013b00d778975015274e96e" FOREIGN KEY ("visit_seq") REFERENCES "visit" ("seq") ON DELETE CASCADE
  )`,
  `CREATE TABLE "visit_photo" (
    "seq" serial NOT NULL,
    "visit_seq" integer NOT NULL,
    "content" bytea NOT NULL,
    "type" ${text(10)},
    "width" integer,
    "height" integer,
    CONSTRAINT "PK_c60d305c288c7f75bac47825308" PRIMARY KEY ("seq"),
    CONSTRAINT "FK_348868ed262896552573b28db59" FOREIGN KEY ("visit_seq") REFERENCES "visit" ("seq") ON DELETE CASCADE
  )`,
  `CREATE TABLE "pass_key" (
    "seq" integer NOT NULL,
    "private_key" ${text(200)} NOT NULL,
    "created_at" ${text(24)} NOT NULL,
    CONSTRAINT "CHK_f9f8679d6c8398c5ab799013ce" CHECK ("seq" = 1),
    CONSTRAINT "PK_eb71a7266b208c234510c36ae83" PRIMARY KEY ("seq")
  )`,
  `CREATE TABLE "idempotency_key" (
    "user_id" ${text(36)} NOT NULL,
    "key_digest" ${text(64)} NOT NULL,
    "fingerprint" ${text(64)} NOT NULL,
    "attempt" ${text(36)} NOT NULL,
    "committed" boolean NOT NULL,
    "status" integer,
    "type" ${text(100)},
    "error" ${text(100)},
    "body" bytea,
    "created_at" ${text(24)} NOT NULL,
    CONSTRAINT "PK_baf62f0c1fd7c8d079d09c2215e" PRIMARY KEY ("user_id", "key_digest")
  )`,
];

const tableNames = tables.map(statement => /"\w+"/.exec(statement)?.[0] ?? '');

const indexes = [
  'CREATE INDEX "IDX_1267eb73ce66c4bd8ebc69f5aa" ON "person" ("org_unit_seq")',
  'CREATE INDEX "IDX_0b7bb57a5c47c9a61be97c2f55" ON "person" ("search_name")',
  'CREATE INDEX "IDX_eb9daedecfba9a6655e9cea75a" ON "person" ("search_surname")',
  'CREATE INDEX "IDX_72d9c713a563e6e92176fe0e44" ON "idempotency_key" ("created_at")',
  'CREATE INDEX "IDX_1c6e0dd0c512460541f6296c13" ON "identifier" ("created_by", "registration_nr", "internal_nr")',
  'CREATE INDEX "IDX_148d7aea435236bf529aa75d8f" ON "identifier" ("registration_nr", "internal_nr")',
  'CREATE INDEX "IDX_59d65c8def5d71762df807584c" ON "visitor" ("folded_email", "folded_surname", "folded_name")',
  'CREATE INDEX "IDX_79cc5eb9db3ff6d5c82f8eaed3" ON "visitor" ("date_of_birth", "folded_surname", "folded_name")',
  'CREATE INDEX "IDX_8abf87137bf080f925099c47c8" ON "visitor" ("created_by", "folded_surname", "folded_name")',
  'CREATE INDEX "IDX_200f5452e3854a22b3ddc8e263" ON "visitor" ("folded_surname", "folded_name")',
  'CREATE INDEX "IDX_969cabf2f6e84ded7d3773247a" ON "visitor_activity" ("visitor_seq", "activity_type_seq", "valid_to")',
  'CREATE INDEX "IDX_cd3a48649316dd7f2d0344d5cc" ON "visit" ("state")',
  'CREATE INDEX "IDX_e5ff909a363d7227f94eabb480" ON "visit" ("valid_from")',
  'CREATE INDEX "IDX_71e0bf274dd29bfef12a957b9f" ON "visit" ("changed_at")',
  'CREATE INDEX "IDX_dc60163f53f01f69bfaaa76c8d" ON "visit" ("created_by")',
  'CREATE INDEX "IDX_c68293cad3bfc1c5caf206c73f" ON "visit" ("visit_type_seq")',
  'CREATE INDEX "IDX_c7e286b294b8e82ef10f584e05" ON "visit" ("visited_person_seq")',
  'CREATE INDEX "IDX_72b32ee58dab25cad0c15f5edc" ON "visit" ("visited_unit_seq")',
  'CREATE INDEX "IDX_61b4bd3c1f3be5460ca9975dab" ON "visit" ("vehicle_plate_key")',
  'CREATE INDEX "IDX_82b87fe2e9affc527e06bb65d4" ON "visit" ("trailer_plate_key")',
  'CREATE INDEX "IDX_8672013b00d778975015274e96" ON "visit_history" ("visit_seq")',
  'CREATE INDEX "IDX_348868ed262896552573b28db5" ON "visit_photo" ("visit_seq")',
  'CREATE INDEX "IDX_afb0c08b4c2189da2fd02a2928" ON "visit_type_activity" ("visit_type_seq")',
  'CREATE INDEX "IDX_ede2c59f910fd2ff2b93d072df" ON "visit_type_activity" ("activity_type_seq")',
];

/** Finds the previous visit of a visitor. An index of SQLite contains the row number anyway. */
const VISITS_OF_VISITOR = 'CREATE INDEX "IDX_0639afca16593090f92421bc7e" ON "visit" ("visitor_seq", "seq")';

/** An entry of a B-tree has at most 2,700 bytes, which two paths may exceed. */
const UNITS_BELOW = 'CREATE INDEX "IDX_614b58a7d2671c9bb48abeb573" ON "org_unit" USING hash ("parent_unit")';

/**
 * Substring indexes, like the FTS tables of SQLite. If the extension is not available, searches read all rows.
 */
const TRIGRAM_INDEXES = `DO $$
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX visitor_search_text_pieces ON visitor USING gin (search_text gin_trgm_ops);
    CREATE INDEX person_search_name_pieces ON person USING gin (search_name gin_trgm_ops);
    CREATE INDEX person_search_surname_pieces ON person USING gin (search_surname gin_trgm_ops);
    CREATE INDEX org_unit_search_text_pieces ON org_unit USING gin (search_text gin_trgm_ops);
  EXCEPTION
    WHEN insufficient_privilege OR undefined_file OR undefined_object OR feature_not_supported THEN
      RAISE NOTICE 'pg_trgm is not to be had: texts are searched by reading them';
  END
$$`;
