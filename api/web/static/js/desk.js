// Small things for every page: shortcuts, suggestions under the question box, words said aloud.
export const csrf = () => document.querySelector('meta[name="csrf"]').content;
export const say = (words) => { document.getElementById("announce").textContent = words; };
export const typing = (event) => event.target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !typing(event) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("ask").focus();
  }
  if (event.key === "?" && !typing(event) && !event.ctrlKey && !event.metaKey && !event.altKey) location.assign("/help");
});

for (const input of document.querySelectorAll("[data-suggest]")) suggest(input);
for (const select of document.querySelectorAll("[data-submit]")) select.addEventListener("change", () => select.form.requestSubmit());
for (const button of document.querySelectorAll("[data-print]")) { button.hidden = false; button.addEventListener("click", () => window.print()); }
if (document.querySelector("[data-print-now]")) addEventListener("load", () => setTimeout(() => window.print(), 300)); // after the typeface
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
    say(button.dataset.copied); button.querySelector("span").textContent = button.dataset.copied;
  });
}

function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggestions"; list.id = `${input.id}-suggestions`; list.hidden = true;
  list.setAttribute("role", "listbox"); list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  input.after(list);
  input.setAttribute("role", "combobox"); input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id); input.setAttribute("aria-expanded", "false");
  let chosen = -1, timer = 0, last = "";
  const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const choose = (place) => {
    const items = [...list.children];
    chosen = (place + items.length) % items.length;
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    input.setAttribute("aria-activedescendant", items[chosen].id);
  };
  const show = (words) => {
    list.replaceChildren(...words.map((word, at) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${at}`; item.setAttribute("role", "option"); item.textContent = word;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(word); });
      return item;
    }));
    list.hidden = words.length === 0; chosen = -1;
    input.setAttribute("aria-expanded", String(words.length > 0));
  };
  const take = (word) => { input.value = word; close(); input.form.requestSubmit(); };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      last = input.value.trim();
      if (last.length < 2) return close();
      const asked = last;
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(asked)}`).catch(() => null);
      if (answer?.ok && asked === last && document.activeElement === input) show(await answer.json());
    }, 120);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen - 1); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(list.children[chosen].textContent); }
  });
  input.addEventListener("blur", close);
}
