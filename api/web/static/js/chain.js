// Pan and zoom of the chain: drag, wheel with Ctrl, buttons, arrows and plus and minus.
const frame = document.querySelector(".chain-window");
if (frame) {
  const picture = frame.querySelector("svg");
  const natural = { width: Number(picture.getAttribute("width")), height: Number(picture.getAttribute("height")) };
  const tools = document.querySelector("[data-pan]");
  let scale = 1;
  tools.hidden = false;

  const zoom = (wanted, at = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }) => {
    const next = Math.min(2.5, Math.max(0.2, wanted));
    const x = (frame.scrollLeft + at.x) / scale, y = (frame.scrollTop + at.y) / scale;
    scale = next;
    picture.setAttribute("width", natural.width * scale);
    picture.setAttribute("height", natural.height * scale);
    frame.scrollLeft = x * scale - at.x; frame.scrollTop = y * scale - at.y;
  };
  const fit = () => zoom(Math.min(1, frame.clientWidth / natural.width));
  const showRoot = () => {
    const root = picture.querySelector(".is-root")?.getBoundingClientRect(), view = frame.getBoundingClientRect();
    if (!root) return;
    frame.scrollLeft += root.left + root.width / 2 - view.left - view.width / 2;
    frame.scrollTop += root.top + root.height / 2 - view.top - view.height / 2;
  };

  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom-by]");
    if (!button) return;
    const by = Number(button.dataset.zoomBy);
    by ? zoom(scale * by) : fit();
  });
  frame.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
    if (event.target === frame && steps[event.key]) { event.preventDefault(); frame.scrollBy(...steps[event.key]); }
    if (event.key === "+" || event.key === "=") { event.preventDefault(); zoom(scale * 1.25); }
    if (event.key === "-") { event.preventDefault(); zoom(scale * 0.8); }
    if (event.key === "0") { event.preventDefault(); fit(); }
  });
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const view = frame.getBoundingClientRect();
    zoom(scale * (event.deltaY < 0 ? 1.1 : 0.9), { x: event.clientX - view.left, y: event.clientY - view.top });
  }, { passive: false });

  let held = null;
  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    held = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    if (Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y) > 5) { held.moved = true; frame.classList.add("is-held"); }
    frame.scrollLeft = held.left - (event.clientX - held.x); frame.scrollTop = held.top - (event.clientY - held.y);
  });
  addEventListener("pointerup", () => { setTimeout(() => { held = null; }); frame.classList.remove("is-held"); });
  frame.addEventListener("click", (event) => { if (held?.moved) event.preventDefault(); }, true);
  frame.addEventListener("dragstart", (event) => event.preventDefault());
  const least = matchMedia("(max-width: 48rem)").matches ? 0.7 : 0.85; // letters stay legible
  if (natural.width > frame.clientWidth) zoom(Math.max(least, frame.clientWidth / natural.width));
  showRoot();
}
