// The tools: what each sets, and what the page shows for it.
function look(id) {
  if (id === preview) return;
  preview = id;
  light(shownForm());
  say();
}

function change(changes) {
  Object.assign(state, changes);
  draw();
  writeAddress();
}

function draw() {
  pictures.forEach((view, number) => { view.section.hidden = number !== state.view; });
  const view = pictures[state.view], form = shownForm(view);
  for (const one of Object.values(view.forms)) one.figure.hidden = one !== form;
  cover(form);
  plainly(form);
  sift();
  light(form);
  rove(form);
  showStory();
  showGroups(view);
  showSettings();
  for (const title of findAll("h3[data-plain]")) {
    title.usual ??= title.textContent;
    title.textContent = state.plain ? title.dataset.plain : title.usual;
  }
  say();
}

// Filters and the search: what does not fit fades in the picture and is left out of the words.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const searched = new Map([...articles].map(([id, one]) => {
  const own = [...one.children].filter((part) => !part.matches(".links"));
  return [id, fold([heading(id).dataset.plain, ...own.map((part) => part.textContent)].join(" "))];
}));
const isSifting = () => state.find.trim() !== "" || Object.values(state.filters).some(Boolean);

function fits(id) {
  const wanted = Object.entries(state.filters).filter(([, value]) => value);
  return (searched.get(id) ?? "").includes(fold(state.find.trim()))
    && wanted.every(([key, value]) => data.filters[key][id]?.includes(value));
}

function sift() {
  const off = new Set(isSifting() ? [...articles.keys()].filter((id) => !fits(id)) : []);
  for (const [id, article] of articles) article.hidden = off.has(id);
  for (const stage of findAll(".stage")) {
    stage.hidden = findAll("article", stage).every((article) => article.hidden);
  }
  const form = shownForm();
  for (const [id, box] of form.boxes) box.classList.toggle("off", off.has(id));
  for (const [id, from, to] of form.graph.arrows) {
    form.arrows.get(id)?.classList.toggle("off", off.has(from) || off.has(to));
  }
}

function showStory() {
  const steps = state.story ? data.stories[state.story] : [];
  const bar = document.getElementById("story");
  bar.hidden = !steps.length;
  if (!steps.length) return;
  find("p", bar).textContent = storyWords();
  find('[data-do="previous"]', bar).disabled = state.step === 0;
  find('[data-do="next"]', bar).disabled = state.step === steps.length - 1;
  const [first] = data.stories[state.story][state.step];
  shownForm().boxes.get(first)?.scrollIntoView({
    block: "nearest", inline: "center", behavior: calm() ? "auto" : "smooth" });
}

// A step of a story that someone told is in a list; one of the main story is an arrow.
function storyWords() {
  const steps = findAll(`li[data-story="${CSS.escape(state.story)}"]`);
  if (steps.length) return steps[state.step].textContent;
  const [from, to, arrow] = data.stories[state.story][state.step];
  const claim = shownForm().arrows.get(arrow)?.getAttribute("aria-label")
    ?? `${titleOf(from)} – ${titleOf(to)}`;
  const links = findAll(".causes > li", articles.get(to));
  const same = links.find((one) => find("a", one)?.getAttribute("href") === `#e-${from}`);
  const more = same ? findAll(".reason, .guess", same).map((one) => one.textContent) : [];
  return `${claim}${more.length ? `: ${more.reverse().join("; ")}` : ""}.`;
}

function showGroups(view) {
  const panel = document.getElementById("groups"), inside = find("div", panel);
  const { graph } = view.forms.open ?? view.forms.usual;
  const groups = Object.keys(graph.frames);
  panel.hidden = !groups.length;
  if (inside.dataset.view !== String(state.view)) {
    inside.dataset.view = state.view;
    inside.replaceChildren(...groups.map((id) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.group = id;
      button.textContent = view.titles[id] ?? id;
      return button;
    }));
  }
  for (const button of findAll("button", inside)) {
    button.setAttribute("aria-expanded", String(!state.closed.has(button.dataset.group)));
  }
}

// The fields show what is chosen, also when the address chose it.
function showSettings() {
  for (const field of findAll("[data-set]", tools)) {
    const value = String(state[field.dataset.set]);
    if (field.type === "radio") field.checked = field.value === value;
    else if (field.value !== value) field.value = value;
  }
  for (const field of findAll("[data-filter]", tools)) {
    field.value = state.filters[field.dataset.filter] ?? "";
  }
  find('[data-do="plain"]', tools)?.setAttribute("aria-pressed", String(state.plain));
}

// The line that tells where one is; screen readers read it whenever it changes.
function say() {
  const words = sentence();
  if (where.textContent !== words) where.textContent = words;
}

function sentence() {
  const form = shownForm();
  if (state.story) {
    return worded("step-of", { number: state.step + 1, whole: data.stories[state.story].length });
  }
  if (state.loop !== "") {
    return worded("in-loop", { number: data.loops[state.loop].length });
  }
  if (state.from && state.to) {
    const { boxes } = between(form.graph, state.from, state.to);
    return worded(boxes.size ? "on-the-way" : "no-way", {
      from: titleOf(state.from), to: titleOf(state.to), number: boxes.size });
  }
  const id = preview || state.at;
  if (form.boxes.has(id)) {
    const size = (name) => findAll(`.${name} > li`, articles.get(id)).length;
    const title = titleOf(id).replace(/[.!?]$/, "");
    return worded("box", {
      kind: kindOf(id), title, causes: size("causes"), effects: size("effects") });
  }
  if (isSifting()) {
    const fitting = [...articles.keys()].filter(fits).length;
    return worded("fitting", { number: fitting, whole: articles.size });
  }
  return where.dataset.usual;
}

const deeds = {
  larger: () => setZoom(zoom * 1.25),
  smaller: () => setZoom(zoom * 0.8),
  fit: () => setZoom(1),
  plain: () => change({ plain: !state.plain }),
  previous: () => change({ step: Math.max(0, state.step - 1) }),
  next: () => change({ step: Math.min(data.stories[state.story].length - 1, state.step + 1) }),
  back: () => hideDetails(),
  clear: () => change({
    at: "", from: "", to: "", loop: "", story: "", step: 0, find: "", filters: {} }),
  print: (button) => {
    document.documentElement.dataset.paper = button.dataset.paper;
    print();
  },
};

const exclusive = {
  story: () => ({ loop: "", from: "", to: "", step: 0 }),
  loop: () => ({ story: "", from: "", to: "" }),
  from: () => ({ story: "", loop: "" }),
  to: () => ({ story: "", loop: "" }),
  view: () => ({ at: "" }),
};

function startTools() {
  for (const select of findAll('[data-set="from"], [data-set="to"]', tools)) {
    for (const id of articles.keys()) select.add(new Option(titleOf(id), id));
  }
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", ({ target }) => {
    const { set, filter } = target.dataset;
    if (filter) change({ filters: { ...state.filters, [filter]: target.value } });
    if (!set) return;
    const value = set === "view" ? Number(target.value) : target.value;
    change({ [set]: value, ...exclusive[set]?.() });
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button");
    deeds[button?.dataset.do]?.(button);
    const group = button?.dataset.group;
    if (!group) return;
    change({ closed: state.closed.has(group) ? without(state.closed, group)
      : new Set([...state.closed, group]) });
  });
}
