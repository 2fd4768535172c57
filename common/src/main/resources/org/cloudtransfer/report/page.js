"use strict";
// What all parts share. Names of strangers are put in as text only, each in an element of its own
// direction of writing.
const data = JSON.parse(document.getElementById("data").textContent);
const names = {
  projects: new Map(Object.entries(data.projects)),
  users: new Map(Object.entries(data.users)),
  groups: new Map(Object.entries(data.groups)),
};

function el(tag, properties, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name in node && name !== "list") node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const bdi = (text) => (text ? el("bdi", {}, text) : "");

// An owner by name, with the ID below; by the ID alone if the archive has no name.
function named(map, id) {
  if (!id) return "";
  const name = map.get(id);
  return name && name !== id ? el("span", {}, bdi(name), el("span", { className: "id", title: id }, bdi(id))) : bdi(id);
}

const badge = (text, tone) => el("span", { className: "badge " + tone }, text);
const number = (n) => n.toLocaleString("en");
const plural = (n, noun) => number(n) + " " + (n === 1 ? noun.replace(/s$/, "") : noun);

function later(work) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, 120);
  };
}

function field(text, control, wide) {
  return el("label", { className: wide ? "wide" : "" }, text, control);
}

function searchField(text, change, wide) {
  const input = el("input", { type: "search", autocomplete: "off", spellcheck: false });
  input.addEventListener("input", later(change));
  return { input, label: field(text, input, wide) };
}

// A choice among texts; the value is the place in the list, or "" for all.
function selectField(text, options, change) {
  const select = el("select", {}, el("option", { value: "" }, "all"));
  for (const [value, label] of options) {
    select.append(el("option", { value: String(value) }, label.length > 110 ? label.slice(0, 109) + "\u2026" : label));
  }
  select.addEventListener("change", change);
  return { select, label: field(text, select) };
}

// On paper there is no next page to click for: a list is printed whole, up to a number of pages that
// somebody may want to carry.
const PRINTED_MAX = 2000;
let printing = false;
addEventListener("beforeprint", () => { printing = true; });
addEventListener("afterprint", () => { printing = false; });

// Shows a long list in pages; only what is seen is in the document.
function paged(place, body, noun, size, render) {
  let items = [];
  let page = 0;
  const status = el("span", { role: "status" });
  const back = el("button", { type: "button" }, "Previous");
  const on = el("button", { type: "button" }, "Next");
  place.append(el("div", { className: "pager" }, back, on, status));
  function show() {
    const from = printing ? 0 : page * size;
    const to = Math.min(items.length, from + (printing ? PRINTED_MAX : size));
    body.replaceChildren(...items.slice(from, to).map(render));
    back.hidden = on.hidden = items.length <= size;
    back.disabled = page === 0;
    on.disabled = to >= items.length;
    const all = from === 0 && to === items.length;
    status.textContent =
      items.length === 0 ? "No " + noun + " fit." : all ? plural(items.length, noun) : number(from + 1) + "\u2013" + number(to) + " of " + plural(items.length, noun) +
        (printing ? ". Only these are printed: narrow the list to have others." : "");
  }
  addEventListener("beforeprint", show);
  addEventListener("afterprint", show);
  function turn(by) {
    page += by;
    show();
  }
  back.addEventListener("click", () => turn(-1));
  on.addEventListener("click", () => turn(1));
  return (list) => {
    items = list;
    page = 0;
    show();
  };
}

// A table whose cells carry their column's name, for narrow screens.
function listTable(caption, kind, columns) {
  const head = el("tr", {}, ...columns.map((name) => el("th", { scope: "col" }, name)));
  const body = el("tbody");
  const table = el("table", { className: "list " + kind }, el("caption", { className: "unseen" }, caption), el("thead", {}, head), body);
  const cell = (i, content, className) => el("td", { className: className || "", "data-name": columns[i] }, content);
  return { table, body, cell };
}
