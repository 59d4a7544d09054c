import {
  Body,
  ConflictException,
  Controller,
  HttpCode,
  Module,
  NotFoundException,
  Post,
  UseGuards,
} from '@nestjs/common';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { EndBody, listen, LoginController, TokenGuard, Tokens } from './nest';

/** The database: an SQLite file, or the given PostgreSQL database. */
const { DATABASE_FILE = '', DATABASE_URL } = process.env;
const INSTANT = DATABASE_URL ? 'timestamptz' : 'datetime';

/** What a good developer writes in an hour with Nest and a TypeORM repository: no history, no rights, no queue. */
@Entity('visit')
export class VisitRow {
  @PrimaryColumn('text') id: string;
  @Column('integer') state: number;
  @Column('text') visitor: string;
  @Column('text') reason: string;
  @Column(INSTANT) validFrom: Date;
  @Column(INSTANT) validTo: Date;
}

const IN_THE_AREA = 5;
const LEFT = 7;

@Controller('visit')
export class VisitController {
  constructor(private readonly source: DataSource) {}

  @Post('end')
  @HttpCode(200)
  @UseGuards(TokenGuard)
  async end(@Body() { VisitId, Reason }: EndBody) {
    // eslint-disable-next-line no-restricted-syntax -- a peer has no Database with a queue: a repository is the usual way
    const visits = this.source.getRepository(VisitRow);
    const visit = await visits.findOneBy({ id: VisitId });
    if (!visit) throw new NotFoundException();
    const change = { state: LEFT, reason: Reason, validTo: new Date() };
    const { affected } = await visits.update({ id: VisitId, state: IN_THE_AREA }, change);
    if (affected !== 1) throw new ConflictException();
    return { Visit: { ...visit, ...change } };
  }
}

async function openSource(): Promise<DataSource> {
  const entities = [VisitRow];
  if (DATABASE_URL) return new DataSource({ type: 'postgres', url: DATABASE_URL, entities }).initialize();
  const source = new DataSource({ type: 'sqlite', database: DATABASE_FILE, entities, enableWAL: true });
  await source.initialize();
  await source.query('PRAGMA synchronous = FULL');
  return source;
}

@Module({
  controllers: [LoginController, VisitController],
  providers: [Tokens, TokenGuard, { provide: DataSource, useFactory: openSource }],
})
class PlainNestModule {}

void listen(PlainNestModule);
