// The pictures: what each part of one is, and how a choice looks in it.
const pictures = findAll(".view").map((section, number) => {
  const forms = {};
  for (const figure of findAll(".sheet", section)) {
    const svg = find("svg", figure);
    // Before any other class is added, the rest of the attribute is the id, whatever is in it.
    const parts = (role) => new Map(findAll(`.toc-${role}`, svg).map(
      (one) => [one.getAttribute("class").slice(`toc-${role} ${role}-`.length), one]));
    forms[figure.dataset.form] = {
      figure, svg, pan: find(".pan", figure),
      boxes: parts("box"), arrows: parts("arrow"), frames: parts("cluster"),
      graph: indexed(data.views[number].forms[figure.dataset.form]),
    };
  }
  return { ...data.views[number], section, forms };
});

const ids = new Map(pictures.flatMap((view) => Object.values(view.forms)
  .flatMap((form) => [...form.boxes].map(([id, box]) => [box, id]))));

const isOpened = (view) =>
  "open" in view.forms && view.collapsed.some((id) => !state.closed.has(id));
const shownForm = (view = pictures[state.view]) =>
  view.forms[isOpened(view) ? "open" : "usual"];
const placeOf = (part) => part.dataset.place.split(" ").map(Number);

// What the present choice lights: nothing fades if there is no choice.
function lit(form) {
  const known = (id) => form.boxes.has(id);
  if (state.story) {
    const ids = data.stories[state.story][state.step];
    return { boxes: new Set(ids), arrows: new Set(ids) };
  }
  if (state.loop !== "") return around(form.graph, data.loops[state.loop]);
  if (state.from && state.to) return between(form.graph, state.from, state.to);
  const id = known(preview) ? preview : state.at;
  return known(id) ? connected(form.graph, id, state.way, state.far) : null;
}

function light(form) {
  const found = lit(form);
  form.svg.classList.toggle("dim", found !== null);
  for (const [id, box] of form.boxes) {
    box.classList.toggle("lit", found?.boxes.has(id) ?? false);
    box.classList.toggle("at", id === state.at);
  }
  for (const [id, frame] of form.frames) frame.classList.toggle("lit", found?.boxes.has(id) ?? false);
  for (const [id, arrow] of form.arrows) {
    arrow.classList.toggle("lit", found?.arrows.has(id) ?? false);
  }
  return found;
}

// A closed frame is covered: its boxes and the arrows inside it go, and arrows end at its edge.
function cover(form) {
  for (const old of findAll(".cover", form.svg)) old.remove();
  const { boxes, frames, arrows } = form.graph;
  const hider = (id) => {
    let found = "";
    for (let frame = boxes[id] ?? id; frame; frame = frames[frame]) {
      if (state.closed.has(frame)) found = frame;
    }
    return found;
  };
  for (const [id, box] of form.boxes) box.classList.toggle("covered", hider(id) !== "");
  for (const [id, from, to] of arrows) {
    const hidden = hider(from) !== "" && hider(from) === hider(to);
    form.arrows.get(id)?.classList.toggle("covered", hidden);
  }
  for (const [id, frame] of form.frames) if (hider(id) === id) form.svg.append(coverOf(id, frame, form));
}

function coverOf(id, frame, form) {
  const make = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const [x, y, width, height] = placeOf(frame);
  const group = make("g", { class: "cover" });
  const held = Object.values(form.graph.boxes).filter((cluster) => {
    for (let one = cluster; one; one = form.graph.frames[one]) if (one === id) return true;
    return false;
  }).length;
  group.append(make("rect", { x, y, width, height, rx: 7, fill: "#eef0f3", stroke: "#4a525c" }));
  const words = [groupTitle(id), worded("inside", { number: held })];
  for (const [line, text] of words.entries()) {
    const part = make("text", { x: x + width / 2, y: y + height / 2 + line * 17 - 3, "font-size": 13 });
    part.textContent = text;
    group.append(part);
  }
  group.addEventListener("click", () => change({ closed: without(state.closed, id) }));
  return group;
}

const without = (set, id) => new Set([...set].filter((one) => one !== id));
function groupTitle(id) {
  const view = pictures[state.view];
  return view.titles[id] ?? id;
}

// Plain words take the place of a box's own, as large as its room allows.
function plainly(form) {
  for (const [id, box] of form.boxes) {
    const name = find(".name", box), plain = heading(id)?.dataset.plain;
    if (!plain) continue;
    name.usual ??= [...name.childNodes];
    name.replaceChildren(...name.usual);
    if (state.plain) fill(name, plain, box);
  }
}

function fill(name, words, box) {
  const [x, y, width, height] = placeOf(box);
  const badge = [...box.children].find((part) => part !== name && part.tagName === "text");
  const room = (badge ? badge.getBBox().y : y + height) - y - 5;
  const line = name.usual.find((part) => part.tagName === "text").cloneNode();
  line.removeAttribute("textLength");
  for (let size = 9.5; size >= 5; size -= 0.5) {
    const lines = wrapped(name, line, words, size, width - 14);
    if (lines.length * size * 1.16 > room && size > 5) continue;
    const top = y + 3 + (room - lines.length * size * 1.16) / 2;
    name.replaceChildren(...lines.map((text, place) => {
      const part = line.cloneNode();
      part.setAttribute("x", x + width / 2);
      part.setAttribute("y", top + (place + 0.85) * size * 1.16);
      part.setAttribute("font-size", size);
      part.textContent = `${text} `;
      return part;
    }));
    return;
  }
}

function wrapped(name, line, words, size, width) {
  line.setAttribute("font-size", size);
  name.replaceChildren(line);
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    line.textContent = longer;
    if (line.getComputedTextLength() <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  line.textContent = "";
  return lines;
}
