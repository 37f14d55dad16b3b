"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, props = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), props);
    node.append(...children);
    return node;
  };
  const layers = JSON.parse(one("#layers").textContent);
  const panel = one("#panel");
  const shown = new Set(["source", "cue", "content"]);
  const wide = matchMedia("(min-width: 901px)");
  let opener = null;

  // -- long lists: lay out the first of them, the rest on demand ---------------------------------------------
  const cap = (list) => {
    const limit = Number(list.dataset.cap);
    if (list.children.length <= limit + 2) return;
    [...list.children].slice(limit).forEach((item) => item.classList.add("later"));
    const button = make("button", { type: "button", className: "more" });
    const label = () => {
      const left = all(":scope > .later", list).length;
      button.textContent = `Show ${Math.min(left, limit * 4)} more of ${left}`;
      if (!left) button.remove();
    };
    button.onclick = () => {
      const next = all(":scope > .later", list).slice(0, limit * 4);
      next.forEach((item) => item.classList.remove("later"));
      label();
      one("a, summary, [tabindex]", next[0])?.focus();
    };
    label();
    (list.tagName === "TBODY" ? list.closest("table") : list).after(button);
  };
  const reveal = (node) => {
    for (let at = node; at; at = at.parentElement) {
      at.classList.remove("later");
      if (at.tagName === "DETAILS") at.open = true;
    }
  };

  // -- the account beside the line ---------------------------------------------------------------------------
  const parse = (hash) => {
    const found = /^#(d[0-9a-z]+)-(\d+)-(\d+)$/.exec(hash);
    return found && document.getElementById(found[1]) ? { key: found[1], begin: +found[2], end: +found[3] } : null;
  };
  // Offsets count code points, strings of the page count UTF-16 units.
  const units = (text, points) => {
    if (!/[\ud800-\udfff]/.test(text)) return points;
    let unit = 0;
    for (let n = 0; n < points && unit < text.length; n += 1) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    return unit;
  };
  const length = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);
  const draw = (block, marks) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const texts = [];
    let at = Number(block.dataset.b);
    while (walker.nextNode()) {
      const size = length(walker.currentNode.data);
      texts.push([walker.currentNode, at, at + size]);
      at += size;
    }
    for (const [node, begin, end] of texts) {
      const over = marks.filter((m) => m[0] < end && begin < m[1]);
      if (!over.length) continue;
      const edges = [...new Set([begin, end, ...over.flatMap((m) => [m[0], m[1]])])].filter((e) => begin <= e && e <= end).sort((a, b) => a - b);
      const pieces = [];
      for (let n = 0; n + 1 < edges.length; n += 1) {
        const words = node.data.slice(units(node.data, edges[n] - begin), units(node.data, edges[n + 1] - begin));
        const here = over.filter((m) => m[0] <= edges[n] && edges[n + 1] <= m[1]);
        const hit = here.some((m) => m[2] === "hit");
        const piece = here.length ? make(hit ? "mark" : "span", { className: here.map((m) => m[2]).join(" ") }, words) : words;
        const said = here.filter((m) => m[3]).map((m) => m[3]).join("; ");
        if (said) piece.title = said;
        pieces.push(piece);
      }
      node.replaceWith(...pieces);
    }
  };
  const kinds = () => make("div", { className: "keys" }, ...["source", "cue", "content", "event", "time", "quantity"].map((kind) => {
    const box = make("input", { type: "checkbox", checked: shown.has(kind) });
    box.onchange = () => {
      box.checked ? shown.add(kind) : shown.delete(kind);
      panel.classList.toggle(`show-${kind}`, box.checked);
    };
    panel.classList.toggle(`show-${kind}`, shown.has(kind));
    return make("label", {}, box, make("span", { className: kind }, kind));
  }));
  const open = (target, focus) => {
    const stored = document.getElementById(target.key);
    const copy = one(".doc", stored).cloneNode(true);
    all("[id]", copy).forEach((node) => node.removeAttribute("id"));
    all("a:empty", copy).forEach((node) => node.remove());
    copy.normalize();
    const marks = [[target.begin, target.end, "hit"]];
    for (const [kind, items] of Object.entries(layers[target.key] || {})) for (const [begin, end, said] of items) marks.push([begin, end, kind, said]);
    all("[data-b]", copy).forEach((block) => draw(block, marks));
    const back = make("button", { type: "button", textContent: "Close", onclick: close });
    const name = one("summary b", stored).cloneNode(true);
    panel.replaceChildren(make("div", { className: "panelhead" }, make("h2", {}, "The account, as stored"), name, back, kinds()), copy);
    panel.hidden = false;
    if (wide.matches) one(".desk").append(panel);
    else (opener?.closest("li, .slot, .card, .matrix, #contested") || one("main")).append(panel);
    all("a.on").forEach((node) => node.classList.remove("on"));
    opener?.classList.add("on");
    if (focus) panel.focus({ preventScroll: true });
    const hit = one("mark.hit", panel);
    if (!wide.matches) panel.scrollIntoView({ block: "nearest" });
    if (hit) panel.scrollTop = hit.getBoundingClientRect().top - panel.getBoundingClientRect().top + panel.scrollTop - panel.clientHeight * 0.35;
    else panel.scrollTop = 0;
  };
  const rest = () => {
    all("a.on").forEach((node) => node.classList.remove("on"));
    one(".desk").append(panel);
    panel.replaceChildren(
      make("div", { className: "panelhead" }, make("h2", {}, "The account, as stored")),
      make("p", { className: "none" }, "Click any words: the account they come from opens here, at exactly those words."),
    );
  };
  const close = () => {
    const from = opener;
    history.pushState(null, "", location.pathname + location.search);
    rest();
    from?.focus();
  };
  const follow = () => {
    const target = parse(location.hash);
    if (!target) {
      const plain = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
      if (plain) { reveal(plain); plain.scrollIntoView(); }
      rest();
      return;
    }
    // The anchor in the account is for readers without a script; here it would pull the window away from the line.
    document.getElementById(location.hash.slice(1))?.removeAttribute("id");
    opener = one(`main a[href="${location.hash}"]`);
    if (opener) { reveal(opener); opener.scrollIntoView({ block: "center" }); }
    open(target, false);
  };
  document.addEventListener("click", (click) => {
    const link = click.target.closest?.('a[href^="#"]');
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
    const target = parse(link.hash);
    if (!target) {
      const plain = document.getElementById(link.hash.slice(1));
      if (plain) reveal(plain);
      return;
    }
    click.preventDefault();
    if (link.hash !== location.hash) history.pushState(null, "", link.hash);
    opener = link;
    open(target, true);
  });
  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape" && panel.contains(document.activeElement) && one(".doc", panel)) close();
  });
  addEventListener("popstate", follow);

  // -- statements ----------------------------------------------------------------------------------------------
  const filter = one("#filter");
  const texts = new Map();
  const sift = () => {
    const by = one("#by").value, stance = one("#stance").value, find = one("#find").value.trim().toLowerCase();
    one("#statements").classList.toggle("filtering", Boolean(by || stance || find));
    let count = 0;
    for (const group of all(".speaker")) {
      let kept = 0;
      for (const item of all("li", group)) {
        if (!texts.has(item)) texts.set(item, `${one("h3", group).textContent} ${item.textContent}`.toLowerCase());
        const keep = (!by || group.dataset.by === by) && (!stance || item.dataset.stance === stance) && (!find || texts.get(item).includes(find));
        item.classList.toggle("gone", !keep);
        kept += keep;
      }
      group.classList.toggle("gone", !kept);
      count += kept;
    }
    one("#found").textContent = `${count} shown`;
  };
  let waiting = 0;
  filter?.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(sift, 120); });
  filter?.addEventListener("submit", (submit) => submit.preventDefault());

  document.documentElement.classList.add("js");
  if (filter) filter.hidden = false;
  panel.hidden = false;
  all("[data-cap]").forEach(cap);
  rest();
  if (location.hash) follow();
})();
