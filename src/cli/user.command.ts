import type { Command } from 'commander';
import { AdministerUsers, describedUser, type NewUser, type User } from '../auth';
import { configFrom } from '../environment';
import { ExitCode, Failure } from '../exit-codes';
import { composed } from '../shared/text';
import { type Io, say, sayTable } from './io';
import { withServices } from './services';
import { refuseUnseenKeys } from './unseen-keys';

interface CreateOptions {
  ipFilter?: string;
  ratePolicy?: string;
  privileges?: string;
}

export function addUser(program: Command, io: Io): void {
  const user = program.command('user').description('who may log in, and with which key');
  const command = (name: string, description: string) => user.command(name).description(description);
  const commandFor = (name: string, description: string) =>
    command(name, description).argument('<login>', 'white space at its ends does not count', asLogin);
  commandFor('create', 'makes a user and shows its API key, this once')
    .option('--ip-filter <filter>', 'addresses that the user may call from, e.g. "10.0.0.0/8; 192.168.1.5"')
    .option('--rate-policy <policy>', 'instead of RATE_POLICY, e.g. 50/1s')
    .option('--privileges <list>', 'e.g. "Visits:View,New,Edit;Visitors:View"; none when left out')
    .action((login: string, options: CreateOptions) => create(io, login, options));
  command('list', 'all users, one a line').action(() => list(io));
  commandFor('block', 'ends the tokens of a user at once and refuses new ones').action((login: string) =>
    change(io, login, users => users.block(login), 'blocked'),
  );
  commandFor('unblock', 'lets a user log in again').action((login: string) =>
    change(io, login, users => users.unblock(login), 'unblocked'),
  );
  commandFor(
    'rotate-key',
    'makes a new API key and shows it, this once; the old one and its tokens stop working within half a second',
  ).action((login: string) => rotateKey(io, login));
}

/** As requests and apply files have logins: composed, and without the white space that a clipboard adds. */
const asLogin = (text: string): string => composed(text).trim();

async function create(io: Io, login: string, options: CreateOptions): Promise<void> {
  const user = newUser(login, options);
  const key = await administer(io, users => users.create(user));
  if (key === undefined) throw new Failure(`there is a user ${login} already`, ExitCode.BadData);
  say(io, `created user ${login}`);
  await showKey(io, login, key);
}

async function list(io: Io): Promise<void> {
  const users = await administer(io, each => each.list());
  sayTable(io, [['LOGIN', 'STATE', 'PRIVILEGES', 'IP FILTER', 'RATE'], ...users.map(cellsOf)]);
}

async function rotateKey(io: Io, login: string): Promise<void> {
  const key = await administer(io, users => users.rotateKey(login));
  if (key === undefined) throw unknown(login);
  say(io, `user ${login} has a new key; the old one is out`);
  await showKey(io, login, key);
}

async function change(
  io: Io,
  login: string,
  work: (users: AdministerUsers) => Promise<boolean>,
  done: string,
): Promise<void> {
  if (!(await administer(io, work))) throw unknown(login);
  say(io, `${done} user ${login}`);
}

function administer<T>(io: Io, work: (users: AdministerUsers) => Promise<T>): Promise<T> {
  return withServices(configFrom(io.env), services => work(services.get(AdministerUsers)));
}

async function showKey(io: Io, login: string, key: string): Promise<void> {
  say(io, `its API key, shown this once: ${key}`);
  await refuseUnseenKeys(io, [login]);
}

function unknown(login: string): Failure {
  return new Failure(`there is no user ${login}`, ExitCode.BadData);
}

const argumentNames: Readonly<Record<string, string>> = {
  login: 'LOGIN',
  ipFilter: '--ip-filter',
  ratePolicy: '--rate-policy',
  privileges: '--privileges',
};

/** By the same rules as a user of an apply file. @throws Failure */
function newUser(login: string, { privileges, ...rest }: CreateOptions): NewUser {
  const { data, error } = describedUser.safeParse({ login, ...rest, privileges: privilegesOf(privileges) });
  if (data) {
    const { ipFilter, ratePolicy, recordPermissions } = data;
    return { login: data.login, ipFilter, ratePolicy, privileges: data.privileges, recordPermissions };
  }
  const lines = error.issues.flatMap(({ path, message, ...issue }) => {
    const [member = '', ...deeper] = path.map(String);
    const unknownAgendas = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const agenda = [...deeper.slice(0, 1), ...unknownAgendas].join(', ');
    return `${argumentNames[member] ?? member}: ${agenda === '' ? '' : `${agenda} `}${message}`;
  });
  throw new Failure(lines.join('\n'), ExitCode.Usage);
}

/** `Visits:View,New;Visitors:View` as an apply file would have it. */
function privilegesOf(text = ''): Record<string, string[]> {
  const words = (list: string, separator: string) =>
    list
      .split(separator)
      .map(word => word.trim())
      .filter(Boolean);
  return Object.fromEntries(
    words(text, ';').map(each => {
      const [agenda = '', ...rights] = each.split(':');
      return [agenda.trim(), words(rights.join(':'), ',')];
    }),
  );
}

function cellsOf({ login, blocked, privileges, ipFilter, ratePolicy }: User): string[] {
  const granted = Object.entries(privileges).map(([agenda, rights]) => `${agenda}:${rights.join(',')}`);
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return [
    login,
    blocked ? 'blocked' : 'active',
    granted.join(';') || '-',
    oneLine(ipFilter) || '-',
    ratePolicy ?? '-',
  ];
}
