/* <ed-compare>: sets two sides of a part of the page together, and adds what they have in common.
   Nothing stands there until something is chosen; the choice is in the address. */
customElements.define("ed-compare", class extends HTMLElement {
  connectedCallback() {
    this.section = this.closest("[data-compared]");
    this.form = this.querySelector("form");
    this.groups = [...this.section.querySelectorAll("[data-group]")];
    this.within = new Map(this.groups.map((group) => [group, [...group.querySelectorAll("[data-side]")]]));
    const choosers = [...this.form.elements];
    this.pair = choosers.slice(-2);
    this.which = choosers.length > 2 ? choosers[0] : null; // of several groups, or there is but one
    if (this.which) this.offer(this.which, this.groups, "group");

    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", ({ target }) => {
      if (target === this.which) this.offerSides();
      this.show();
      this.keep();
    });
    addEventListener("popstate", () => this.read());
    addEventListener("hashchange", () => this.arrive());
    this.read();
    if (this.which?.value && !location.hash && !scrollY) this.section.scrollIntoView();
    this.arrive();
  }

  get group() {
    return this.which ? this.groups.find(({ dataset }) => dataset.group === this.which.value) : this.groups[0];
  }

  get sides() {
    return this.within.get(this.group) ?? [];
  }

  offer(chooser, elements, key) {
    const options = elements.map((element) => new Option(this.name(element), element.dataset[key]));
    chooser.replaceChildren(chooser.options[0], ...options);
    chooser.disabled = !options.length;
  }

  /* What a side or a group is called, as the page prints it: an event with its date. */
  name(element) {
    const date = element.querySelector(":scope > p > time")?.textContent;
    const called = element.querySelector("h3 a, .ed-label").firstChild.textContent;
    return date ? `${date}: ${called}` : called;
  }

  offerSides() {
    for (const chooser of this.pair) this.offer(chooser, this.sides, "side");
  }

  /* What is not on offer is no choice. */
  choose(chooser, value) {
    chooser.value = value ?? "";
    if (chooser.selectedIndex < 0) chooser.selectedIndex = 0;
  }

  read() {
    const wanted = new URLSearchParams(location.search);
    if (this.which) this.choose(this.which, wanted.get(this.which.name));
    this.offerSides();
    for (const chooser of this.pair) this.choose(chooser, wanted.get(chooser.name));
    const [one, other] = this.pair;
    if (one.value === other.value) this.choose(other, "");
    this.show();
  }

  keep() {
    const address = new URL(location.href);
    for (const { name, value } of this.form.elements) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name); // the other comparison keeps its own
    }
    address.hash = "";
    history.replaceState(null, "", address.href.replace(/#$/, ""));
  }

  /* Whoever follows a link to a side or a group wants to see it. */
  arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !this.section.contains(target)) return;
    const [side, group] = [target.closest("[data-side]"), target.closest("[data-group]")];
    if (this.which && group) this.choose(this.which, group.dataset.group);
    if (this.which && group) this.offerSides();
    if (!this.which && side?.getClientRects().length === 0) this.choose(this.pair[0], side.dataset.side);
    this.show();
    target.scrollIntoView();
  }

  show() {
    const { group, sides } = this;
    const chosen = this.pair.flatMap(({ value }) => sides.filter(({ dataset }) => value && dataset.side === value));
    for (const one of this.groups) one.hidden = one !== group;
    for (const side of sides) side.hidden = chosen.length > 0 && !chosen.includes(side);
    if (chosen.length === 2) chosen[1].before(chosen[0]);
    this.section.toggleAttribute("data-paired", chosen.length === 2);
    this.section.toggleAttribute("data-chosen", this.which ? Boolean(group) : chosen.length > 0);
    this.pair.forEach((chooser, at) => {
      const taken = this.pair[1 - at].value;
      for (const option of chooser.options) option.disabled = Boolean(taken) && option.value === taken;
    });
    const names = chosen.map((side) => this.name(side)).join(" and ");
    this.querySelector("[role=status]").textContent = chosen.length === 2 ? `${names}, side by side.` : "";
    this.share(chosen);
  }

  /* What two sides share, under the headings that the page has for it. */
  async share(chosen) {
    const shared = this.section.querySelector("[data-shared]");
    if (!shared) return;
    this.shown = chosen;
    const [one, other] = chosen;
    const rows = other ? [this.between(one, other), this.both(one, other), await this.events(one, other)] : [[], [], []];
    if (this.shown !== chosen) return; // something else has been chosen since
    shared.querySelectorAll("ul").forEach((list, at) => {
      list.replaceChildren(...rows[at]);
      list.parentElement.hidden = !rows[at].length;
    });
    shared.hidden = !rows.flat().length;
  }

  row(...parts) {
    const row = document.createElement("li");
    row.append(...parts);
    return row;
  }

  ties(side) {
    return [...side.querySelectorAll("[data-other]")];
  }

  between(one, other) {
    return this.ties(one).filter(({ dataset }) => dataset.other === other.dataset.side).map((tie) => {
      const words = document.createElement("i");
      words.textContent = ` ${tie.closest("[data-ties]").firstElementChild.textContent} `;
      return this.row(this.name(one), words, ...tie.cloneNode(true).childNodes);
    });
  }

  both(one, other) {
    const theirs = new Set(this.ties(other).map(({ dataset }) => dataset.other));
    const met = new Map(this.ties(one).map((tie) => [tie.dataset.other, tie.querySelector("a")]));
    return [...met].filter(([ident]) => theirs.has(ident)).map(([, link]) => this.row(link.cloneNode(true)));
  }

  /* From the cards of the timeline, which know each event by its address. */
  async events(one, other) {
    const cards = document.querySelector("ed-card");
    const timeline = this.section.querySelector("[data-shared] [data-timeline] a").getAttribute("href");
    const theirs = other.dataset.events.split(" ");
    const shared = one.dataset.events.split(" ").filter((ident) => ident && theirs.includes(ident));
    return Promise.all(shared.map(async (ident) => {
      const card = document.createElement("template");
      card.innerHTML = await cards.saying(new URL(`${timeline}#${ident}`, document.baseURI));
      const [date, headline] = card.content.querySelectorAll("p");
      const link = Object.assign(document.createElement("a"), { className: "ed-ref ed-event", href: `${timeline}#${ident}` });
      link.textContent = headline?.textContent ?? ident;
      return this.row(date?.textContent ?? "", ": ", link);
    }));
  }
});
