/* <ed-filter>: shows the entries of a list that have all that is chosen in its form, and says how many.
   What is chosen is in the address, under the names that the `data-` attributes of an entry have. */
customElements.define("ed-filter", class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.status = this.querySelector("[role=status]");
    this.clear = this.querySelector(".ed-filter__clear");
    this.controls = [...this.form.elements].filter(({ name }) => name);
    this.values = this.controls.flatMap((control) => [...(control.options ?? [control])]).filter(({ value }) => value);
    this.words = new Map(this.values.map((one) => [one, one.dataset.words ?? one.textContent]));
    this.entries = [...document.querySelectorAll(this.dataset.of)];

    this.form.addEventListener("change", () => this.choose());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.clear.addEventListener("click", () => {
      this.form.reset();
      this.choose();
      this.form.querySelector("input").focus(); // the button goes
    });
    addEventListener("popstate", () => this.read());
    addEventListener("hashchange", () => this.arrive());
    // To count for every value takes long on a phone: not before somebody wants to choose. A browser that
    // comes back may have kept a choice that the address does not have.
    if (location.search || String(this.chosen)) this.read();
    if (String(this.chosen) && !location.hash && !scrollY) this.scrollIntoView();
    for (const sign of ["pointerenter", "focusin"])
      this.form.addEventListener(sign, () => this.count(this.chosen), { once: true });
    this.arrive();
  }

  get chosen() {
    return new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value));
  }

  read() {
    const wanted = new URLSearchParams(location.search);
    for (const [name, towards] of [["from", "find"], ["to", "findLast"]]) {
      const month = wanted.get(name)?.slice(0, 7);
      if (month) wanted.set(name, this.month(name, month, towards));
    }
    for (const one of this.values) {
      const chosen = wanted.getAll(one.name ?? one.closest("select").name).includes(one.value);
      one[one.type === "checkbox" ? "checked" : "selected"] = chosen;
    }
    this.show();
    if (String(this.chosen) !== location.search.slice(1)) this.keep(location.hash); // it had what we do not know
    this.querySelector("details").open ||= [...this.chosen.keys()].some((name) => name !== "kind");
  }

  /* The month on offer that lies nearest within the period. */
  month(name, wanted, towards) {
    const months = this.values.filter((one) => one.closest("select")?.name === name).map(({ value }) => value);
    return months[towards]((month) => (towards === "find" ? month >= wanted : month <= wanted)) ?? "";
  }

  choose() {
    this.show();
    this.keep();
  }

  /* Without the entry that the address may have named: it may not be shown. */
  keep(hash = "") {
    const address = new URL(location.href);
    address.search = this.chosen;
    address.hash = hash;
    history.replaceState(null, "", address.href.replace(/#$/, ""));
  }

  /* Whoever follows a link to an entry wants to see it. */
  arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target?.closest("details");
    if (!target || !(folded || target.closest("[hidden]"))) return;
    if (folded) folded.open = true;
    if (target.closest("[hidden]")) {
      this.form.reset();
      this.show();
      history.replaceState(null, "", location.pathname + location.hash);
    }
    target.scrollIntoView();
  }

  show() {
    const { chosen } = this;
    for (const entry of this.entries) entry.hidden = !this.fits(entry, chosen);
    const shown = (part) => part.querySelectorAll(`${this.dataset.of}:not([hidden])`).length;
    for (const period of document.querySelectorAll("[data-period]")) period.hidden = !shown(period);
    for (const link of document.querySelectorAll(".ed-jump a, .ed-toc a"))
      link.closest("li").hidden = Boolean(document.getElementById(link.hash.slice(1))?.closest("[hidden]"));
    for (const month of document.querySelectorAll("[data-month]")) {
      const heading = document.getElementById(`month-${month.dataset.month}`);
      if (heading) this.draw(month, shown(heading.parentElement));
    }
    this.count(chosen);
    this.say(chosen, shown(document));
  }

  /* Whether an entry has what is chosen, but for what one control asks. */
  fits({ dataset }, chosen, but) {
    return [...new Set(chosen.keys())].every((name) => {
      const wanted = chosen.getAll(name);
      if (name === but) return true;
      if (name === "from") return dataset.last >= wanted[0];
      if (name === "to") return dataset.first <= wanted[0];
      return wanted.some((value) => this.has(dataset, name, value));
    });
  }

  has(dataset, name, value) {
    return (dataset[name] ?? "").split(" ").includes(value);
  }

  /* Beside every value, how many entries would be shown with it; none can be chosen that shows nothing. */
  count(chosen) {
    for (const control of this.controls) {
      const { name } = control;
      const others = this.entries.filter((entry) => this.fits(entry, chosen, name));
      for (const one of control.options ?? [control]) {
        if (!one.value) continue;
        if (name === "from") one.disabled = chosen.has("to") && one.value > chosen.get("to");
        else if (name === "to") one.disabled = chosen.has("from") && one.value < chosen.get("from");
        else {
          const found = others.filter(({ dataset }) => this.has(dataset, name, one.value)).length;
          one.disabled = !found && !(one.selected || one.checked);
          if (one.type === "checkbox") one.closest("label").querySelector(".ed-filter__count").textContent = found;
          else one.textContent = `${this.words.get(one)} (${found})`;
        }
      }
    }
  }

  /* For the eye, the ear and the printed page: how many, and of what. */
  say(chosen, shown) {
    const all = this.entries.length;
    const names = [...new Set(chosen.keys())];
    const said = names.map((name) => {
      const words = this.values.filter((one) => one.selected || one.checked)
        .filter((one) => (one.name ?? one.closest("select").name) === name)
        .map((one) => this.words.get(one));
      return [name === "from" || name === "to" ? name : "", words.join(" or ")].join(" ").trim();
    });
    this.status.textContent = said.length ? `${shown || "None"} of ${all} events: ${said.join("; ")}.` : `All ${all} events.`;
    this.clear.hidden = !said.length;
    this.toggleAttribute("data-chosen", Boolean(said.length));
  }

  /* A bar of the strip of months. */
  draw(month, count) {
    const link = month.querySelector("a");
    const [bar, words] = [month.querySelector("svg"), month.querySelector(".ed-unseen")];
    month.querySelector(".ed-months__count").textContent = count;
    bar.firstElementChild.setAttribute("y", bar.viewBox.baseVal.height - count);
    bar.firstElementChild.setAttribute("height", count);
    words.textContent = `${words.textContent.split(":")[0]}: ${count} event${count === 1 ? "" : "s"}`;
    if (count) link.href = `#month-${month.dataset.month}`;
    else link.removeAttribute("href"); // there is nothing to go to
  }
});
