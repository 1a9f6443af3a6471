/* <ed-card>: shows what a link leads to, when one points at it, comes to it by key, or first taps it.
   What it says is loaded by the first word of the address: `actors`, `glossary`, `timeline`, and so on. */
customElements.define("ed-card", class extends HTMLElement {
  static links = "main a:is(.ed-ref, .ed-cite)";
  static patience = 350; // ms on a link until it shows its card, and away from both until that goes

  connectedCallback() {
    this.card = this.querySelector("[popover]");
    this.stand = this.querySelector(".ed-card__stand");
    this.base = new URL(`${this.dataset.base}/`, document.baseURI);
    this.loaded = {};

    document.addEventListener("pointerover", (event) => this.pointed(event));
    document.addEventListener("pointerdown", (event) => this.touched(event));
    document.addEventListener("click", (event) => this.tapped(event));
    document.addEventListener("focusin", ({ target }) => this.focused(target));
    this.card.addEventListener("toggle", ({ newState }) => {
      if (newState === "closed") this.left();
    });
  }

  /* The link that an event is about, if it is one that can show a card. */
  link(target) {
    return target instanceof Element ? target.closest(this.constructor.links) : null;
  }

  pointed({ target, pointerType }) {
    if (pointerType !== "mouse") return;
    const link = this.link(target);
    if (link && link !== this.shown) this.soon(() => this.show(link));
    else if (link || this.card.contains(target)) clearTimeout(this.waiting);
    else if (this.shown && !this.card.contains(document.activeElement)) this.soon(() => this.hide());
    else clearTimeout(this.waiting);
  }

  focused(target) {
    const link = this.link(target);
    if (link?.matches(":focus-visible")) this.soon(() => this.show(link));
    else if (!link && this.shown && !this.card.contains(target)) this.soon(() => this.hide());
  }

  /* A press outside closes the card before the click comes: what was open is known only here. */
  touched({ target, pointerType }) {
    const link = this.link(target);
    this.first = pointerType !== "mouse" && link && link !== this.shown ? link : null;
  }

  tapped(event) {
    const link = this.link(event.target);
    if (!link || link !== this.first || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.first = null;
    this.show(link).then((shown) => {
      if (!shown) location.assign(this.address(link));
    });
  }

  soon(act) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(act, this.constructor.patience);
  }

  /* Give whether there was anything to show. */
  async show(link) {
    clearTimeout(this.waiting);
    this.wanted = link;
    const cards = await this.of(link);
    if (!cards.length || this.wanted !== link) return cards.length > 0;
    if (this.shown) this.hide();
    this.shown = link;
    this.anchor(link).classList.add("ed-carded");
    this.card.innerHTML = cards.map(({ html }) => html).join(""); // made by our own templates, from text that they escaped
    this.card.querySelectorAll(".ed-card__go a").forEach((go, at) => { go.href = cards[at].address; });
    this.card.scrollTop = 0;
    this.card.showPopover(link instanceof HTMLElement ? { source: link } : {}); // the next Tab goes into it
    return true;
  }

  hide() {
    this.wanted = null;
    if (this.card.matches(":popover-open")) this.card.hidePopover();
    this.left();
  }

  left() {
    if (this.card.matches(":popover-open")) return; // it has opened again since
    document.querySelector(".ed-carded")?.classList.remove("ed-carded");
    this.shown = null;
  }

  address(link) {
    return new URL(link.getAttribute("href"), document.baseURI); // `href` is no text where the link is drawn
  }

  /* What the card stands beside. To what is drawn nothing can be anchored: something stands in for it. */
  anchor(link) {
    if (link instanceof HTMLElement) return link;
    const { left, top, width, height } = link.getBoundingClientRect();
    const place = { left: left + scrollX, top: top + scrollY, width, height };
    for (const [side, length] of Object.entries(place)) this.stand.style[side] = `${length}px`;
    return this.stand;
  }

  /* The cards of what a link leads to: of several where a drawing has room for one link only. */
  async of(link) {
    const address = this.address(link);
    const also = link.dataset.also?.split(" ").map((id) => new URL(`#${id}`, address)) ?? [];
    const cards = [address, ...also].map(async (one) => ({ address: one, html: await this.saying(one) }));
    return (await Promise.all(cards)).filter(({ html }) => html);
  }

  /* What the card of an address says, or nothing. */
  async saying(address) {
    if (!address.href.startsWith(this.base.href)) return "";
    const record = address.hash.replace(/^#accounts-/, "#"); // the card of an event has its accounts
    const path = address.pathname.slice(this.base.pathname.length).replace(/(index)?\.html$/, "").replace(/\/$/, "");
    const [page, ...rest] = path.split("/");
    try {
      await (this.loaded[page] ??= this.load(page));
    } catch {
      delete this.loaded[page]; // the next time it may work
    }
    return window.readerCards?.[page]?.[["", ...rest].join("/") + record] ?? "";
  }

  load(page) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      Object.assign(script, { src: `${this.dataset.scripts}/cards-${page}.js`, onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }
});
