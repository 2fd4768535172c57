// Security groups as differences between what the target had and what it has in the end.
const SIGNS = { add: ["+", "added"], remove: ["\u2212", "removed"], left: ["!", "left out"], same: ["\u00a0", "there already"] };

function changedGroups() {
  const groups = new Map();
  const of = (id) => {
    if (!groups.has(id)) groups.set(id, { id, head: null, rules: [], removals: [] });
    return groups.get(id);
  };
  for (const row of data.rows) {
    const id = ownerOf(row, ROW.GROUP);
    if (id && data.kinds[row[ROW.KIND]] === "security-groups") of(id).head = row;
    else if (id) of(id).rules.push(row);
  }
  for (const [id, rule] of data.removals) of(id).removals.push(rule);
  const changed = (row) => row !== null && toneOf(row) !== "same";
  return [...groups.values()].filter((g) => changed(g.head) || g.rules.some(changed) || g.removals.length > 0);
}

function signOf(row) {
  const tone = toneOf(row);
  return tone === "look" || tone === "bad" ? "left" : tone === "done" || tone === "set" ? (endingOf(row) === "undone" ? "remove" : "add") : "same";
}

function diffLine(sign, text, reason) {
  return el("li", { className: sign },
    el("span", { "aria-hidden": "true" }, SIGNS[sign][0]),
    el("span", {}, el("span", { className: "unseen" }, SIGNS[sign][1] + ": "), bdi(text), reason ? el("span", { className: "reason" }, bdi(reason)) : null));
}

function groupEntry(group) {
  const project = group.head ? ownerOf(group.head, ROW.PROJECT) : "";
  const counts = { add: 0, remove: group.removals.length, left: 0, same: 0 };
  for (const row of group.rules) counts[signOf(row)]++;
  const badges = [["add", "done"], ["remove", "bad"], ["left", "look"]].filter(([sign]) => counts[sign] > 0)
    .map(([sign, tone]) => badge(SIGNS[sign][0] + counts[sign] + " " + SIGNS[sign][1], tone));
  const summary = el("summary", {}, el("strong", {}, bdi(names.groups.get(group.id) || group.id)),
    project ? el("span", { className: "kind" }, " of ", bdi(names.projects.get(project) || project)) : null,
    group.head ? badge(endingOf(group.head), toneOf(group.head)) : null, ...badges);
  const details = el("details", { className: "group" }, summary);
  function fill() {
    if (details.childElementCount > 1) return;
    const lines = el("ol", { className: "diff" });
    if (group.head && reasonOf(group.head)) lines.append(diffLine(signOf(group.head), group.head[ROW.TEXT], reasonOf(group.head)));
    for (const rule of group.removals) lines.append(diffLine("remove", rule, ""));
    for (const row of group.rules) lines.append(diffLine(signOf(row), row[ROW.TEXT], reasonOf(row)));
    if (lines.childElementCount === 0) lines.append(el("li", {}, "It has no rules."));
    details.append(lines);
  }
  const onPaper = printing;
  if (onPaper || group.isOpen) {
    fill();
    details.open = true;
  }
  details.addEventListener("toggle", () => {
    if (onPaper) return;
    fill();
    group.isOpen = details.open;
  });
  return details;
}

function startGroups() {
  const groups = changedGroups();
  if (groups.length === 0) return;
  document.getElementById("groups").hidden = false;
  document.querySelector("nav a[href='#groups']").hidden = false;
  const place = document.querySelector("#groups .list");
  place.classList.add("card");
  const search = searchField("Search by group or project", update, true);
  place.append(el("div", { className: "controls", role: "search", "aria-label": "Groups" }, search.label));
  const body = el("div");
  place.append(body);
  const show = paged(place, body, "groups", 25, groupEntry);
  const texts = groups.map((g) => ownerText(names.groups, g.id) + " " + (g.head ? ownerText(names.projects, ownerOf(g.head, ROW.PROJECT)) : ""));
  function update() {
    const words = search.input.value.toLowerCase().split(/\s+/).filter((word) => word);
    show(groups.filter((_, i) => words.every((word) => texts[i].includes(word))));
  }
  update();
}
