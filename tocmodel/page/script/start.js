// The start: the tools appear, and the page shows what its address names.
for (const view of pictures) for (const form of Object.values(view.forms)) watch(form, view);
startTools();
details.addEventListener("click", (event) => {
  const id = event.target.closest?.('a[href^="#e-"]')?.getAttribute("href").slice(3);
  if (!id || !shownForm().boxes.has(id)) return;
  event.preventDefault();
  change({ at: id });
  showDetails(id, { focus: true });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!details.hidden) hideDetails();
  else deeds.clear();
});
addEventListener("hashchange", () => { readAddress(); draw(); });
tools.hidden = false;
readAddress();
draw();
