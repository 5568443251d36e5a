// Moving about: keys from box to box, zoom, dragging, and the details of a box.
function boxesInOrder(form, wanted) {
  const shown = wanted.filter((id) => form.boxes.has(id)
    && !form.boxes.get(id).matches(".covered, .off"));
  const place = (id) => placeOf(form.boxes.get(id));
  return shown.sort((one, other) => place(one)[1] - place(other)[1] || place(one)[0] - place(other)[0]);
}

// The boxes beside one: those in its column, or in its row if the picture runs downwards.
function siblings(form, id, down) {
  const side = down ? 1 : 0;
  const extent = (one) => {
    const place = placeOf(form.boxes.get(one));
    return [place[side], place[side] + place[side + 2]];
  };
  const [start, end] = extent(id);
  const found = boxesInOrder(form, [...form.boxes.keys()]).filter((one) => {
    const [from, to] = extent(one);
    return Math.min(end, to) - Math.max(start, from) > Math.min(end - start, to - from) / 2;
  });
  return down ? found.sort((one, other) =>
    placeOf(form.boxes.get(one))[0] - placeOf(form.boxes.get(other))[0]) : found;
}

function neighbour(form, id, key, down) {
  const keys = down ? ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]
    : ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
  const move = keys.indexOf(key);
  if (move === 0) {
    return boxesInOrder(form, (form.graph.causes.get(id) ?? []).map((arrow) => arrow.from))[0];
  }
  if (move === 1) {
    return boxesInOrder(form, (form.graph.effects.get(id) ?? []).map((arrow) => arrow.to))[0];
  }
  const beside = siblings(form, id, down);
  return beside[beside.indexOf(id) + (move === 2 ? -1 : 1)];
}

function focusBox(id) {
  const form = shownForm(), box = form.boxes.get(id);
  if (!box) return false;
  for (const one of form.boxes.values()) one.setAttribute("tabindex", one === box ? "0" : "-1");
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest", inline: "nearest", behavior: calm() ? "auto" : "smooth" });
  return true;
}

// One box of each picture is on the way of the Tab key; arrow keys go to the others.
function rove(form) {
  const boxes = [...form.boxes.values()];
  const reachable = boxes.filter((box) => !box.matches(".covered, .off"));
  const now = reachable.find((box) => box.getAttribute("tabindex") === "0") ?? reachable[0];
  for (const box of boxes) box.setAttribute("tabindex", box === now ? "0" : "-1");
}

function showDetails(id, { focus = false } = {}) {
  const article = articles.get(id);
  if (!article) return;
  const copy = article.cloneNode(true);
  for (const part of [copy, ...findAll("[id]", copy)]) part.removeAttribute("id");
  copy.hidden = false;
  find("div", details).replaceChildren(...copy.childNodes);
  details.hidden = false;
  details.scrollTop = 0;
  if (focus) {
    const title = find("h3", details);
    title.tabIndex = -1;
    title.focus();
  }
}

function hideDetails() {
  const had = details.contains(document.activeElement);
  details.hidden = true;
  if (had) focusBox(state.at);
}

let zoom = 1;
function setZoom(value) {
  zoom = Math.min(6, Math.max(0.5, value));
  for (const view of pictures) {
    for (const { svg } of Object.values(view.forms)) {
      svg.style.width = `${zoom * 100}%`;
      svg.style.minWidth = "0";
      svg.style.maxWidth = "none";
    }
  }
}

const boxId = (event) => ids.get(event.target.closest?.(".toc-box")) ?? "";

function watch(form, view) {
  const { svg, pan } = form;
  svg.addEventListener("pointerover", (event) => look(boxId(event)));
  svg.addEventListener("pointerleave", () => look(""));
  svg.addEventListener("focusin", (event) => look(boxId(event)));
  svg.addEventListener("focusout", () => look(""));
  svg.addEventListener("click", (event) => {
    const id = boxId(event);
    if (!id) return;
    event.preventDefault();
    change({ at: id });
    showDetails(id, { focus: event.detail === 0 });
  });
  svg.addEventListener("keydown", (event) => {
    const id = boxId(event);
    if (id && event.key.startsWith("Arrow")) {
      event.preventDefault();
      const next = neighbour(form, id, event.key, view.down);
      if (next) focusBox(next);
    }
    if (event.key === "+" || event.key === "-") setZoom(zoom * (event.key === "+" ? 1.25 : 0.8));
    if (event.key === "0") setZoom(1);
  });
  drag(pan);
}

function drag(pan) {
  let start = null;
  pan.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY, left: pan.scrollLeft, top: pan.scrollTop };
  });
  addEventListener("pointermove", (event) => {
    if (!start) return;
    const [x, y] = [event.clientX - start.x, event.clientY - start.y];
    if (Math.abs(x) + Math.abs(y) > 4) pan.classList.add("moving");
    pan.scrollTo(start.left - x, start.top - y);
  });
  addEventListener("pointerup", () => { start = null; });
  pan.addEventListener("dragstart", (event) => event.preventDefault());
  pan.addEventListener("click", (event) => {
    if (pan.classList.contains("moving")) event.stopPropagation(), event.preventDefault();
    pan.classList.remove("moving");
  }, true);
}
