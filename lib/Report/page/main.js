// What is above the lists, links into the page, and the keyboard.
const Wide = matchMedia('(min-width: 1201px)');

function clearFilters() {
  State.pick = {};
  State.text = byId('search').value = '';
  State.shown = Step;
}
function show(view) {
  State.view = view;
  State.shown = Step;
  draw();
}
// A link is a finding, or PATH:LINE; no link is the list.
function followLink() {
  const hash = decodeURI(location.hash.slice(1));
  const f = FindingAt.get(hash);
  const place = /^(.*):(\d+)$/.exec(hash);
  if (f) {
    openAt(f.file, f.line, f);
    if (Wide.matches)
      showHelp(f.rule);
  } else if (place && FileAt.has(place[1])) {
    openAt(FileAt.get(place[1]), +place[2]);
  } else if (!hash) {
    show('findings');
  }
}

function drawHead() {
  document.documentElement.lang = Data.lang;
  document.title = byId('title').textContent = 'musify ' + Data.command + ': ' + Data.title;
  const count = s => Data.findings.filter(f => f.severity === s).length;
  const totals = [['File', Data.read], ['Edit', Data.edits], ['Error', count('error')],
    ['Warning', count('warning')], ['Note', count('note')]];
  byId('totals').replaceChildren(...totals.filter(([, n]) => n !== undefined).map(([what, n]) => {
    const text = say(what + 'Count', n);
    const [before, after] = text.split(String(n));
    return make('li', {className: what.toLowerCase()}, before, make('b', {textContent: n}), after);
  }));
}
// What was not read comes first: it may hide findings.
function drawProblems() {
  const draw = ([title, list, isOpen]) => {
    if (!list.length)
      return [];
    const items = make('ul');
    addRows(items, list, p => make('li', {}, make('span', {className: 'where', textContent: p.path + ': '}),
      p.why.slice(0, 3).join('; ') + (p.why.length > 3 ? ' …' : '')), 10);
    return [make('details', {open: isOpen, className: 'problem'},
      make('summary', {className: isOpen ? 'warning' : '', textContent: say(title, list.length)}), items)];
  };
  byId('problems').replaceChildren(...[['Failed', Data.failed, true], ['NotParsed', Data.notParsed, true],
    ['LeftOut', Data.leftOut, false]].flatMap(draw));
}
function drawScan() {
  if (!Data.order)
    return;
  const item = (problem, ...more) => make('li', {},
    make('span', {className: 'severity ' + problem.severity, textContent: problem.severity + ': '}),
    problem.message + ' ', make('small', {textContent: say('Places', problem.places, problem.files)}), ...more);
  const lists = [['Order', Data.order, step => {
    const bar = make('i');
    bar.style.width = step.done + '%';
    return item(step, make('br'), make('small', {textContent: say('Step', step.done)}), bar);
  }], ['Blockers', Data.blockers, item]];
  byId('scan').replaceChildren(...lists.filter(([, list]) => list.length).map(([title, list, drawItem], i) => {
    const items = make('ol');
    addRows(items, list, x => drawItem(x), 10);
    return make('details', {open: !i, className: 'work'}, make('summary', {textContent: say(title)}), items);
  }));
}

const Keys = {
  n: ['n, j', 'Next', () => step(1)], j: [], p: ['p, k', 'Previous', () => step(-1)], k: [],
  '/': ['/', 'KeySearch', () => byId('search').focus()],
  f: ['f', 'KeyViews', () => show(State.view === 'files' ? 'findings' : 'files')],
  '?': ['?', 'Keys', () => byId('keys').showModal()],
  Escape: ['Esc', 'KeyBack', hideHelp],
};
Keys.j = ['', '', Keys.n[2]];
Keys.k = ['', '', Keys.p[2]];
document.onkeydown = event => {
  const isTyping = event.target.tagName === 'INPUT';
  if (event.ctrlKey || event.metaKey || event.altKey || byId('keys').open)
    return;
  if (isTyping && event.key === 'Escape')
    event.target.blur();
  else if (!isTyping && Keys[event.key]) {
    event.preventDefault();
    Keys[event.key][2]();
  }
};
function drawKeys() {
  const close = make('button', {textContent: say('Close')});
  close.onclick = () => byId('keys').close();
  byId('keys').replaceChildren(make('dl', {}, ...Object.values(Keys).filter(([keys]) => keys)
    .flatMap(([keys, what]) => [make('dt', {}, make('code', {textContent: keys})), make('dd', {textContent: say(what)})])),
    close);
}

function name(id, text, onclick) {
  byId(id).textContent = text;
  byId(id).onclick = onclick;
}
name('show-findings', say('Findings'), () => show('findings'));
name('show-files', say('Files'), () => show('files'));
name('reset', say('Clear'), () => { clearFilters(); draw(); });
name('previous', say('Previous'), () => step(-1));
name('next', say('Next'), () => step(1));
name('show-keys', '?', () => byId('keys').showModal());
byId('show-keys').title = say('Keys');
byId('search').placeholder = say('Search');
byId('search').setAttribute('aria-label', say('Search'));
byId('search').oninput = () => { State.text = byId('search').value; State.shown = Step; draw(); };
byId('filter-box').firstChild.textContent = say('Filters');
byId('filter-box').open = matchMedia('(min-width: 801px)').matches;
onhashchange = followLink;
drawHead();
drawProblems();
drawScan();
drawKeys();
draw();
if (location.hash)
  followLink();
