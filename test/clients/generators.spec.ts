import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A generator of clients, and a program of somebody who uses what it made of the document. */
interface Generator {
  name: string;
  run: (document: string, folder: string) => string[];
  program: string;
}

const bin = (name: string) => resolve('node_modules', '.bin', name);

const generators: readonly Generator[] = [
  {
    name: '@hey-api/openapi-ts',
    run: (document, folder) => [
      bin('openapi-ts'),
      ...['-i', document, '-o', join(folder, 'api'), '-c', '@hey-api/client-fetch', '-s', '--no-log-file'],
    ],
    program: `
      import { visitEnd, visitGetAll, type VisitCreateReq } from './api';
      export const body: VisitCreateReq = {
        VisitId: '', Visitor: { Name: '', Surname: '' }, Vehicle: null, VisitType: { Title: '' }, Reason: '',
      };
      export async function end(): Promise<string | undefined> {
        const { data, error } = await visitEnd({ body: { VisitId: '', Reason: '' } });
        const code: number | null | undefined = error?.Code;
        return code ? undefined : data?.Visitor.Surname;
      }
      // @ts-expect-error the reason is required
      void visitEnd({ body: { VisitId: '' } });
      // @ts-expect-error a visit type is no text
      body.VisitType = 'Delivery';
      void visitGetAll({ query: { State: [5, 6], OnSite: 1, Sort: '-ValidFrom', Fields: ['VisitId', 'State'] } });
      // @ts-expect-error there is no such state
      void visitGetAll({ query: { State: [9] } });`,
  },
  {
    name: 'openapi-typescript',
    run: (document, folder) => [
      bin('openapi-typescript'),
      ...[document, '--enum', '-o', join(folder, 'api.ts')],
    ],
    program: `
      import { VisitState, type components, type operations } from './api';
      type Answer = operations['visitEnd']['responses'][200]['content']['application/json'];
      type Question = NonNullable<operations['visitEnd']['requestBody']>['content']['application/json'];
      export const body: components['schemas']['VisitCreateReq'] = {
        VisitId: '', Visitor: { Name: '', Surname: '' }, Vehicle: null, VisitType: { Title: '' }, Reason: '',
      };
      export const surname = (answer: Answer): string => answer.Visitor.Surname;
      export const isInside = (answer: Answer): boolean => answer.State === VisitState.InArea;
      export const code = (refused: components['schemas']['ErrorEnvelope']): number | null | undefined => refused.Code;
      // @ts-expect-error the reason is required
      export const question: Question = { VisitId: '' };
      // @ts-expect-error a visit type is no text
      body.VisitType = 'Delivery';`,
  },
  {
    name: 'swagger-typescript-api',
    run: (document, folder) => [
      bin('swagger-typescript-api'),
      ...['generate', '-p', document, '-o', folder, '-n', 'api.ts', '--silent'],
    ],
    program: `
      import { Api, RejectReason, VisitState, type VisitCreateReq } from './api';
      const api = new Api();
      export const body: VisitCreateReq = {
        VisitId: '', Visitor: { Name: '', Surname: '' }, Vehicle: null, VisitType: { Title: '' }, Reason: '',
      };
      export async function end(): Promise<string | undefined> {
        const { data, error } = await api.visit.visitEnd({ VisitId: '', Reason: '' });
        const code: number | null | undefined = error.Code;
        return code || data.State !== VisitState.Left ? undefined : data.Visitor.Surname;
      }
      void api.visit.visitReject({ VisitId: '', ReasonCode: RejectReason.NoShow, Reason: '' });
      // @ts-expect-error the reason is required
      void api.visit.visitEnd({ VisitId: '' });
      // @ts-expect-error a visit type is no text
      body.VisitType = 'Delivery';`,
  },
];

const strictly = [
  ...['--strict', '--noEmit', '--pretty', 'false', '--skipLibCheck', '--module', 'es2022'],
  ...['--moduleResolution', 'bundler', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'],
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-generated-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a program in the folder; what it had to say when it failed. */
function faultOf([command = '', ...args]: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

describe('the OpenAPI document', () => {
  it.each(generators)(
    'makes a client by $name that compiles strictly and knows its types and values',
    ({ run, program }) => {
      writeFileSync(join(folder, 'package.json'), '{}');
      mkdirSync(join(folder, 'made'));
      expect(faultOf(run(resolve('docs/openapi.json'), join(folder, 'made')))).toBe('');
      writeFileSync(join(folder, 'made', 'program.ts'), program);
      openToTheCompiler(join(folder, 'made', 'api.ts'));
      expect(faultOf([bin('tsc'), ...strictly, 'made/program.ts'])).toBe('');
    },
    60_000,
  );
});

/** A generator that shields its work from the compiler proves nothing by compiling. */
function openToTheCompiler(file: string): void {
  if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replace('// @ts-nocheck', ''));
}
