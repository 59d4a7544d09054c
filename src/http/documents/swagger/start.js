// What the page of Swagger UI runs: it shows the document, and gets a token by itself for whoever gave a login and a key.
(() => {
  const base = new URL('..', document.currentScript.src).href;
  const LOGIN = 'Login and key';
  const schemes = {
    [LOGIN]: {
      type: 'http',
      scheme: 'basic',
      description:
        'The page logs in with them whenever a call needs a token. They are forgotten when the page is closed or loaded anew.',
    },
    Token: {
      type: 'http',
      scheme: 'bearer',
      description: 'Or a token from POST login, as long as it lives.',
    },
  };
  /** The token of a login and its key, while it lives. */
  let kept;

  /** The document as this page uses it: no token in an address, and one more way to authorize. */
  function forPage(document) {
    document.components.securitySchemes = schemes;
    for (const verbs of Object.values(document.paths))
      for (const operation of Object.values(verbs))
        if (operation.security.length > 0) operation.security = [{ [LOGIN]: [] }, { Token: [] }];
    return document;
  }

  /** A token, or the answer that refused it. */
  async function tokenOf(username = '', password = '') {
    const by = JSON.stringify([username, password]);
    const askedAt = performance.now();
    if (kept?.by === by && askedAt < kept.until) return kept;
    const refused = await fetch(`${base}login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ UserLogin: username, ApiKey: password }),
    });
    if (!refused.ok) return { refused };
    const { Token: token, ExpireInSec } = await refused.json();
    const lifeMs = ExpireInSec * 1000;
    // A little less, for the way of the call.
    kept = { by, token, until: askedAt + lifeMs - Math.min(2000, lifeMs / 4) };
    return kept;
  }

  /** Sends a call with a token that lives; once more where the service does not know it any longer. */
  async function sendAs({ username, password }, url, request) {
    for (let tries = 1; ; tries += 1) {
      const { token, refused } = await tokenOf(username, password);
      if (refused) return refused;
      const answer = await send(token, url, request);
      if (answer.status !== 401 || tries === 2) return answer;
      kept = undefined;
    }
  }

  function send(token, url, { method, body, headers }) {
    return fetch(url, { method, body, headers: { ...headers, Authorization: `Bearer ${token}` } });
  }

  /** What is shown of a request, as curl too, has $TOKEN, in quotes that a shell looks into; the token is put in on the way. */
  function withToken(request) {
    const [scheme, given] = (request.headers?.Authorization ?? '').split(' ');
    if (!scheme) return request;
    const login = ui.authSelectors.authorized().getIn([LOGIN, 'value'])?.toJS();
    delete request.headers.Authorization;
    request.curlOptions = ['-H "Authorization: Bearer $TOKEN"'];
    request.userFetch = (url, options) =>
      scheme === 'Basic' ? sendAs(login, url, options) : send(given, url, options);
    return request;
  }

  /** The form for the login and the key, under the names that the contract gives them. */
  const loginForm = ({ React: { createElement, useState } }) => ({
    wrapComponents: {
      HttpAuth: Original =>
        function HttpAuth(props) {
          const { name, schema, authorized, onChange } = props;
          const [value, setValue] = useState({});
          if (name !== LOGIN) return createElement(Original, props);
          const known = authorized.getIn([name, 'value', 'username']);
          const field = (label, member, type) =>
            createElement(
              'label',
              { key: member },
              label,
              createElement('input', {
                type,
                autoComplete: 'off',
                autoFocus: member === 'username',
                onChange: ({ target }) => {
                  const changed = { ...value, [member]: target.value };
                  setValue(changed);
                  onChange({ name, schema, value: changed });
                },
              }),
            );
          return createElement(
            'div',
            { className: 'login' },
            createElement('h4', null, name),
            createElement('p', null, schema.get('description')),
            known
              ? createElement('p', null, `Given for ${known}.`)
              : [field('UserLogin', 'username', 'text'), field('ApiKey', 'password', 'password')],
          );
        },
    },
  });

  let ui;
  async function start() {
    const answer = await fetch(`${base}openapi.json`);
    if (!answer.ok) throw new Error(`openapi.json: ${answer.status}`);
    ui = SwaggerUIBundle({
      spec: forPage(await answer.json()),
      dom_id: '#swagger-ui',
      deepLinking: true,
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      tryItOutEnabled: true,
      // It would send the address of the document to a server of Swagger's.
      validatorUrl: null,
      plugins: [loginForm],
      requestInterceptor: withToken,
    });
  }

  start().catch(error => {
    document.getElementById('swagger-ui').textContent = `The document cannot be shown. ${error.message}`;
  });
})();
