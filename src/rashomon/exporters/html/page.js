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

  // -- long lists: lay out the first of them, the rest on demand; the browser's own search finds what waits ------
  const findable = "onbeforematch" in document.documentElement;
  const wait = (item) => {
    item.classList.add("later");
    if (findable && item.tagName !== "TR") item.setAttribute("hidden", "until-found");
  };
  const lay = (item) => {
    if (!item.classList.contains("later")) return;
    item.classList.remove("later");
    item.removeAttribute("hidden");
  };
  const cap = (list) => {
    const limit = Number(list.dataset.cap);
    if (list.children.length <= limit + 2) return;
    [...list.children].slice(limit).forEach(wait);
    const button = make("button", { type: "button", className: "more" });
    const label = () => {
      const left = all(":scope > .later", list).length;
      button.textContent = left > limit * 4 ? `Show ${limit * 4} more of ${left}` : `Show ${left} more`;
      if (!left) button.remove();
    };
    button.onclick = () => {
      const next = all(":scope > .later", list).slice(0, limit * 4);
      next.forEach(lay);
      label();
      one("a, summary, [tabindex]", next[0])?.focus();
    };
    list.addEventListener("beforematch", (match) => { lay(match.target); label(); });
    label();
    (list.tagName === "TBODY" ? list.closest("table") : list).after(button);
  };
  const reveal = (node) => {
    for (let at = node; at; at = at.parentElement) {
      lay(at);
      if (at.tagName === "DETAILS") at.open = true;
    }
  };

  // What is far away is laid out only once it comes near, which moves all below it: go there until it stays.
  const go = (node, block = "start", still = 0, frames = 30) => {
    const before = node.getBoundingClientRect().top;
    node.scrollIntoView({ block });
    const stays = Math.abs(node.getBoundingClientRect().top - before) < 1 ? still + 1 : 0;
    if (stays < 4 && frames) requestAnimationFrame(() => go(node, block, stays, frames - 1));
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
  const called = { source: "who", cue: "says", content: "what", event: "events", time: "times", quantity: "numbers" };
  const kinds = () => make("div", { className: "keys" }, ...Object.entries(called).map(([kind, name]) => {
    const box = make("input", { type: "checkbox", checked: shown.has(kind) });
    box.onchange = () => {
      box.checked ? shown.add(kind) : shown.delete(kind);
      panel.classList.toggle(`show-${kind}`, box.checked);
    };
    panel.classList.toggle(`show-${kind}`, shown.has(kind));
    return make("label", {}, box, make("span", { className: kind }, name));
  }));
  // The whole sentences that hold the words, with where they stand; copied, and selected where that is not allowed.
  const cite = (target, stored, sentences) => {
    const over = sentences.filter(([begin, end]) => begin < target.end && target.begin < end);
    const begin = Math.min(target.begin, ...over.map((s) => s[0])), end = Math.max(target.end, ...over.map((s) => s[1]));
    let page = 0, placed = 0;  // of a PDF
    const words = all(".doc [data-b], .doc [data-page]", stored).map((block) => {
      const points = [...block.textContent], at = Number(block.dataset.b);
      if (block.dataset.page) {
        page = Number(block.dataset.page);
        return "";
      }
      if (page && at <= begin) placed = page + points.slice(0, begin - at).filter((c) => c === "\f").length;
      return points.slice(Math.max(0, begin - at), Math.max(0, end - at)).join("");
    });
    const said = words.filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
    const line = make("p", { className: "cite", tabIndex: 0 }, `“${said}” ${stored.dataset.cite}, ${placed ? `page ${placed}, ` : ""}characters ${begin} to ${end}.`);
    one(".cite", panel)?.remove();
    one(".panelhead", panel).append(line);
    getSelection().selectAllChildren(line);
    line.focus();
    navigator.clipboard?.writeText(line.textContent).catch(() => {});
  };
  const open = (target, focus) => {
    const stored = document.getElementById(target.key);
    const copy = one(".doc", stored).cloneNode(true);
    all("[id]", copy).forEach((node) => node.removeAttribute("id"));
    all("a:empty", copy).forEach((node) => node.remove());
    copy.normalize();
    const marks = [[target.begin, target.end, "hit"]];
    const { sentence, ...drawn } = layers[target.key] || {};
    for (const [kind, items] of Object.entries(drawn)) for (const [begin, end, said] of items) marks.push([begin, end, kind, said]);
    all("[data-b]", copy).forEach((block) => draw(block, marks));
    const back = make("button", { type: "button", textContent: "Close", onclick: close });
    const name = one("summary b", stored).cloneNode(true);
    const quote = make("button", { type: "button", textContent: "Cite", onclick: () => cite(target, stored, sentence || []) });
    panel.replaceChildren(make("div", { className: "panelhead" }, make("h2", { className: "vh" }, "The account, as stored"), name, quote, back, kinds()), copy);
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
      if (plain) { reveal(plain); go(plain); }
      rest();
      return;
    }
    // The anchor in the account is for readers without a script; here it would pull the window away from the line.
    document.getElementById(location.hash.slice(1))?.removeAttribute("id");
    opener = one(`main a[href="${location.hash}"]`);
    if (opener) { reveal(opener); go(opener, "center"); }
    open(target, false);
  };
  document.addEventListener("click", (click) => {
    const link = click.target.closest?.('a[href^="#"]');
    if (!link || click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
    const target = parse(link.hash);
    if (!target) {
      const plain = document.getElementById(link.hash.slice(1));
      if (plain) { reveal(plain); requestAnimationFrame(() => go(plain)); }
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

  // -- find: every line of the record that holds all the words, and statements by who, how and where ----------
  const LINES = "article.card, li.told, .chron > li, #speakers li, .matrix tbody tr, .pairs > li, .account";
  const HOLDERS = ".group, .period, .matrix, .speaker, main > section";
  const asked = ["by", "stance", "from", "account"].map((key) => one(`#${key}`)).filter(Boolean);
  const texts = new Map();
  const text = (line) => {
    if (!texts.has(line)) {
      const group = line.closest(".speaker");
      const lead = line.matches(".told.same") ? text(line.previousElementSibling) : group ? one("h3", group).textContent : "";
      texts.set(line, `${lead} ${line.textContent}`.toLowerCase());
    }
    return texts.get(line);
  };
  const fits = (line, { id, value }) => {
    const of = id === "by" ? line.closest(".speaker").dataset.by : line.dataset[id];
    return !value || of.split(id === "account" ? " " : ";").includes(value);
  };
  // A number is found whole: "60" is not in "160", "6,000" or "0.60".
  const sought = (word) => new RegExp(
    (/^\d/.test(word) ? "(?<!\\d[.,]?)" : "") + word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + (/\d$/.test(word) ? "(?![.,]?\\d)" : ""), "g");
  // Where the words stand in the first lines that are kept; what is folded away opens, but for whole accounts.
  const mark = (lines, words) => {
    const ranges = [];
    for (const line of words.length ? lines.slice(0, 200) : []) {
      if (line.matches(".account")) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      while (ranges.length < 2000 && walker.nextNode()) {
        const node = walker.currentNode, data = node.data.toLowerCase();
        if (data.length !== node.data.length) continue;
        for (const word of words) {
          for (const { 0: found, index } of data.matchAll(word)) {
            const range = new Range();
            range.setStart(node, index);
            range.setEnd(node, index + found.length);
            ranges.push(range);
          }
        }
      }
    }
    if (lines.length <= 200) ranges.forEach((range) => { const folded = range.startContainer.parentElement.closest("details"); if (folded) folded.open = true; });
    if (globalThis.Highlight) CSS.highlights.set("found", new Highlight(...ranges));
  };
  const sift = () => {
    const words = one("#find").value.toLowerCase().split(/\s+/).filter(Boolean).map(sought);
    const picked = asked.some((choice) => choice.value);
    one("main").classList.toggle("filtering", words.length > 0);
    one("#statements").classList.toggle("filtering", words.length > 0 || picked);
    const kept = new Set(), lines = [];
    let said = 0;
    for (const line of all(LINES)) {
      const statement = line.matches("#speakers li");
      const keep = words.every((word) => text(line).search(word) >= 0) && (!statement || asked.every((choice) => fits(line, choice)));
      line.classList.toggle("gone", !keep);
      if (!keep) continue;
      lines.push(line);
      said += statement;
      for (let at = line.parentElement; at; at = at.parentElement) kept.add(at);
    }
    for (const holder of all(HOLDERS)) holder.classList.toggle("gone", !kept.has(holder) && (words.length > 0 || holder.matches(".speaker")));
    one("#found").textContent = words.length ? `${lines.length || "not"} found${one("#bounded") ? " on this page" : ""}` : "";
    mark(lines, words);
    if (one("#said")) one("#said").textContent = `${said} shown`;
  };
  let waiting = 0;
  all("#filter, #search").forEach((form) => {
    form.hidden = false;
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(sift, 120); });
    form.addEventListener("submit", (submit) => submit.preventDefault());
  });
  document.addEventListener("keydown", (key) => {
    if (key.key !== "/" || key.ctrlKey || key.metaKey || key.altKey || key.target.matches?.("input, select, textarea")) return;
    key.preventDefault();
    one("#find").focus();
  });

  document.documentElement.classList.add("js");
  panel.hidden = false;
  all("[data-cap]").forEach(cap);
  rest();
  if (location.hash) follow();
})();
