/* <ed-resume>: remembers, in this browser only, the section where a reader stopped, and offers it again. */
customElements.define("ed-resume", class extends HTMLElement {
  static key = "ed-resume";

  connectedCallback() {
    this.bar = this.querySelector("section");
    this.link = this.querySelector("a");
    this.querySelector("button").addEventListener("click", () => this.forget());
    // After the first picture: to ask where the page stands before would have it laid out at once.
    requestAnimationFrame(() => setTimeout(() => this.arrive()));
    addEventListener("scroll", () => this.scrolled(), { passive: true });
  }

  arrive() {
    const kept = this.read();
    const { chapter } = this.dataset;
    const arriving = !location.hash && scrollY < innerHeight / 2;
    if (kept && arriving && (!chapter || kept.chapter === chapter)) this.offer(kept);
  }

  offer(kept) {
    const page = this.dataset.chapter ? "" : `${this.dataset.base}/${kept.chapter}`;
    this.link.href = `${page}#${kept.id}`;
    this.link.textContent = this.dataset.chapter ? kept.section : `${kept.title}: ${kept.section}`;
    this.link.addEventListener("click", () => { this.bar.hidden = true; });
    this.bar.hidden = false;
    this.offered = true;
  }

  scrolled() {
    if (this.offered && scrollY > innerHeight / 2) this.bar.hidden = true; // read on without it
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), 400);
  }

  keep() {
    const { chapter, title } = this.dataset;
    const headings = [...document.querySelectorAll(".ed-text h2[id]:not(.ed-paper-only)")];
    const at = headings.findLast((heading) => heading.getBoundingClientRect().top <= innerHeight / 3);
    if (!chapter || !at) return;
    const section = (at.firstChild?.textContent ?? at.textContent).trim();
    this.write({ chapter, title, id: at.id, section });
  }

  forget() {
    this.write(null);
    this.bar.hidden = true;
  }

  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.constructor.key));
      return ["chapter", "title", "id", "section"].every((name) => typeof kept[name] === "string") && kept;
    } catch {
      return null; // nothing kept, or a browser that keeps nothing
    }
  }

  write(kept) {
    try {
      if (kept) localStorage.setItem(this.constructor.key, JSON.stringify(kept));
      else localStorage.removeItem(this.constructor.key);
    } catch {
      // Private windows may refuse; the reading goes on.
    }
  }
});
