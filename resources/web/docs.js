// SPDX-License-Identifier: GPL-3.0-or-later
// Renders /openapi.json and can try a call. Text only ever goes in as text, never as markup.
'use strict';

const byId = (id) => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

let openApi = null;

function resolve(part) {
  let target = part;
  while (target && target.$ref)
    target = target.$ref.slice(2).split('/').reduce((at, key) => at[key], openApi);
  return target;
}

/// Schemas in words of their own shape: {"name": string, "price": number}.
function describe(schema, depth = 0) {
  const known = resolve(schema) || {};
  const pad = '  '.repeat(depth + 1);
  const types = [].concat(known.type || []).filter((type) => type !== 'null');
  const orNull = [].concat(known.type || []).includes('null') ? ' or null' : '';
  if (known.oneOf)
    return known.oneOf.map((one) => describe(one, depth)).join('\n' + pad + 'or ');
  if (known.enum)
    return known.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (known.const !== undefined)
    return JSON.stringify(known.const);
  if (types[0] === 'object' && known.properties) {
    const required = known.required || [];
    const lines = Object.entries(known.properties).map(([name, value]) =>
      `${pad}${name}${required.includes(name) ? '' : '?'}: ${describe(value, depth + 1)}`);
    return lines.length ? `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}${orNull}` : '{}';
  }
  if (types[0] === 'array')
    return `[${describe(known.items || {}, depth)}]${orNull}`;
  const bounds = [];
  if (known.format) bounds.push(known.format);
  if (known.minLength !== undefined || known.maxLength !== undefined)
    bounds.push(`${known.minLength || 0} to ${known.maxLength ?? 'any'} characters`);
  if (known.minimum !== undefined && known.maximum < 9e15) bounds.push(`${known.minimum} to ${known.maximum}`);
  return (types[0] || 'any') + orNull + (bounds.length ? ` (${bounds.join(', ')})` : '');
}

function parameterInputs(operation, table) {
  const inputs = [];
  for (const parameter of operation.parameters || []) {
    const input = element('input', {name: parameter.name, placeholder: describe(parameter.schema).slice(0, 60)});
    input.setAttribute('aria-label', parameter.name);
    table.append(element('tr', {},
      element('td', {}, element('code', {textContent: parameter.name + (parameter.required ? ' *' : '')})),
      element('td', {}, input),
      element('td', {className: 'quiet', textContent: `${parameter.in}. ${parameter.description || ''}`})));
    inputs.push({parameter, input});
  }
  return inputs;
}

async function send(path, method, operation, inputs, bodyBox, answer) {
  let target = path;
  const query = new URLSearchParams();
  const headers = {};
  for (const {parameter, input} of inputs) {
    const value = input.value.trim();
    if (parameter.in === 'path') target = target.replace(`{${parameter.name}}`, encodeURIComponent(value || '1'));
    else if (value && parameter.in === 'query') query.append(parameter.name, value);
    else if (value && parameter.in === 'header') headers[parameter.name] = value;
  }
  if (query.size) target += '?' + query;
  const token = byId('token').value.trim();
  if (token && operation.security && operation.security.length) headers.Authorization = 'Bearer ' + token;
  const options = {method: method.toUpperCase(), headers, credentials: 'omit', cache: 'no-store'};
  if (bodyBox && bodyBox.value.trim()) {
    headers['Content-Type'] = Object.keys(operation.requestBody.content)[0];
    options.body = bodyBox.value;
  }
  const begin = performance.now();
  try {
    const reply = await fetch(target, options);
    const text = await reply.text();
    let shown = text;
    try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch (error) { /* shown as it came */ }
    answer.replaceChildren(
      element('p', {}, element('strong', {className: reply.ok ? 'good' : 'bad', textContent: `${reply.status} ${reply.statusText}`}),
        ` in ${Math.round(performance.now() - begin)} ms, ${options.method} ${target}`),
      element('pre', {textContent: shown || '(no body)'}));
  } catch (error) {
    answer.replaceChildren(element('p', {}, element('strong', {className: 'bad', textContent: 'No answer. '}), String(error.message)));
  }
}

function fillOperation(body, path, method, operation) {
  body.append(element('p', {textContent: operation.description}));
  const roles = element('ul', {className: 'roles'});
  roles.setAttribute('aria-label', 'Who may call it');
  for (const role of operation['x-roles'] || []) roles.append(element('li', {textContent: role}));
  for (const kind of operation['x-callers'] || []) roles.append(element('li', {className: 'quiet', textContent: `${kind} token`}));
  body.append(roles);

  let inputs = [];
  if ((operation.parameters || []).length) {
    const table = element('table');
    inputs = parameterInputs(operation, table);
    body.append(element('h3', {textContent: 'Parameters'}), table);
  }
  let bodyBox = null;
  if (operation.requestBody) {
    const [type, content] = Object.entries(operation.requestBody.content)[0];
    body.append(element('h3', {textContent: `Body (${type})`}), element('pre', {textContent: describe(content.schema || {})}));
    bodyBox = element('textarea', {spellcheck: false, value: content.example ? JSON.stringify(content.example, null, 2) : ''});
    bodyBox.setAttribute('aria-label', 'Body to send');
    body.append(bodyBox);
  }
  body.append(element('h3', {textContent: 'Answers'}));
  for (const [status, response] of Object.entries(operation.responses)) {
    const known = resolve(response);
    const content = known.content && Object.values(known.content)[0];
    if (status < '400' && content && content.schema) {
      body.append(element('p', {textContent: `${status}  ${known.description}`}), element('pre', {textContent: describe(content.schema)}));
    } else {
      body.append(element('div', {}, element('code', {textContent: status}), `  ${known.description}`));
    }
  }
  if (operation.responses['101']) return;
  const answer = element('div', {className: 'answer'});
  answer.setAttribute('aria-live', 'polite');
  const button = element('button', {type: 'button', textContent: 'Try it'});
  button.addEventListener('click', async () => {
    button.disabled = true;
    await send(path, method, operation, inputs, bodyBox, answer);
    button.disabled = false;
  });
  body.append(button, answer);
}

function render() {
  const contents = byId('contents');
  const operations = byId('operations');
  contents.replaceChildren();
  operations.replaceChildren(element('p', {className: 'lead', textContent: openApi.info.description}));
  for (const tag of openApi.tags) {
    const section = element('section', {}, element('h2', {textContent: tag.name}), element('p', {textContent: tag.description}));
    const list = element('div', {}, element('h2', {textContent: tag.name}));
    for (const [path, item] of Object.entries(openApi.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        if (!operation.tags.includes(tag.name)) continue;
        const label = operation.responses['101'] ? 'ws' : method;
        const box = element('details', {className: 'operation', id: operation.operationId});
        const body = element('div', {className: 'body'});
        box.append(element('summary', {}, element('span', {className: `method ${method}`, textContent: label.toUpperCase()}),
          element('code', {textContent: path}), element('span', {className: 'quiet', textContent: operation.summary})), body);
        box.addEventListener('toggle', () => {
          if (box.open && !body.childElementCount) fillOperation(body, path, method, operation);
        });
        box.dataset.words = `${method} ${path} ${operation.summary} ${(operation['x-roles'] || []).join(' ')}`.toLowerCase();
        const link = element('a', {href: '#' + operation.operationId},
          element('span', {className: `method ${method}`, textContent: label.toUpperCase()}), path.replace(/^\/api\/v\d/, ''));
        link.addEventListener('click', () => { box.open = true; });
        link.dataset.words = box.dataset.words;
        section.append(box);
        list.append(link);
      }
    }
    operations.append(section);
    contents.append(list);
  }
  if (location.hash) {
    const wanted = byId(decodeURIComponent(location.hash.slice(1)));
    if (wanted && wanted.tagName === 'DETAILS') { wanted.open = true; wanted.scrollIntoView(); }
  }
}

function find() {
  const words = byId('find').value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const node of document.querySelectorAll('[data-words]'))
    node.hidden = !words.every((word) => node.dataset.words.includes(word));
  for (const group of document.querySelectorAll('main section, nav > div'))
    group.hidden = !group.querySelector('[data-words]:not([hidden])');
}

async function load() {
  const version = byId('version').value;
  const place = '/openapi.json?version=' + version;
  byId('document').href = place;
  try {
    const reply = await fetch(place, {credentials: 'omit'});
    if (!reply.ok) throw new Error(`${reply.status} ${reply.statusText}`);
    openApi = await reply.json();
    render();
    find();
  } catch (error) {
    byId('operations').replaceChildren(element('p', {textContent: `The document cannot be read: ${error.message}. Is the hub running?`}));
  }
}

byId('version').addEventListener('change', load);
byId('find').addEventListener('input', find);
load();
