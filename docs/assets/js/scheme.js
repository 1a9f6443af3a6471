/* <ed-scheme>: a button for light or dark. What the system says counts until a reader says otherwise. */
customElements.define("ed-scheme", class extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button");
    this.system = matchMedia("(prefers-color-scheme: dark)");
    this.button.addEventListener("click", () => this.choose(this.dark ? "light" : "dark"));
    this.system.addEventListener("change", () => this.show());
    addEventListener("storage", (event) => {
      if (event.key === "ed-scheme") this.apply(event.newValue);
    });
    this.show();
  }

  get dark() {
    const chosen = document.documentElement.dataset.scheme;
    return chosen ? chosen === "dark" : this.system.matches;
  }

  choose(scheme) {
    // Who chooses what the system has anyway goes back to following it.
    const own = (scheme === "dark") !== this.system.matches ? scheme : "";
    try {
      if (own) localStorage.setItem("ed-scheme", own);
      else localStorage.removeItem("ed-scheme");
    } catch {
      // A browser that stores nothing still switches this page.
    }
    this.apply(own);
  }

  apply(scheme) {
    document.documentElement.dataset.scheme = scheme || "";
    this.show();
  }

  show() {
    this.button.setAttribute("aria-pressed", String(this.dark));
  }
});
