// Limits before and after.
const limit = (n) => (n < 0 ? "unlimited" : number(n));
const size = (n) => (n < 0 ? Infinity : n);

function startQuotas() {
  const place = document.querySelector("#quotas .list");
  if (!place) return;
  place.classList.add("card");
  const search = searchField("Search by project, user or limit", update, true);
  place.append(el("div", { className: "controls", role: "search", "aria-label": "Limits" }, search.label));
  const { table, body, cell } = listTable("Limits before and after", "limits", ["project", "user", "service", "limit", "before", "after"]);
  place.append(table);
  const show = paged(place, body, "limits", 50, ([kind, project, user, resource, before, after]) =>
    el("tr", {},
      cell(0, named(names.projects, project)),
      cell(1, named(names.users, user)),
      cell(2, kind.replace(/-quotas$/, "")),
      cell(3, bdi(resource)),
      cell(4, limit(before), "number"),
      cell(5, el("span", { className: size(after) < size(before) ? "down" : "up" }, limit(after), el("span", { "aria-hidden": "true" }, size(after) < size(before) ? " \u2193" : " \u2191")), "number")));
  const texts = data.quotas.map(([kind, project, user, resource]) =>
    [kind, resource, ownerText(names.projects, project), ownerText(names.users, user)].join(" ").toLowerCase());
  function update() {
    const words = search.input.value.toLowerCase().split(/\s+/).filter((word) => word);
    show(data.quotas.filter((_, i) => words.every((word) => texts[i].includes(word))));
  }
  update();
}
