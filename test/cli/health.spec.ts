import { healthProblem } from '../../src/cli/health';
import { CommandLine } from '../support/command-line';
import { TestApp } from '../support/test-app';

describe('gatehouse health', () => {
  let app: TestApp;
  const cli = () => new CommandLine({ PORT: String(app.port) });

  beforeEach(async () => (app = await TestApp.start()));
  afterEach(() => app.stop());

  it('says nothing and exits with 0 where the service is ready', async () => {
    const { exitCode, out, err } = await cli().run(['health']);
    expect([exitCode, out, err]).toEqual([0, [], []]);
  });

  it.each(['', '0.0.0.0', '127.0.0.1'])('asks where a service on HOST=%s is reached', async HOST => {
    expect(await healthProblem({ HOST, PORT: String(app.port) })).toBeUndefined();
  });

  it('says why the service is not ready, and exits with 69', async () => {
    await app.database.close();
    const { exitCode, err } = await cli().run(['health']);
    expect([exitCode, err.join()]).toEqual([69, expect.stringMatching(/answers 503: .*takes no writes/)]);
  });

  it('says that nothing answers, and exits with 69', async () => {
    const { port } = app;
    await app.stop();
    const { exitCode, err } = await new CommandLine({ PORT: String(port) }).run(['health']);
    const url = `http://127.0.0.1:${port}/health/ready`;
    expect([exitCode, err]).toEqual([
      69,
      [`${url} does not answer (ECONNREFUSED): is the service running there?`],
    ]);
    app = await TestApp.start();
  });
});
