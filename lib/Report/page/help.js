// The page of a rule, beside the code. What is rendered of Markdown is what the
// pages of the rules use.
function inline(text) {
  return text.split(/(`[^`]+`|\[[^\]]+\]\([^)]+\)|\*\*[^*]+\*\*)/).map(part => {
    if (part.startsWith('`'))
      return make('code', {textContent: part.slice(1, -1)});
    if (part.startsWith('**'))
      return make('b', {textContent: part.slice(2, -2)});
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    if (!link)
      return part;
    const to = link[2]; // pages of the repository are not in this one
    return /^https?:/.test(to) ? make('a', {href: to, textContent: link[1]}) : make('span', {textContent: link[1]});
  });
}
function rendered(markdown) {
  const nodes = [];
  for (const block of markdown.split(/(^```[^\n]*\n[^]*?^```$)/m)) {
    if (block.startsWith('```')) {
      nodes.push(make('pre', {textContent: block.split('\n').slice(1, -1).join('\n')}));
      continue;
    }
    for (const paragraph of block.split(/\n\s*\n/).map(x => x.trim()).filter(x => x)) {
      const heading = /^(#+) (.*)$/.exec(paragraph);
      if (heading)
        nodes.push(make(heading[1] === '#' ? 'h2' : 'h3', {}, ...inline(heading[2])));
      else if (/^[-*] /.test(paragraph))
        nodes.push(make('ul', {}, ...paragraph.split(/\n(?=[-*] )/).map(item =>
          make('li', {}, ...inline(item.slice(2))))));
      else
        nodes.push(make(paragraph.startsWith('|') ? 'pre' : 'p', {}, ...inline(paragraph)));
    }
  }
  return nodes;
}
function showHelp(rule) {
  const about = Data.rules[rule];
  if (!about)
    return;
  const close = make('button', {textContent: say('Close')});
  close.onclick = hideHelp;
  const body = about.help ? rendered(about.help) : [make('p', {textContent: about.title})];
  byId('help').replaceChildren(close, ...body);
  byId('help').scrollTop = 0;
  byId('help').hidden = false;
}
function hideHelp() { byId('help').hidden = true; }
function ruleButton(f) {
  const button = make('button', {className: 'rule', textContent: '[' + f.tag + ']',
    title: Data.rules[f.rule]?.title || ''});
  button.onclick = () => showHelp(f.rule);
  return button;
}
