// The keyboard of the review page, and the picture that follows the field in hand.
import { typing } from "./desk.js";

const find = (what) => document.querySelector(what);
const press = { KeyZ: "[data-undo]", Digit2: "[data-other]", KeyA: "[data-whole]", KeyN: "[data-skip]" };

document.addEventListener("keydown", (event) => {
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    if (press[event.code] && find(press[event.code])) { event.preventDefault(); find(press[event.code]).click(); }
    if (event.code === "ArrowDown" || event.code === "ArrowUp") { event.preventDefault(); step(event.code === "ArrowDown" ? 1 : -1); }
  }
  if (event.key === "Enter" && event.target.matches("textarea[data-enter]") && !event.shiftKey) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

function step(by) {
  const links = [...document.querySelectorAll(".doubt-list a")];
  const at = links.findIndex((link) => link.hasAttribute("aria-current"));
  links[(at + by + links.length) % links.length]?.click();
}

const box = find("#doubt input.input, #doubt textarea");
// The browser may give the focus later than this runs: take it here, so that typing replaces the value at once.
if (box && [document.body, box].includes(document.activeElement)) {
  box.focus({ preventScroll: document.activeElement === box });
  box.select();
}

const paper = find(".sheet-paper");
const zoom = find("[data-zoom]");
let level = 0;
if (zoom) {
  zoom.hidden = false;
  zoom.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    level = Math.min(2, Math.max(0, level + Number(button.dataset.step)));
    paper.classList.toggle("zoom-1", level === 1);
    paper.classList.toggle("zoom-2", level === 2);
    center();
  });
}
const image = find(".sheet-paper img");
if (image) (image.complete ? center() : image.addEventListener("load", center));

function center() {
  const mark = find(".mark.is-active"), frame = find(".sheet-window");
  if (!mark || !frame) return;
  const spot = mark.getBoundingClientRect(), view = frame.getBoundingClientRect();
  frame.scrollTop += spot.top + spot.height / 2 - view.top - view.height / 2;
  frame.scrollLeft += spot.left + spot.width / 2 - view.left - view.width / 2;
}
