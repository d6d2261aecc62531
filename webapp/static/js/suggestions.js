// Names suggested while one types a search: an editable combobox with a list (ARIA Authoring
// Practices, "Editable Combobox With List Autocomplete"). Nothing is chosen by itself: the arrows
// choose, Enter searches for what is chosen, Escape closes the list. Without this file the field is
// a field.
"use strict";
(() => {
  const WAIT = 200; // milliseconds without a key before the server is asked
  const SHORTEST = 2;
  const IN_THE_FIELD = ["ArrowLeft", "ArrowRight", "Home", "End"];

  const attach = (box) => {
    const field = box.querySelector("input");
    const list = document.createElement("ul");
    const status = document.createElement("p");
    let options = [];
    let chosen = -1;
    let typed = "";
    let timer = 0;
    let asking = null;

    list.id = field.id + "-suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.dataset.label);
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    box.append(list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);

    const close = () => {
      clearTimeout(timer);
      asking?.abort();
      options = [];
      chosen = -1;
      list.replaceChildren();
      list.hidden = true;
      status.textContent = "";
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };

    const choose = (number) => {
      options[chosen]?.setAttribute("aria-selected", "false");
      chosen = number;
      const option = options[chosen];
      field.value = option ? option.textContent : typed;
      if (!option) {
        field.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", option.id);
    };

    const show = (suggestions) => {
      close();
      if (!suggestions.length) return;
      options = suggestions.map((one, number) => {
        const option = document.createElement("li");
        option.id = list.id + "-" + number;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        if (one.lang !== document.documentElement.lang) option.lang = one.lang;
        option.textContent = one.says;
        return option;
      });
      list.append(...options);
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
      status.textContent = options.length === 1
        ? box.dataset.one : box.dataset.many.replace("NUMBER", options.length);
    };

    const ask = async () => {
      asking?.abort();
      asking = new AbortController();
      try {
        const address = box.dataset.suggestions + "?q=" + encodeURIComponent(typed.trim());
        const answer = await fetch(address, { signal: asking.signal });
        if (answer.ok) show((await answer.json()).suggestions);
      } catch { /* Another key was pressed, or the network is away: typing goes on. */ }
    };

    field.addEventListener("input", () => {
      typed = field.value;
      // Last on the page, and only once somebody types: an empty live region is read in passing.
      if (!status.isConnected) document.body.append(status);
      close();
      if (typed.trim().length >= SHORTEST) timer = setTimeout(ask, WAIT);
    });
    field.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const last = options.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!options.length) return;
        event.preventDefault();
        // Beyond either end is what was typed.
        const next = event.key === "ArrowDown" ? chosen + 1 : chosen - 1;
        choose(next > last ? -1 : next < -1 ? last : next);
      } else if (IN_THE_FIELD.includes(event.key) && chosen >= 0) {
        // Whoever moves in what was chosen goes on writing there.
        typed = field.value;
        choose(-1);
      } else if (event.key === "Escape" && options.length) {
        event.preventDefault();
        field.value = typed;
        close();
      } else if (event.key === "Enter" || event.key === "Tab") {
        close();
      }
    });
    // Before the field loses the focus, or the list would be gone when the click arrives.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      field.value = option.textContent;
      close();
      field.form.requestSubmit();
    });
    field.addEventListener("blur", close);
  };

  document.querySelectorAll("[data-suggestions]").forEach(attach);
})();
