import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, directory, cards, visitors, and visits with their history. */
export class Core1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [...tableNames].reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}

const tables = [
  `CREATE TABLE "user" (
    "id" varchar(36) PRIMARY KEY NOT NULL,
    "login" varchar(100) NOT NULL,
    "key_digest" varchar(64) NOT NULL,
    "blocked" boolean NOT NULL,
    "ip_filter" varchar(4000) NOT NULL,
    "rate_policy" varchar(20),
    "privileges" text NOT NULL,
    "record_permissions" text NOT NULL,
    "created_at" varchar(24) NOT NULL,
    "updated_at" varchar(24) NOT NULL,
    CONSTRAINT "UQ_a62473490b3e4578fd683235c5e" UNIQUE ("login")
  )`,
  `CREATE TABLE "org_unit" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "structure" varchar(1000) NOT NULL,
    "title" varchar(200) NOT NULL,
    "description" varchar(4000) NOT NULL,
    "parent_unit" varchar(1000),
    "type" varchar(100) NOT NULL,
    "shortcut" varchar(30) NOT NULL,
    "changed_at" varchar(24) NOT NULL,
    CONSTRAINT "UQ_8076a46896941542ba044878c57" UNIQUE ("structure")
  )`,
  `CREATE TABLE "person" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "person_id" varchar(100) NOT NULL,
    "name" varchar(100) NOT NULL,
    "surname" varchar(100) NOT NULL,
    "email" varchar(200) NOT NULL,
    "org_unit_seq" integer,
    CONSTRAINT "UQ_403c951c5e9b776c16385a8940f" UNIQUE ("person_id"),
    CONSTRAINT "FK_1267eb73ce66c4bd8ebc69f5aaf" FOREIGN KEY ("org_unit_seq") REFERENCES "org_unit" ("seq")
  )`,
  `CREATE TABLE "identifier" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "internal_nr" varchar(20) NOT NULL,
    "registration_nr" varchar(100) NOT NULL,
    "technology" integer NOT NULL,
    "type" integer NOT NULL,
    "lost" boolean NOT NULL,
    "valid_from" varchar(24),
    "valid_to" varchar(24),
    "held_by" varchar(36),
    CONSTRAINT "UQ_db3398f75a631b2b2d10f114bef" UNIQUE ("internal_nr"),
    CONSTRAINT "UQ_ceba6cd6a85dd6c56da3d7c76d1" UNIQUE ("held_by")
  )`,
  `CREATE TABLE "activity_type" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "title" varchar(100) NOT NULL,
    "shortcut" varchar(30) NOT NULL,
    "frequency" integer NOT NULL,
    "signed" boolean NOT NULL,
    CONSTRAINT "UQ_54389a3eb3ad301f7f6d3ede54b" UNIQUE ("title")
  )`,
  `CREATE TABLE "visitor" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "id" varchar(36) NOT NULL,
    "name" varchar(100) NOT NULL,
    "surname" varchar(100) NOT NULL,
    "date_of_birth" varchar(10),
    "company" varchar(200) NOT NULL,
    "email" varchar(200) NOT NULL,
    "phone_number" varchar(100) NOT NULL,
    "language" varchar(35),
    "doc_number" varchar(50),
    "doc_state" varchar(100),
    "doc_type" integer,
    "created_at" varchar(24) NOT NULL,
    CONSTRAINT "UQ_ba6ae421d03de90a99ed838741d" UNIQUE ("id"),
    CONSTRAINT "UQ_446a55fe533b3d30430dae2e664" UNIQUE ("doc_number", "doc_state", "doc_type")
  )`,
  `CREATE TABLE "visitor_activity" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "visitor_seq" integer NOT NULL,
    "activity_type_seq" integer NOT NULL,
    "valid_to" varchar(24) NOT NULL,
    "description" varchar(4000) NOT NULL,
    "attachment" blob,
    "recorded_by" varchar(100) NOT NULL,
    "recorded_at" varchar(24) NOT NULL,
    CONSTRAINT "FK_370cd70fcebdb84f18d512b6928" FOREIGN KEY ("visitor_seq") REFERENCES "visitor" ("seq") ON DELETE CASCADE,
    CONSTRAINT "FK_0e98161304b8f40802a49f8b753" FOREIGN KEY ("activity_type_seq") REFERENCES "activity_type" ("seq")
  )`,
  `CREATE TABLE "visit_type" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "title" varchar(100) NOT NULL,
    "shortcut" varchar(30) NOT NULL,
    "escort_required" boolean NOT NULL,
    CONSTRAINT "UQ_ef293643db9117bb935f43bb19a" UNIQUE ("title")
  )`,
  `CREATE TABLE "visit_type_activity" (
    "visit_type_seq" integer NOT NULL,
    "activity_type_seq" integer NOT NULL,
    CONSTRAINT "FK_afb0c08b4c2189da2fd02a29285" FOREIGN KEY ("visit_type_seq") REFERENCES "visit_type" ("seq") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FK_ede2c59f910fd2ff2b93d072df6" FOREIGN KEY ("activity_type_seq") REFERENCES "activity_type" ("seq") ON DELETE CASCADE ON UPDATE CASCADE,
    PRIMARY KEY ("visit_type_seq", "activity_type_seq")
  )`,
  `CREATE TABLE "visit" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "id" varchar(36) NOT NULL,
    "version" integer NOT NULL,
    "state" integer NOT NULL,
    "is_planned" boolean NOT NULL,
    "reason" varchar(4000) NOT NULL,
    "valid_from" varchar(24) NOT NULL,
    "valid_to" varchar(24) NOT NULL,
    "entry_code" varchar(6),
    "created_by" varchar(36) NOT NULL,
    "visitor_seq" integer NOT NULL,
    "visit_type_seq" integer NOT NULL,
    "visited_person_seq" integer,
    "visited_unit_seq" integer,
    "escort_seq" integer,
    "approved_by_seq" integer,
    "identifier_seq" integer,
    "vehicle_plate" varchar(100),
    "vehicle_type" integer,
    "vehicle_model" varchar(100),
    "vehicle_description" varchar(4000),
    "trailer_plate" varchar(100),
    "trailer_type" integer,
    "trailer_model" varchar(100),
    "trailer_description" varchar(4000),
    CONSTRAINT "UQ_c9919ef5a07627657c535d8eb88" UNIQUE ("id"),
    CONSTRAINT "UQ_f659a0714d770220be6e069943a" UNIQUE ("entry_code"),
    CONSTRAINT "CHK_0f8815223648822b0f48546020" CHECK ("state" BETWEEN 0 AND 8),
    CONSTRAINT "FK_0639afca16593090f92421bc7ed" FOREIGN KEY ("visitor_seq") REFERENCES "visitor" ("seq"),
    CONSTRAINT "FK_c68293cad3bfc1c5caf206c73f9" FOREIGN KEY ("visit_type_seq") REFERENCES "visit_type" ("seq"),
    CONSTRAINT "FK_c7e286b294b8e82ef10f584e05d" FOREIGN KEY ("visited_person_seq") REFERENCES "person" ("seq"),
    CONSTRAINT "FK_72b32ee58dab25cad0c15f5edc9" FOREIGN KEY ("visited_unit_seq") REFERENCES "org_unit" ("seq"),
    CONSTRAINT "FK_a1740dabd16b9b53344b0c1b404" FOREIGN KEY ("escort_seq") REFERENCES "person" ("seq"),
    CONSTRAINT "FK_05a1c910f540c320d186ca3451a" FOREIGN KEY ("approved_by_seq") REFERENCES "person" ("seq"),
    CONSTRAINT "FK_83cf40a74e5ec6c8138359abe7e" FOREIGN KEY ("identifier_seq") REFERENCES "identifier" ("seq")
  )`,
  `CREATE TABLE "visit_history" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "visit_seq" integer NOT NULL,
    "at" varchar(24) NOT NULL,
    "command" varchar(20) NOT NULL,
    "from_state" integer,
    "to_state" integer NOT NULL,
    "reason" varchar(4000),
    "reason_code" integer,
    "login" varchar(100) NOT NULL,
    "address" varchar(45) NOT NULL,
    "request_id" varchar(128) NOT NULL,
    CONSTRAINT "FK_8672013b00d778975015274e96e" FOREIGN KEY ("visit_seq") REFERENCES "visit" ("seq") ON DELETE CASCADE
  )`,
  `CREATE TABLE "visit_photo" (
    "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "visit_seq" integer NOT NULL,
    "content" blob NOT NULL,
    CONSTRAINT "FK_348868ed262896552573b28db59" FOREIGN KEY ("visit_seq") REFERENCES "visit" ("seq") ON DELETE CASCADE
  )`,
];

const tableNames = tables.map(statement => /"\w+"/.exec(statement)?.[0] ?? '');

const indexes = [
  'CREATE INDEX "IDX_1267eb73ce66c4bd8ebc69f5aa" ON "person" ("org_unit_seq")',
  'CREATE INDEX "IDX_969cabf2f6e84ded7d3773247a" ON "visitor_activity" ("visitor_seq", "activity_type_seq", "valid_to")',
  'CREATE INDEX "IDX_afb0c08b4c2189da2fd02a2928" ON "visit_type_activity" ("visit_type_seq")',
  'CREATE INDEX "IDX_ede2c59f910fd2ff2b93d072df" ON "visit_type_activity" ("activity_type_seq")',
  'CREATE INDEX "IDX_7a541df76f2305fe294e522b71" ON "visit" ("visitor_seq", "state")',
  'CREATE INDEX "IDX_8672013b00d778975015274e96" ON "visit_history" ("visit_seq")',
  'CREATE INDEX "IDX_348868ed262896552573b28db5" ON "visit_photo" ("visit_seq")',
];
