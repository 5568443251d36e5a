// Which boxes and arrows belong together. A graph has boxes, frames and arrows, all by id.
function indexed(graph) {
  const causes = new Map(), effects = new Map();
  const add = (arrow) => {
    if (!effects.has(arrow.from)) effects.set(arrow.from, []);
    if (!causes.has(arrow.to)) causes.set(arrow.to, []);
    effects.get(arrow.from).push(arrow);
    causes.get(arrow.to).push(arrow);
  };
  for (const [id, from, to, way] of graph.arrows) {
    add({ id, from, to, way });
    if (way === "mutual") add({ id, from: to, to: from, way });
  }
  return { ...graph, causes, effects };
}

// What can be reached from some boxes in at most so many steps, and the arrows on the way.
function reach(arrowsAt, end, starts, steps, follow = () => true) {
  const boxes = new Set(starts), arrows = new Set();
  let edge = [...starts];
  for (let step = 0; edge.length && step < steps; step += 1) {
    const next = [];
    for (const arrow of edge.flatMap((id) => arrowsAt.get(id) ?? []).filter(follow)) {
      arrows.add(arrow.id);
      if (!boxes.has(arrow[end])) {
        boxes.add(arrow[end]);
        next.push(arrow[end]);
      }
    }
    edge = next;
  }
  return { boxes, arrows };
}

const joined = (one, other) => ({
  boxes: new Set([...one.boxes, ...other.boxes]),
  arrows: new Set([...one.arrows, ...other.arrows]),
});

function connected(graph, id, way, far) {
  const steps = far ? Number(far) : Infinity;
  const nothing = { boxes: new Set([id]), arrows: new Set() };
  const up = way === "down" ? nothing : reach(graph.causes, "from", [id], steps);
  const down = way === "up" ? nothing : reach(graph.effects, "to", [id], steps);
  return joined(up, down);
}

// What lies on a way from one box to another, along causes that do not lead back.
function between(graph, from, to) {
  const forward = (arrow) => arrow.way === "" || arrow.way === "mutual";
  const down = reach(graph.effects, "to", [from], Infinity, forward);
  const up = reach(graph.causes, "from", [to], Infinity, forward);
  if (!down.boxes.has(to)) return { boxes: new Set(), arrows: new Set() };
  const both = (name) => new Set([...down[name]].filter((id) => up[name].has(id)));
  return { boxes: both("boxes"), arrows: both("arrows") };
}

function around(graph, ids) {
  const causal = ["", "mutual", "feedback"];
  const arrows = ids.flatMap((id, place) => (graph.effects.get(id) ?? []).filter(
    (arrow) => arrow.to === ids[(place + 1) % ids.length] && causal.includes(arrow.way)));
  return { boxes: new Set(ids), arrows: new Set(arrows.map((arrow) => arrow.id)) };
}
