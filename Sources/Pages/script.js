// Everything here works without this script too; it saves reloads, answers while one types, and adds keys.
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  // where a token is asked for, it is kept for this tab alone and sent as a header
  let token = sessionStorage.getItem("token") ?? "";
  let running = null;
  let isTyped = false;

  const ask = (address, signal) =>
    fetch(address, { signal, credentials: "omit", headers: token ? { Authorization: `Bearer ${token}` } : {} });

  // Puts the page of an address in the place of this one, or its result alone while a question is being typed.
  async function show(address, { history: how = "push", part = "main", focus = null } = {}) {
    running?.abort();
    running = new AbortController();
    let response, text;
    try {
      response = await ask(address, running.signal);
      text = await response.text();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
      return;
    }
    const page = new DOMParser().parseFromString(text, "text/html");
    const place = find(part), other = page.getElementById(part);
    if (!place || !other) return part === "main" ? location.assign(address) : undefined;
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    place.replaceChildren(...other.childNodes);
    if (part === "main") {
      for (const name of ["header.top", "footer"]) {
        const old = document.querySelector(name), fresh = page.querySelector(name);
        if (old && fresh) old.replaceWith(fresh);
      }
    }
    if (how === "push") history.pushState(null, "", address);
    if (how === "replace") history.replaceState(null, "", address);
    ready(response.status);
    find("announcer").textContent = find("sentence")?.textContent ?? page.title;
    const target = focus?.();
    if (target) target.focus({ preventScroll: target.id === "q" });
    if (target?.id === "source" || target?.id === "main") target.scrollIntoView({ block: "nearest" });
  }

  // What a page that just came needs.
  function ready(status) {
    for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
    const keys = find("keys");
    if (keys) keys.checked = usesKeys();
    if (token) for (const image of document.querySelectorAll("figure.page image")) draw(image);
    if (find("token-form") && token && status === 401) {
      token = "";
      sessionStorage.removeItem("token");
    }
  }

  // A picture can't send the token by itself.
  async function draw(image) {
    const response = await ask(image.getAttribute("href"));
    if (!response.ok) return;
    const bitmap = await createImageBitmap(await response.blob());
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    image.ownerSVGElement.before(canvas);
    image.remove();
  }

  // The address of a form: its fields that are not empty.
  function address(form) {
    const fields = [...new FormData(form)].filter(([, value]) => value.trim());
    return `/?${new URLSearchParams(fields)}`;
  }

  // MARK: typing

  let timer = 0;
  function typed(field) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      suggest(field);
      if (!field.value.trim()) return;
      show(address(field.form), { part: "result", history: isTyped ? "replace" : "push" });
      isTyped = true;
    }, 180);
  }

  async function suggest(field) {
    const start = field.value.search(/\S*$/u);
    const before = field.value.slice(0, start), word = field.value.slice(start);
    const names = word ? await ask(`/names?${new URLSearchParams({ q: word })}`).then((r) => (r.ok ? r.json() : [])) : [];
    const options = [...names.map((name) => before + name), ...asked()].map((value) => {
      const option = document.createElement("option");
      option.value = value;
      return option;
    });
    find("names")?.replaceChildren(...options);
  }

  const asked = () => JSON.parse(localStorage.getItem("asked") ?? "[]");
  function keep(question) {
    const questions = [question, ...asked().filter((other) => other !== question)].slice(0, 30);
    localStorage.setItem("asked", JSON.stringify(questions));
  }

  document.addEventListener("input", (event) => {
    if (event.target.id === "q" && !event.isComposing) typed(event.target);
    if (event.target.id === "keys") localStorage.setItem("keys", event.target.checked ? "on" : "off");
  });
  document.addEventListener("compositionstart", () => clearTimeout(timer));
  document.addEventListener("compositionend", (event) => event.target.id === "q" && typed(event.target));
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    clearTimeout(timer);
    if (form.id === "token-form") {
      token = find("token").value;
      sessionStorage.setItem("token", token);
      show(location.href, { history: "none", focus: () => find("main") });
      return;
    }
    keep(form.elements.q.value);
    const how = isTyped && form.classList.contains("ask") ? "replace" : "push";
    isTyped = false;
    show(address(form), { history: how, focus: () => find("q") });
  });

  // MARK: links

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy-text]");
    if (button) return copy(button.dataset.copyText, button);
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.getAttribute("href").startsWith("#")) return;
    if (link.hasAttribute("data-copy")) {
      event.preventDefault();
      const response = await ask(link.href);
      if (response.ok) copy(await response.text(), link);
      return;
    }
    if (link.hasAttribute("download")) return token ? save(event, link) : undefined;
    event.preventDefault();
    isTyped = false;
    show(link.href, { focus: focusBehind(link) });
  });

  // Where the focus goes when a link's page has come.
  function focusBehind(link) {
    const heading = link.closest("thead th");
    if (heading) return () => document.querySelectorAll("thead th")[heading.cellIndex]?.querySelector("a");
    if (link.closest(".readings")) return () => document.querySelector(".readings [aria-current]");
    if (link.hash === "#source") return () => find("source");
    if (link.hash) return () => find("main") && (document.querySelector(link.hash)?.scrollIntoView({ block: "center" }), null);
    if (link.rel === "up") return () => find("main");
    return () => (scrollTo(0, 0), find("main"));
  }

  async function copy(text, near) {
    await navigator.clipboard.writeText(text.replace(/^\uFEFF/u, ""));
    const announcer = find("announcer");
    announcer.textContent = near.dataset.done = announcer.dataset.copied;
    setTimeout(() => delete near.dataset.done, 2000);
  }

  async function save(event, link) {
    event.preventDefault();
    const blob = await (await ask(link.href)).blob();
    const other = document.createElement("a");
    other.href = URL.createObjectURL(blob);
    other.download = link.download;
    other.click();
    URL.revokeObjectURL(other.href);
  }

  addEventListener("popstate", () => {
    isTyped = false;
    show(location.href, { history: "none" });
  });

  // MARK: keys

  const usesKeys = () => localStorage.getItem("keys") !== "off";

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    const chip = event.target.closest?.(".readings a");
    if (chip && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      const chips = [...document.querySelectorAll(".readings a")];
      const next = chips[chips.indexOf(chip) + (event.key === "ArrowRight" ? 1 : -1)];
      if (next) event.preventDefault(), next.click();
      return;
    }
    if (event.target.closest?.("input, textarea, select") || !usesKeys()) return;
    const items = [...document.querySelectorAll(".item")];
    const item = event.target.closest?.(".item");
    const place = items.indexOf(item);
    if (event.key === "/") event.preventDefault(), find("q")?.focus();
    else if (event.key === "?") find("help")?.click();
    else if (event.key === "j") items[Math.min(place + 1, items.length - 1)]?.focus();
    else if (event.key === "k") items[Math.max(place - 1, 0)]?.focus();
    else if (event.key === "Enter" && item === event.target) (item.querySelector(".citation") ?? item.querySelector("a"))?.click();
  });

  ready(200);
  if (find("token-form") && token) show(location.href, { history: "none" });
})();
