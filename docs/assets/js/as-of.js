/* <ed-as-of>: a slider over the months at which something changed. What did not hold then goes from
   sight: in the diagram that it stands above, and in the list of the same. */
customElements.define("ed-as-of", class extends HTMLElement {
  connectedCallback() {
    this.slider = this.querySelector("input");
    this.about = [this.closest("figure"), document.getElementById("relation-list")].filter(Boolean);
    this.months = ["", ...this.dataset.months.split(" ")];
    this.names = [this.querySelector("b").textContent, ...this.dataset.names.split(",")];
    this.slider.addEventListener("input", () => this.show());
    this.slider.addEventListener("change", () => this.keep());
    addEventListener("popstate", () => this.read());
    this.read();
  }

  /* The address may name a month at which nothing changed: the last change before it counts. */
  read() {
    const wanted = new URLSearchParams(location.search).get("as-of") ?? "";
    this.slider.value = this.months.findLastIndex((month) => month <= wanted);
    this.show();
  }

  keep() {
    const address = new URL(location.href);
    const month = this.months[this.slider.value];
    if (month) address.searchParams.set("as-of", month);
    else address.searchParams.delete("as-of");
    history.replaceState(null, "", address);
  }

  show() {
    const { value } = this.slider;
    const [month, name] = [this.months[value], this.names[value]];
    for (const tie of this.all("[data-tie]")) tie.toggleAttribute("data-off", !this.holds(tie, month));
    for (const ties of this.all("[data-ties]"))
      ties.toggleAttribute("data-off", !ties.querySelector("[data-tie]:not([data-off])"));

    this.querySelector("b").textContent = name;
    this.slider.setAttribute("aria-valuetext", name);
    const all = this.all("li[data-tie]");
    const held = all.filter((tie) => !tie.matches("[data-off]")).length;
    this.querySelector("[role=status]").textContent = month
      ? `${held} of ${all.length} ties: what held in ${name}, or had been done by then. The words look back from today.`
      : "";
    this.toggleAttribute("data-chosen", Boolean(month));
  }

  all(what) {
    return this.about.flatMap((place) => [...place.querySelectorAll(what)]);
  }

  holds({ dataset }, month) {
    return !month || !dataset.held || dataset.held.split(" ").some((span) => {
      const [first, last] = span.split("/");
      return first <= month && month <= last;
    });
  }
});
