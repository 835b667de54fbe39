// The filters, the findings by rule, and the files.
function drawFilters() {
  byId('filters').replaceChildren(...Object.entries(Questions).flatMap(([question, title]) => {
    const counts = countsFor(question);
    if (!counts.length)
      return [];
    const most = Math.max(...counts.map(([, n]) => n));
    return [make('h2', {textContent: say(title)}),
      ...counts.slice(0, 40).map(([value, n]) => drawPick(question, value, n, most))];
  }));
}
function drawPick(question, value, n, most) {
  const bar = make('i');
  bar.style.width = Math.max(2, 100 * n / most) + '%';
  const pick = make('button', {className: 'pick', title: Data.rules[value]?.title || value},
    make('span', {textContent: value, className: question === 'severity' ? value : ''}),
    make('span', {textContent: n}), bar);
  pick.dataset.question = question;
  pick.dataset.value = value;
  pick.setAttribute('aria-pressed', State.pick[question] === value);
  pick.onclick = () => {
    if (State.pick[question] === value)
      delete State.pick[question];
    else
      State.pick[question] = value;
    State.shown = Step;
    draw();
  };
  return pick;
}

// Rows of a list: the first, and a button for more.
function addRows(parent, items, drawItem, first = Step) {
  const add = (from, count) => {
    parent.append(...items.slice(from, from + count).map(drawItem));
    if (items.length <= from + count)
      return;
    const more = make('button', {className: 'more', textContent: say('ShowMore', Math.min(Step, items.length - from - count), items.length)});
    more.onclick = () => { more.remove(); add(from + count, Step); };
    parent.append(more);
  };
  add(0, first);
}
function drawFinding(f) {
  const text = make('a', {href: '#' + encodeURI(f.hash)},
    make('span', {className: 'severity ' + f.severity, textContent: f.severity + ': '}), f.message);
  return make('div', {className: 'finding'}, text, ' ', ruleButton(f),
    make('div', {className: 'where', textContent: Data.files[f.file].path + ':' + f.line + ':' + f.column}));
}
function drawEdit(edit) {
  const at = Data.files[edit.file].path + ':' + edit.line;
  return make('div', {className: 'finding edit'},
    make('a', {href: '#' + encodeURI(at)}, make('code', {textContent: edit.old}), ' → ',
      make('code', {textContent: edit.new})),
    ' ', make('small', {textContent: edit.why}), make('div', {className: 'where', textContent: at}));
}
// A list that opens; its rows are made when it is looked at.
function drawGroup(summary, items, drawItem, isOpen) {
  const node = make('details', {className: 'group'}, summary);
  node.ontoggle = () => {
    if (node.open && node.children.length === 1)
      addRows(node, items, drawItem);
  };
  node.open = isOpen;
  if (isOpen)
    node.ontoggle();
  return node;
}
function drawFindings() {
  const groups = groupsOfFindings();
  let left = Step; // so many rows are there at once
  const nodes = groups.map(group => {
    const isOpen = left > 0;
    left -= group.findings.length;
    return drawGroup(make('summary', {},
      make('span', {className: 'severity ' + group.worst, textContent: group.worst + ' '}),
      group.tag, make('small', {textContent: (Data.rules[group.rule]?.title || '') + ' · ' +
        say('FindingCount', group.findings.length)})), group.findings, drawFinding, isOpen);
  });
  const edits = matchingEdits();
  if (edits.length)
    nodes.push(drawGroup(make('summary', {textContent: say('EditCount', edits.length)}), edits, drawEdit, left > 0));
  byId('list').replaceChildren(...nodes);
  const found = groups.reduce((sum, group) => sum + group.findings.length, 0);
  byId('count').textContent = [say('FindingCount', found), edits.length && say('EditCount', edits.length)]
    .filter(x => x).join(', ');
}

function drawFile(file) {
  const about = [file.effort && say('Effort') + ': ' + file.effort,
    file.edits && say('EditCount', file.edits),
    file.findings.length && say('FindingCount', file.findings.length)].filter(x => x).join(', ');
  const node = make('details', {className: 'file'},
    make('summary', {}, file.path, make('small', {textContent: about})));
  node.dataset.file = file.index;
  node.ontoggle = () => {
    if (node.open && node.children.length === 1)
      node.append(tableOf(file));
  };
  return node;
}
function drawFiles() {
  const files = Data.files.filter(fileMatches);
  byId('count').textContent = say('FileCount', files.length);
  byId('list').replaceChildren();
  addRows(byId('list'), files, drawFile, State.shown);
}

function draw() {
  drawFilters();
  const isFindings = State.view === 'findings';
  byId('show-findings').setAttribute('aria-pressed', isFindings);
  byId('show-files').setAttribute('aria-pressed', !isFindings);
  (isFindings ? drawFindings : drawFiles)();
  drawPosition();
}

// The walk goes through the findings that fit, in the order of their list.
const walk = () => groupsOfFindings().flatMap(group => group.findings);
function drawPosition() {
  const all = walk();
  const at = all.indexOf(State.current);
  byId('position').textContent = say('Position', at < 0 ? '–' : at + 1, all.length);
  byId('next').disabled = at + 1 >= all.length;
  byId('previous').disabled = at <= 0;
}
function step(by) {
  const all = walk();
  const to = all[all.indexOf(State.current) + by];
  if (to)
    location.hash = encodeURI(to.hash);
}

// Opens a file at a line, with the filters as they are if the file fits them.
function openAt(index, line, f) {
  const file = Data.files[index];
  State.view = 'files';
  State.current = f || State.current;
  if (!fileMatches(file))
    clearFilters();
  State.shown = Math.max(Step, Data.files.filter(fileMatches).indexOf(file) + 1);
  draw();
  const node = byId('list').querySelector('[data-file="' + index + '"]');
  node.open = true;
  node.ontoggle();
  const row = rowAt(node, line) || node;
  row.classList.add('here');
  row.scrollIntoView({block: 'center'});
}
