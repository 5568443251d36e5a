// The address of the page keeps what is chosen: a link to it shows the same again.
const kept = ["at", "way", "far", "from", "to", "loop", "story", "find"];
const usual = { ...state };

function writeAddress() {
  const words = new URLSearchParams();
  if (state.view) words.set("view", pictures[state.view].id);
  for (const name of kept) if (state[name] !== usual[name]) words.set(name, state[name]);
  if (state.story) words.set("step", state.step + 1);
  if (state.plain) words.set("plain", "yes");
  for (const [key, value] of Object.entries(state.filters)) if (value) words.set(`only-${key}`, value);
  const first = new Set(firstClosed());
  const isFirst = first.size === state.closed.size && [...first].every((id) => state.closed.has(id));
  if (!isFirst) words.set("closed", [...state.closed].join(" "));
  history.replaceState(null, "", `#${words}`);
}

const firstClosed = () => pictures.flatMap((view) => "open" in view.forms ? view.collapsed : []);

// Anybody can write an address, so whatever it names must be in the page.
function readAddress() {
  const hash = decodeURIComponent(location.hash.slice(1).replace(/%(?![0-9a-f]{2})/gi, "%25"));
  if (hash.startsWith("e-")) {
    Object.assign(state, { at: articles.has(hash.slice(2)) ? hash.slice(2) : "" });
    return;
  }
  const words = new URLSearchParams(location.hash.slice(1));
  const text = (name) => words.get(name) ?? usual[name];
  const known = (name, values) => values.includes(text(name)) ? text(name) : usual[name];
  const elements = [...articles.keys()];
  const story = known("story", Object.keys(data.stories));
  const steps = data.stories[story]?.length ?? 1;
  const step = Math.trunc(Number(words.get("step"))) || 1;
  const filters = {};
  for (const key of Object.keys(data.filters)) filters[key] = words.get(`only-${key}`) ?? "";
  Object.assign(state, {
    view: Math.max(0, pictures.findIndex((view) => view.id === words.get("view"))),
    at: known("at", elements), from: known("from", elements), to: known("to", elements),
    way: known("way", ["both", "up", "down"]), far: known("far", ["1", "2", "3", ""]),
    loop: known("loop", data.loops.map((_, number) => String(number))),
    story, step: Math.min(steps, Math.max(1, step)) - 1,
    find: text("find"), plain: words.get("plain") === "yes", filters,
    closed: new Set(words.has("closed") ? words.get("closed").split(" ").filter(Boolean)
      : firstClosed()),
  });
}
