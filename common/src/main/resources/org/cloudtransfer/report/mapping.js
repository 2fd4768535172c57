// Who is who: a list of all owners, and a screen on which the reader places those without a place.
const COLUMNS = ["source_id", "name", "domain", "target_id", "how", "confidence", "candidates", "type"];
const LEAVE = "", OTHER = "other";
let unsaved = false;

function csvField(text) {
  return /[",;#\r\n]|^\s|\s$/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

function csv(mapping, chosen) {
  const type = mapping.what.slice(0, -1);
  const line = (owner) => {
    const target = chosen.get(owner)?.target;
    const values = target ? { ...owner, type, target_id: target, how: "chosen in the report", confidence: "certain" } : { ...owner, type };
    return COLUMNS.map((c) => csvField(c === "candidates" ? owner.candidates.map(([, label]) => label).join("; ") : values[c])).join(",");
  };
  return [COLUMNS.join(","), ...mapping.owners.map(line)].join("\n") + "\n";
}

function save(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  unsaved = false;
}

// What a text in the field means: the ID to put into the file, none if several are meant, and words for it.
function reading(mapping, roll, text) {
  const meant = roll.meant(text);
  if (!plain(text)) return { target: "", says: [] };
  if (meant.length > 1) return { target: "", doubtful: true, says: [number(meant.length) + " " + mapping.what + " are called that: choose one from the list, or give the ID."] };
  if (meant.length === 0) return { target: text.trim(), doubtful: true, says: ["Not known here. It goes into the file as it is: an ID, or NAME@DOMAIN."] };
  const [person] = meant;
  return { target: person.id, says: person.name ? [bdi(person.name), person.domain ? " in domain " : "", bdi(person.domain), ", ", bdi(person.id)] : [bdi(person.id)] };
}

// A drop-down of the candidates, and a field for anybody else, completed from all who are known.
function choice(mapping, owner, roll, options, chosen, changed) {
  const who = owner.name || owner.source_id;
  const select = el("select", { "aria-label": "Place for " + who },
    el("option", { value: LEAVE }, "leave out"),
    ...owner.candidates.map(([id, label]) => el("option", { value: "=" + id }, label)),
    el("option", { value: OTHER }, (mapping.what === "users" ? "somebody else" : "another project") + " \u2026"));
  const input = el("input", { type: "text", list: options.id, autocomplete: "off", spellcheck: false, placeholder: "name or ID", "aria-label": "Name or ID in the target for " + who });
  const says = el("p", { className: "meant", role: "status" });
  function show() {
    const other = select.value === OTHER;
    input.hidden = says.hidden = !other;
    if (!other) return { target: select.value.slice(1) };
    const read = reading(mapping, roll, input.value);
    says.replaceChildren(...read.says);
    says.classList.toggle("doubtful", Boolean(read.doubtful));
    return read;
  }
  function take() {
    const read = show();
    if (select.value === LEAVE) chosen.delete(owner);
    else chosen.set(owner, { select: select.value, text: input.value, ...read });
    changed();
  }
  select.addEventListener("change", () => {
    take();
    if (!input.hidden) input.focus();
  });
  input.addEventListener("focus", () => complete(options, roll, input.value));
  input.addEventListener("input", () => {
    complete(options, roll, input.value);
    take();
  });
  const before = chosen.get(owner);
  if (before) {
    select.value = before.select;
    input.value = before.text;
  }
  show();
  return el("div", { className: "choice" }, select, input, says);
}

function complete(options, roll, typed) {
  options.replaceChildren(...roll.find(typed).map((person) => {
    const value = roll.offer(person);
    return el("option", { value }, value === person.id ? person.offer : person.id);
  }));
}

function startScreen(section) {
  const mapping = data.mappings.find((m) => m.what === section.dataset.what);
  const open = mapping.owners.filter((owner) => !owner.target_id).sort((a, b) => b.rows - a.rows);
  const chosen = new Map();
  const place = section.querySelector(".screen");
  place.classList.add("card");
  const options = el("datalist", { id: "known-" + mapping.what });
  const roll = rollOf(mapping);

  const search = searchField("Search", update, true);
  place.append(el("div", { className: "controls", role: "search", "aria-label": "Owners without a place" }, search.label), options);
  const { table, body, cell } = listTable("Owners without a place", "open", ["owner", "domain", "rows", "place in the target"]);
  place.append(table);
  const show = paged(place, body, mapping.what, 50, (owner) =>
    el("tr", {},
      cell(0, named(new Map([[owner.source_id, owner.name]]), owner.source_id)),
      cell(1, bdi(owner.domain)),
      cell(2, number(owner.rows), "number"),
      cell(3, choice(mapping, owner, roll, options, chosen, () => { unsaved = true; count(); }))));

  const says = el("p", { role: "status" });
  const button = el("button", { type: "button", className: "main" }, "Save " + mapping.file);
  button.addEventListener("click", () => save(mapping.file, csv(mapping, chosen)));
  place.append(el("div", { className: "place" }, says, button));
  const all = open.reduce((sum, owner) => sum + owner.rows, 0);
  function count() {
    // Half a name is nobody's; but where not all are known, an ID is to be believed.
    const counts = (choice) => choice.target && !(choice.doubtful && mapping.whole);
    const placed = open.filter((owner) => chosen.has(owner) && counts(chosen.get(owner)));
    const rows = placed.reduce((sum, owner) => sum + owner.rows, 0);
    says.textContent = number(placed.length) + " of " + plural(open.length, mapping.what) + " placed: " + number(rows) + " of " + plural(all, "rows") + " would be carried over.";
  }
  function update() {
    const words = search.input.value.toLowerCase().split(/\s+/).filter((word) => word);
    show(open.filter((o) => words.every((word) => (o.source_id + " " + o.name + " " + o.domain).toLowerCase().includes(word))));
  }
  update();
  count();
}

function startMapped() {
  const place = document.querySelector("#mapped .list");
  if (!place) return;
  const owners = data.mappings.flatMap((m) => m.owners.map((owner) => ({ what: m.what, ...owner })));
  const search = searchField("Search", update, true);
  place.append(el("div", { className: "controls", role: "search", "aria-label": "Who is who" }, search.label));
  const { table, body, cell } = listTable("Owners and their places", "owners", ["owner", "domain", "in the target", "how"]);
  place.append(table);
  const show = paged(place, body, "owners", 25, (o) =>
    el("tr", {},
      cell(0, named(new Map([[o.source_id, o.name]]), o.source_id)),
      cell(1, bdi(o.domain)),
      cell(2, o.target_id ? bdi(o.target_id) : badge("no place", "look")),
      cell(3, el("span", {}, bdi(o.how), ...o.candidates.map(([, label]) => el("span", { className: "id" }, bdi(label)))))));
  function update() {
    const words = search.input.value.toLowerCase().split(/\s+/).filter((word) => word);
    show(owners.filter((o) => words.every((word) => [o.source_id, o.name, o.domain, o.target_id, o.how].join(" ").toLowerCase().includes(word))));
  }
  update();
}

function startMappings() {
  document.querySelectorAll("section.mapping").forEach(startScreen);
  startMapped();
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
}
