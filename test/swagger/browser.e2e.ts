import { Browser, chromium } from '../support/browser';
import { type Demo, startDemo } from '../support/demo';

const name = 'Swagger UI in Chromium';
const suite = chromium === undefined ? describe.skip : describe;

suite(chromium === undefined ? `${name} (which is not installed)` : name, () => {
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    demo = await startDemo({ TOKEN_TTL_SECONDS: '2' });
    browser = await Browser.open();
    await browser.go(`${demo.url}/swagger`);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const operation = (id: string) => `[id^="operations-"][id$="-${id}"]`;

  /** Opens an action, if it is not open, and presses Execute; what the page shows of the answer. */
  async function execute(id: string): Promise<{ status: string; curl: string; answer: string }> {
    if (!(await browser.ask(`!!document.querySelector('${operation(id)}.is-open')`)))
      await browser.click(`${operation(id)} .opblock-summary-control`);
    await browser.click(`${operation(id)} .execute`);
    const row = `${operation(id)} .live-responses-table`;
    const status = await browser.find(`${row} tbody .response-col_status`);
    return {
      status: status.trim(),
      curl: await browser.find(`${operation(id)} .curl`),
      answer: await browser.find(`${row} tbody .response-col_description`),
    };
  }

  async function authorize(login: string, key: string): Promise<void> {
    await browser.click('.scheme-container .authorize');
    await browser.type('.login input[type=text]', login);
    await browser.type('.login input[type=password]', key);
    await browser.click('.modal-ux .auth-container .modal-btn.authorize');
    await browser.click('.modal-ux .btn-done');
  }

  it('shows the groups in the order of a day', async () => {
    await browser.find('.opblock-tag');
    const groups = await browser.ask<string[]>(
      `[...document.querySelectorAll('.opblock-tag')].map(each => each.dataset.tag)`,
    );
    expect(groups.slice(0, 5)).toEqual([
      ...['Log in', 'Announce and register', 'At the door', 'In the area', 'Look up visits'],
    ]);
  });

  it('a newcomer gives login and key once, and leads visits from the desk to the end without typing an id', async () => {
    await authorize(demo.login, demo.key);
    const statuses: string[] = [];
    for (const id of ['visitCreate', 'visitVerify', 'visitCheck', 'visitEnter', 'visitEnd']) {
      // Longer than a token lives.
      await browser.ask('new Promise(resolve => setTimeout(resolve, 2100))');
      const { status, curl } = await execute(id);
      statuses.push(`${id} ${status}`);
      expect(curl).toContain('-H "Authorization: Bearer $TOKEN"');
      expect(curl).not.toMatch(/Basic|\?Token|Bearer [^$]/);
    }
    expect(statuses).toEqual(
      ['visitCreate', 'visitVerify', 'visitCheck', 'visitEnter', 'visitEnd'].map(id => `${id} 200`),
    );
    expect(browser.asked.filter(url => url.endsWith('/login'))).toHaveLength(5);
  }, 120_000);

  it('one token serves the calls that come while it lives', async () => {
    const before = browser.asked.length;
    await browser.ask('new Promise(resolve => setTimeout(resolve, 2100))');
    await execute('visitGet');
    await execute('visitGetHistory');
    expect(browser.asked.slice(before).filter(url => url.endsWith('/login')).length).toBeLessThan(3);
  }, 120_000);

  it('shows a picture that is answered', async () => {
    await execute('visitGetIdentifierEntryCodeImage');
    const picture = `${operation('visitGetIdentifierEntryCodeImage')} .live-responses-table img`;
    await browser.find(picture);
    expect(
      await browser.ask(`document.querySelector('${picture}').decode().then(() => true, () => false)`),
    ).toBe(true);
  }, 120_000);

  it('says at the first call that a key is wrong', async () => {
    await browser.go(`${demo.url}/swagger`);
    await authorize(demo.login, 'AAAAAAAAAAAAAAAAAAAAAA==');
    const { status, answer } = await execute('visitGetAll');
    expect([status, answer]).toEqual(['401', expect.stringContaining('1004')]);
  }, 120_000);

  it('keeps token and key in memory alone, in no address, and asks no other host', async () => {
    expect(
      browser.asked.filter(url => !url.startsWith(demo.url) && !/^(?:data|blob|about):/.test(url)),
    ).toEqual([]);
    expect(browser.asked.filter(url => /token=|apikey/i.test(url))).toEqual([]);
    expect(await browser.ask('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([
      0,
      0,
      '',
    ]);
    // The console tells of the refusals above; of nothing that the policy of the page forbade.
    expect(
      browser.faults.filter(fault => !fault.includes('the server responded with a status of 401')),
    ).toEqual([]);
  });

  it.each([390, 768, 1280])(
    'is no wider than a screen of %i pixels',
    async width => {
      await browser.resize(width, 900);
      await browser.go(`${demo.url}/swagger`);
      for (const id of ['visitCreate', 'visitGetAll', 'visitGetIdentifierEntryCode'])
        await browser.click(`${operation(id)} .opblock-summary-control`);
      await browser.find(`${operation('visitGetIdentifierEntryCode')} .execute`);
      expect(await browser.ask('innerWidth')).toBe(width);
      expect(await browser.ask('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    },
    120_000,
  );
});
