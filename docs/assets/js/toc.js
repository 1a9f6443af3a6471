/* <ed-toc>: marks, in the contents beside the text, the part that is being read. */
customElements.define("ed-toc", class extends HTMLElement {
  connectedCallback() {
    this.links = [...this.querySelectorAll("a[href^='#']")];
    const parts = this.links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    // The line of reading: a third down the window.
    const observer = new IntersectionObserver(() => this.mark(parts), { rootMargin: "-33% 0px -66% 0px" });
    const blocks = document.querySelectorAll(".ed-text > *, [data-period] > *");
    blocks.forEach((block) => observer.observe(block));
  }

  mark(parts) {
    const line = innerHeight / 3;
    const current = parts.findLastIndex((part) => part?.checkVisibility() && part.getBoundingClientRect().top <= line);
    this.links.forEach((link, index) => {
      if (index === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }
});
