// The code of a file: regions around edits and findings, and gaps to expand.
const twoSides = Data.command === 'port' || Data.command === 'scan';

// A region is rows: one a line of the old text, or more where an edit spans lines.
function rowsOf(region) {
  const rows = [];
  let line = region.line;
  let row = {old: [], new: [], line, changed: false};
  const end = () => { rows.push(row); row = {old: [], new: [], line: ++line, changed: false}; };
  for (const part of region.parts) {
    if (typeof part === 'string') {
      part.split('\n').forEach((text, i) => {
        if (i)
          end();
        row.old.push(text);
        row.new.push(text);
      });
      continue;
    }
    row.changed = true;
    row.old.push(make('mark', {textContent: part.old}));
    row.new.push(make('mark', {textContent: part.new}));
    for (const mark of [row.old.at(-1), row.new.at(-1)])
      explain(mark, part);
    line += part.old.split('\n').length - 1;
  }
  rows.push(row);
  return rows;
}
function explain(mark, edit) {
  mark.tabIndex = 0;
  mark.setAttribute('aria-label', edit.why);
  mark.onmouseenter = mark.onfocus = () => {
    const entry = edit.entry + (edit.library ? ' (' + edit.library + ')' : '');
    byId('why').textContent = [edit.why, say('EditRule', edit.rule), edit.entry && say('EditEntry', entry),
      say('EditEngine', edit.engine), edit.unit && say('EditUnit', edit.unit)].filter(x => x).join('\n');
    byId('why').hidden = false;
    const at = mark.getBoundingClientRect();
    byId('why').style.left = Math.max(4, Math.min(at.left, innerWidth - 480)) + 'px';
    byId('why').style.top = at.bottom + 6 + 'px';
  };
  mark.onmouseleave = mark.onblur = () => { byId('why').hidden = true; };
}

function saidRow(f) {
  const tr = make('tr', {className: 'said'}, make('td', {className: 'number'}),
    make('td', {colSpan: twoSides ? 2 : 1},
      make('span', {className: 'severity ' + f.severity, textContent: f.severity + ': '}),
      f.message + ' ', ruleButton(f), ' ',
      make('a', {href: '#' + encodeURI(f.hash), title: say('Link'), textContent: '#'})));
  tr.dataset.hash = f.hash;
  return tr;
}
// `findings` has the first one last; those of the region are taken away.
function codeRows(region, findings) {
  const rows = rowsOf(region);
  return rows.flatMap((row, i) => {
    const tr = make('tr', {className: row.changed ? 'changed' : ''},
      make('td', {className: 'number', textContent: row.line}),
      make('td', {className: 'old'}, ...row.old));
    if (twoSides)
      tr.append(make('td', {className: 'new'}, ...row.new));
    tr.dataset.line = row.line;
    const next = i + 1 < rows.length ? rows[i + 1].line : row.line + 1;
    const said = [];
    while (findings.length && findings.at(-1).line < next)
      said.push(saidRow(findings.pop()));
    return [tr, ...said];
  });
}
function gapRow(gap) {
  const cell = make('td', {colSpan: twoSides ? 3 : 2});
  const tr = make('tr', {className: 'gap'}, cell);
  tr.dataset.first = gap.line;
  tr.dataset.last = gap.line + gap.lines - 1;
  if (gap.text === undefined) {
    cell.textContent = say('LinesLeftOut', gap.lines);
    return tr;
  }
  const button = make('button', {textContent: say('ShowLines', gap.lines)});
  button.onclick = () => tr.replaceWith(...codeRows({line: gap.line, parts: [gap.text]}, []));
  cell.append(button);
  return tr;
}
function tableOf(file) {
  const body = make('tbody');
  const left = [...file.findings].reverse().sort((a, b) => b.line - a.line || b.column - a.column);
  for (const part of file.code) // one by one: a call takes so many arguments only
    for (const row of part.parts ? codeRows(part, left) : [gapRow(part)])
      body.append(row);
  const sides = twoSides ? [make('col'), make('col')] : [make('col')];
  return make('table', {}, make('colgroup', {}, make('col', {className: 'number'}), ...sides), body);
}
// The row of a line; the gap that hides it expands.
function rowAt(node, line) {
  for (const gap of node.querySelectorAll('tr.gap'))
    if (line >= +gap.dataset.first && line <= +gap.dataset.last)
      gap.querySelector('button')?.click();
  return node.querySelector('[data-line="' + line + '"]');
}
