// The parts of the page, and what it knows about the theory. Every word comes from the page itself.
const find = (selector, from = document) => from.querySelector(selector);
const findAll = (selector, from = document) => [...from.querySelectorAll(selector)];

// Any word can be an id, also one that every object of JavaScript has, such as "constructor".
const bare = (key, value) => value && typeof value === "object" && !Array.isArray(value)
  ? Object.assign(Object.create(null), value) : value;
const data = JSON.parse(document.getElementById("data").textContent, bare);
const tools = document.getElementById("tools");
const details = document.getElementById("details");
const where = document.getElementById("where");
const articles = new Map(findAll("#words article").map((one) => [one.id.slice(2), one]));

// What is chosen at the moment. The address of the page has the same, so a link keeps it.
const state = {
  view: 0, at: "", way: "both", far: "1", from: "", to: "", loop: "", story: "", step: 0,
  find: "", plain: false, filters: {}, closed: new Set(),
};
let preview = ""; // the box under the pointer, or with the focus

const heading = (id) => articles.has(id) ? find("h3", articles.get(id)) : null;
const titleOf = (id) => heading(id)?.textContent ?? id;
const kindOf = (id) =>
  articles.has(id) ? find(".kind", articles.get(id)).firstChild.textContent.trim() : "";
const worded = (key, gaps) => data.words[key].replace(/\{([a-z]+)\}/g, (gap, name) => gaps[name] ?? gap);
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
