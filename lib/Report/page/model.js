// What the page knows, and what of it fits the filters. The page shows a part of
// a long list and adds to it on request: the browser never holds more rows than
// a person can read.
const Data = JSON.parse(document.getElementById('data').textContent);
const Step = 200;
const State = {view: 'findings', text: '', pick: {}, shown: Step, current: null};
const Ranks = ['error', 'warning', 'note', 'high', 'medium', 'low', 'none'];

const byId = id => document.getElementById(id);
function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
}
// A message of Messages.def, with its arguments.
function say(name, ...values) {
  return Data.words['Page' + name].replace(/\{(\d)(:s)?\}/g, (all, n, plural) =>
    plural ? (values[n] === 1 ? '' : 's') : values[n]);
}

// Paths are shown below the directory that all files share.
const parts = Data.files.map(file => file.path.split('/').slice(0, -1));
let shared = parts.length ? parts[0].length : 0;
for (const other of parts)
  while (parts[0].slice(0, shared).some((part, i) => part !== other[i]))
    --shared;
const folderOf = path => path.split('/').slice(shared, -1).join('/') || '.';

const FileAt = new Map(); // path → place in `files`
Data.files.forEach((file, index) => {
  file.folder = folderOf(file.path);
  file.index = index;
  file.findings = [];
  FileAt.set(file.path, index);
});
const FindingAt = new Map(); // what stands behind # in a link → finding
for (const f of Data.findings) {
  const file = Data.files[f.file];
  const id = Data.rules[f.rule]?.id;
  f.tag = [id, f.rule].filter(x => x).join(' ');
  f.folder = file.folder;
  f.words = [file.path, f.tag, f.message].join(' ').toLowerCase();
  f.hash = [file.path, f.line, f.column, f.rule].join(':');
  while (FindingAt.has(f.hash))
    f.hash += '+';
  FindingAt.set(f.hash, f);
  file.findings.push(f);
}
// The edits of a file, collected when they are asked for.
function editsOf(file) {
  file.found ??= file.code.flatMap(part => (part.parts || []).filter(x => typeof x !== 'string'));
  for (const edit of file.found) {
    edit.file = file.index;
    edit.folder = file.folder;
    edit.words ??= [file.path, edit.old, edit.new, edit.rule, edit.entry, edit.why].join(' ').toLowerCase();
  }
  return file.found;
}

// Filters: each is a question that a finding or an edit answers.
const Questions = {severity: 'Severity', rule: 'Rule', library: 'Library', folder: 'Directory'};
if (Data.files.some(file => file.effort))
  Questions.effort = 'Effort';
const answer = (item, question) =>
  question === 'effort' ? Data.files[item.file].effort : item[question];
const words = () => State.text.toLowerCase().split(/\s+/).filter(w => w);
function matches(item) {
  return Object.entries(State.pick).every(([q, v]) => answer(item, q) === v) &&
         words().every(w => item.words.includes(w));
}
function fileMatches(file) {
  const {severity, rule, library, ...own} = State.pick;
  if (!Object.entries(own).every(([q, v]) => file[q] === v))
    return false;
  const isNamed = words().every(w => file.path.toLowerCase().includes(w));
  return isNamed && !severity && !rule && !library ||
         file.findings.some(matches) || editsOf(file).some(matches);
}
// Only a search lists edits: there are too many to read them all.
const matchingEdits = () =>
  words().length ? Data.files.flatMap(file => editsOf(file).filter(matches)) : [];

// The findings that fit, by rule: the worst first, then the most frequent.
function groupsOfFindings() {
  const groups = new Map();
  for (const f of Data.findings.filter(matches)) {
    if (!groups.has(f.rule))
      groups.set(f.rule, {rule: f.rule, tag: f.tag, findings: [], worst: f.severity});
    const group = groups.get(f.rule);
    group.findings.push(f);
    if (Ranks.indexOf(f.severity) < Ranks.indexOf(group.worst))
      group.worst = f.severity;
  }
  for (const group of groups.values()) // stable: else in the order of the files
    group.findings.sort((a, b) => Ranks.indexOf(a.severity) - Ranks.indexOf(b.severity));
  return [...groups.values()].sort((a, b) =>
    Ranks.indexOf(a.worst) - Ranks.indexOf(b.worst) || b.findings.length - a.findings.length ||
    (a.rule < b.rule ? -1 : 1));
}

function countsFor(question) {
  const counts = new Map();
  const items = question === 'effort' ? Data.files.map(file => ({file: file.index})) : Data.findings;
  for (const item of items) {
    const value = answer(item, question);
    if (value)
      counts.set(value, (counts.get(value) || 0) + 1);
  }
  const inOrder = question === 'severity' || question === 'effort';
  return [...counts].sort((a, b) =>
    inOrder && Ranks.indexOf(a[0]) - Ranks.indexOf(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
