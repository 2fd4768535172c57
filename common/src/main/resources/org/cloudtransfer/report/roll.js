// The target's users or projects, found by what somebody types: an ID, a name, or what the list offers.
const SHORT_ID = 8, NAME_MAX = 80, OFFERED_MAX = 50;

// As a field holds it: one line, and nothing that turns the direction of writing.
const plain = (text) => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, " ").replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim();
const folded = (text) => plain(text).toLowerCase();

function offerOf(person) {
  if (!person.name) return person.id;
  const name = plain(person.name);
  const where = person.domain ? plain(person.domain) + ", " : "";
  return (name.length > NAME_MAX ? name.slice(0, NAME_MAX) + "\u2026" : name) + " (" + where + person.id.slice(0, SHORT_ID) + ")";
}

// Made when it is first asked, for it takes a moment where there are very many.
function rollOf(mapping) {
  let people, ids, texts;
  function prepare() {
    if (people) return;
    people = mapping.known.map(([id, name, domain]) => ({ id, name, domain: mapping.domains[domain] }));
    ids = new Map(people.map((person) => [person.id, person]));
    texts = new Map();
    for (const person of people) {
      person.offer = offerOf(person);
      person.texts = [...new Set([person.name, person.name + "@" + person.domain, person.offer].map(plain))];
      person.haystack = folded(person.name + " " + person.domain + " " + person.id);
      for (const text of new Set(person.texts.map(folded))) {
        const same = texts.get(text);
        if (same) same.push(person);
        else texts.set(text, [person]);
      }
    }
  }
  // Who may be meant: several, if the text does not tell them apart. The map file, too, takes an ID first.
  function meant(typed) {
    prepare();
    const text = plain(typed);
    if (!text) return [];
    if (ids.has(text)) return [ids.get(text)];
    const all = texts.get(folded(text)) || [];
    const exact = all.filter((person) => person.texts.includes(text));
    return exact.length > 0 ? exact : all;
  }
  // What to put into the field to mean this one.
  function offer(person) {
    const those = meant(person.offer);
    return those.length === 1 && those[0] === person ? person.offer : person.id;
  }
  // Names that begin with the text come first.
  function find(typed) {
    prepare();
    const text = folded(typed);
    const first = [], rest = [];
    for (const person of people) {
      const at = person.haystack.indexOf(text);
      if (at === 0) first.push(person);
      else if (at > 0 && rest.length < OFFERED_MAX) rest.push(person);
      if (first.length === OFFERED_MAX) break;
    }
    return [...first, ...rest].slice(0, OFFERED_MAX);
  }
  return { size: mapping.known.length, meant, offer, find };
}
