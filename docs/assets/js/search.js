/* <ed-search>: opens its dialog on a button or Ctrl+K, and only then loads what it needs to find anything. */
customElements.define("ed-search", class extends HTMLElement {
  static pause = 60; // ms without a key until the list follows, and until its length is said
  static saying = 400;
  static most = 20;
  static words = {
    actor: "Actor", term: "Term", place: "Place", event: "Event", source: "Source", debate: "Debate",
    dispute: "Disagreement", background: "Background page", figure: "Picture", chapter: "Chapter", section: "Section", page: "Page",
  };

  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    this.field = this.querySelector("input");
    this.status = this.querySelector("[role='status']");
    this.list = this.querySelector(".ed-search__results");
    this.examples = this.querySelector(".ed-search__examples");
    this.elsewhere = this.querySelector(".ed-search__elsewhere");
    for (const link of this.querySelectorAll("a[data-address]")) link.href = this.address(link.dataset.address);

    for (const opener of document.querySelectorAll("[data-ed-search-open]")) {
      opener.hidden = false;
      opener.addEventListener("click", () => this.open());
    }
    document.addEventListener("keydown", (event) => this.summoned(event));
    this.dialog.addEventListener("keydown", (event) => this.pressed(event));
    // Only a press that began outside closes it, and not one that selected text and slipped off.
    this.dialog.addEventListener("pointerdown", (event) => { this.outside = event.target === this.dialog; });
    this.dialog.addEventListener("click", (event) => {
      if (this.outside && event.target === this.dialog) this.close();
    });
    this.querySelector(".ed-search__close").addEventListener("click", () => this.close());
    this.querySelector("form").addEventListener("submit", (event) => this.submitted(event));
    this.field.addEventListener("input", () => this.later());
    this.examples.addEventListener("click", (event) => this.tried(event.target.closest("button")));
  }

  /* What opens it: no single letter, which a voice that dictates would press without meaning to. */
  summoned(event) {
    const { key, ctrlKey, metaKey, altKey } = event;
    const control = key?.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey;
    if (!control || event.defaultPrevented) return;
    event.preventDefault();
    this.open();
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal(); // which also gives the focus back in the end
    this.field.focus();
    this.field.select();
    this.loaded ??= this.load();
  }

  close() {
    this.dialog.close();
    // Where nothing had the focus before, the field would keep it, unseen, for a moment.
    if (this.contains(document.activeElement)) document.activeElement.blur();
  }

  async load() {
    this.say("Loading\u2026");
    try {
      await Promise.all(this.dataset.scripts.split(" ").map((address) => this.script(address)));
      this.finder = new window.ReaderFinder(window.readerSearchData);
      this.show(); // a name is found before the texts are read
      await this.finder.read();
      this.show();
    } catch {
      this.loaded = null; // the next time it may work
      this.say("The search could not be loaded.");
      this.examples.hidden = true;
      this.elsewhere.hidden = false;
    }
  }

  script(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: address, async: false, onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }

  later() {
    clearTimeout(this.showing);
    this.showing = setTimeout(() => this.show(), this.constructor.pause);
  }

  show() {
    clearTimeout(this.showing);
    if (!this.finder) return;
    const query = this.field.value.trim();
    const results = this.finder.find(query, this.constructor.most);
    if (!results) return;
    const { total, found, whole } = results;
    const followed = this.links.find((link) => link === document.activeElement)?.href;
    this.list.replaceChildren(...found.map((one, place) => this.result(one, place)));
    this.list.scrollTop = 0;
    this.links.find((link) => link.href === followed)?.focus();
    this.examples.hidden = Boolean(query);
    this.elsewhere.hidden = !query || total > 0;
    this.say(query && this.finder.complete ? this.count(total, found.length, whole) : "");
  }

  count(total, shown, whole) {
    const results = `${total} result${total === 1 ? "" : "s"}`;
    if (!total) return "Nothing found.";
    if (!whole) return `Nothing has all of these words. ${results} with some of them.`;
    return total > shown ? `${results}, the first ${shown} shown.` : `${results}.`;
  }

  /* A screen reader would say every count that a fast writer passes. */
  say(words) {
    clearTimeout(this.talking);
    this.talking = setTimeout(() => { this.status.textContent = words; }, words ? this.constructor.saying : 0);
  }

  /* The link is the title alone, so that its name is short; what stands around it describes it. */
  result({ kind, about, title, also, context, address }, place) {
    const item = document.createElement("li");
    const link = this.part("a", "ed-search__title", title);
    link.href = this.address(address);
    const around = [
      this.part("p", "ed-search__kind", [[[this.constructor.words[kind], about].filter(Boolean).join(" \u00b7 "), false]]),
      also && this.part("p", "ed-search__also", [["Also written ", false]], this.script_of(also)),
      this.part("p", "ed-search__context", context),
    ].filter(Boolean);
    around.forEach((part, at) => { part.id = `ed-search-${place}-${at}`; });
    link.setAttribute("aria-describedby", around.map((part) => part.id).join(" "));
    link.addEventListener("click", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.close(); // it may lead to this very page
    });
    item.className = "ed-search__result";
    item.append(around[0], link, ...around.slice(1));
    return item;
  }

  part(tag, name, pieces, ...more) {
    const element = document.createElement(tag);
    element.className = name;
    for (const [text, marked] of pieces) {
      if (marked) element.append(Object.assign(document.createElement("mark"), { textContent: text }));
      else element.append(text);
    }
    element.append(...more);
    return element;
  }

  script_of(name) {
    const element = Object.assign(document.createElement("bdi"), { textContent: name });
    if (/[\u0600-\u06ff]/.test(name)) element.lang = "ar";
    return element;
  }

  /* Where a source path stands in the site: pages are folders, or plain files where they are read from a folder. */
  address(path) {
    const [page, anchor] = path.split("#");
    const [, folder, name] = page.match(/^(.*\/)?(.+)\.md$/);
    const plain = "plain" in this.dataset;
    const file = plain ? `${name}.html` : name === "index" ? "" : `${name}/`;
    return [`${this.dataset.base}/${folder ?? ""}${file}`, anchor].filter(Boolean).join("#");
  }

  submitted(event) {
    event.preventDefault();
    this.show();
    this.links[0]?.click();
  }

  tried(example) {
    if (!example) return;
    this.field.value = example.textContent;
    this.field.focus();
    this.show();
  }

  get links() {
    return [...this.list.querySelectorAll("a")];
  }

  /* The keys of the dialog. In the field, Home and End are the field's own. */
  pressed(event) {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event;
    if (ctrlKey || metaKey || altKey || isComposing) return;
    const { links } = this;
    const at = links.indexOf(document.activeElement);
    const next = links[at + 1] ?? links[at];
    const moves = at < 0 ? {} : { ArrowUp: links[at - 1] ?? this.field, Home: links[0], End: links.at(-1) };
    if (at >= 0 || document.activeElement === this.field) moves.ArrowDown = next;
    if (key === "Escape") {
      event.preventDefault(); // which would empty the field first
      this.close();
    } else if (moves[key]) {
      event.preventDefault();
      moves[key].focus();
    } else if (at >= 0 && ((key.length === 1 && key !== " ") || key === "Backspace")) {
      this.field.focus(); // and the letter goes there
    }
  }
});
