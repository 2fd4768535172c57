// All rows: what needs looking at first, then the rest in the archive's order.
const GRAVITY = ["done", "set", "same", "note", "look", "bad"];
const ROW = { KIND: 0, ENDING: 1, TEXT: 2, PROJECT: 3, USER: 4, GROUP: 5, REASON: 6 };
const endingOf = (row) => data.endings[2 * row[ROW.ENDING]];
const toneOf = (row) => data.endings[2 * row[ROW.ENDING] + 1];
const reasonOf = (row) => data.reasons[3 * row[ROW.REASON]];
const remedyOf = (row) => data.reasons[3 * row[ROW.REASON] + 1];
const patternOf = (row) => data.reasons[3 * row[ROW.REASON] + 2];
const ownerOf = (row, which) => data.owners[row[which]];

function ownerText(map, id) {
  return (id + " " + (map.get(id) || "")).toLowerCase();
}

const haystacks = new Map();
function haystack(row) {
  let text = haystacks.get(row);
  if (text === undefined) {
    text = [row[ROW.TEXT], data.kinds[row[ROW.KIND]], reasonOf(row), remedyOf(row)].join(" ").toLowerCase() +
      " " + ownerText(names.projects, ownerOf(row, ROW.PROJECT)) +
      " " + ownerText(names.users, ownerOf(row, ROW.USER)) +
      " " + ownerText(names.groups, ownerOf(row, ROW.GROUP));
    haystacks.set(row, text);
  }
  return text;
}

function startRows() {
  const place = document.querySelector("#rows .list");
  if (!place) return;
  place.classList.add("card");
  const gravity = data.rows.map((row) => GRAVITY.indexOf(toneOf(row)));
  const ordered = data.rows.map((row, i) => i).sort((a, b) => gravity[b] - gravity[a] || a - b).map((i) => data.rows[i]);

  // Reasons that differ in the owner only are one choice.
  const patterns = [...new Set(data.reasons.filter((_, i) => i % 3 === 2 && i > 2))].sort();
  const endings = data.endings.filter((_, i) => i % 2 === 0);

  const search = searchField("Search", update, true);
  const kind = selectField("Kind", data.kinds.map((text, i) => [i, text]), update);
  const ending = selectField("Outcome", endings.map((text, i) => [i, text]), update);
  const project = searchField("Project", update);
  const user = searchField("User", update);
  const reason = selectField("Reason", patterns.map((text, i) => [i, text]), update);
  const clear = el("button", { type: "button" }, "Clear");
  place.append(el("div", { className: "controls", role: "search", "aria-label": "Rows" }, search.label, kind.label, ending.label, project.label, user.label, reason.label, clear));

  const { table, body, cell } = listTable("Rows and what became of them", "rows", ["kind", "what", "project", "user", "outcome", "why"]);
  place.append(table);
  const show = paged(place, body, "rows", 100, (row) =>
    el("tr", {},
      cell(0, el("span", { className: "kind" }, data.kinds[row[ROW.KIND]])),
      cell(1, bdi(row[ROW.TEXT])),
      cell(2, named(names.projects, ownerOf(row, ROW.PROJECT))),
      cell(3, named(names.users, ownerOf(row, ROW.USER))),
      cell(4, badge(endingOf(row), toneOf(row))),
      cell(5, row[ROW.REASON] === 0 ? "" : el("span", {}, bdi(reasonOf(row)), remedyOf(row) ? el("div", { className: "remedy" }, bdi(remedyOf(row))) : null))));

  function update() {
    const words = search.input.value.toLowerCase().split(/\s+/).filter((word) => word);
    const ofProject = project.input.value.trim().toLowerCase();
    const ofUser = user.input.value.trim().toLowerCase();
    const isKind = kind.select.value, isEnding = ending.select.value, isReason = reason.select.value === "" ? "" : patterns[+reason.select.value];
    show(ordered.filter((row) =>
      (isKind === "" || row[ROW.KIND] === +isKind) &&
      (isEnding === "" || row[ROW.ENDING] === +isEnding) &&
      (isReason === "" || patternOf(row) === isReason) &&
      (ofProject === "" || (row[ROW.PROJECT] !== 0 && ownerText(names.projects, ownerOf(row, ROW.PROJECT)).includes(ofProject))) &&
      (ofUser === "" || (row[ROW.USER] !== 0 && ownerText(names.users, ownerOf(row, ROW.USER)).includes(ofUser))) &&
      words.every((word) => haystack(row).includes(word))));
  }
  function reset() {
    for (const f of [search.input, project.input, user.input, kind.select, ending.select, reason.select]) f.value = "";
  }
  clear.addEventListener("click", () => {
    reset();
    update();
  });
  for (const button of document.querySelectorAll("button.show")) {
    button.addEventListener("click", () => {
      reset();
      const match = patterns.indexOf(button.dataset.reason);
      reason.select.value = match < 0 ? "" : String(match);
      ending.select.value = String(endings.indexOf(button.dataset.ending));
      update();
      document.getElementById("rows").scrollIntoView();
      reason.select.focus({ preventScroll: true });
    });
  }
  update();
}
