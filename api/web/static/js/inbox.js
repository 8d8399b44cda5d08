// Dropping files anywhere on the form, each sent by itself; the rows follow by server-sent events.
import { csrf, say } from "./desk.js";

const rows = document.getElementById("rows");
if (rows && "EventSource" in window) {
  const events = new EventSource(rows.dataset.events);
  events.addEventListener("rows", (event) => {
    if (rows.contains(document.activeElement)) return; // never take a button away from under a finger
    rows.innerHTML = event.data; // our own markup, escaped by the server
    for (const field of rows.querySelectorAll('input[name="csrf"]')) field.value = csrf();
  });
  addEventListener("pagehide", () => events.close());
}

const form = document.getElementById("drop");
const list = document.getElementById("drop-list");
const input = form.querySelector("input[type=file]");
for (const kind of ["dragenter", "dragover"]) form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("is-over"); });
for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.remove("is-over"); });
form.addEventListener("drop", (event) => sendAll(event.dataTransfer.files));
input.addEventListener("change", () => { sendAll(input.files); });

async function sendAll(files) {
  for (const file of [...files]) await send(file);
  form.reset();
}

async function send(file) {
  const line = document.createElement("li");
  const name = document.createElement("span");
  name.className = "grow"; name.textContent = file.name;
  const state = document.createElement("span");
  state.textContent = "…";
  line.append(name, state); list.prepend(line);
  const body = new FormData();
  body.append("csrf", csrf()); body.append("files", file);
  const answer = await fetch("/inbox", { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.ok) { state.textContent = "✓"; say(file.name); return; }
  const problem = await answer?.json().catch(() => null);
  state.textContent = problem?.detail ?? problem?.title ?? "✗";
  line.className = "is-wrong";
}
