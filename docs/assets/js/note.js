/* <ed-noted>: a paragraph and the notes on it. Where the window has no margin, a note is folded away,
   and its phrase opens it in place; where it has one, or without this script, the notes stand there. */
customElements.define("ed-noted", class extends HTMLElement {
  static margin = matchMedia("(min-width: 60em)"); // as in components/annotation.css

  connectedCallback() {
    this.pairs = [...this.querySelectorAll(".ed-note")]
      .map((note) => ({ note, phrase: this.querySelector(`.ed-anchor[href="#${note.id}"]`) }))
      .filter(({ phrase }) => phrase);
    for (const { note, phrase } of this.pairs) {
      phrase.setAttribute("aria-controls", note.id);
      phrase.addEventListener("click", (event) => this.press(event, note, phrase));
      phrase.addEventListener("keydown", (event) => {
        // A button answers to the space bar; a link would let the page scroll.
        if (event.key === " " && this.folds) this.press(event, note, phrase);
      });
      note.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && this.folds) this.close(note, phrase);
      });
      note.addEventListener("beforematch", () => this.open(note, phrase));
    }
    addEventListener("hashchange", () => this.follow());
    this.constructor.margin.addEventListener("change", () => this.arrange());
    // partials/scripts.html has folded them; what is open by now was looked for.
    const found = this.folds ? this.pairs.filter(({ note }) => !note.hasAttribute("hidden")) : [];
    this.arrange();
    for (const { note, phrase } of found) this.open(note, phrase);
    this.follow();
  }

  get folds() {
    return !this.constructor.margin.matches;
  }

  arrange() {
    for (const { note, phrase } of this.pairs) {
      if (this.folds) {
        phrase.setAttribute("role", "button");
        this.close(note, phrase, false);
      } else {
        phrase.removeAttribute("role");
        phrase.removeAttribute("aria-expanded");
        note.removeAttribute("hidden");
      }
    }
  }

  press(event, note, phrase) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!this.folds) note.querySelector(".ed-note__back").focus({ preventScroll: true });
    else if (phrase.getAttribute("aria-expanded") === "true") this.close(note, phrase, false);
    else {
      this.open(note, phrase);
      note.scrollIntoView({ block: "nearest" }); // a long paragraph may end below the window
    }
  }

  open(note, phrase) {
    note.removeAttribute("hidden");
    phrase.setAttribute("aria-expanded", "true");
  }

  close(note, phrase, focus = true) {
    // What is folded can still be searched for, in browsers that know how.
    note.setAttribute("hidden", "onbeforematch" in note ? "until-found" : "");
    phrase.setAttribute("aria-expanded", "false");
    if (focus) phrase.focus();
  }

  follow() {
    const pair = this.pairs.find(({ note }) => `#${note.id}` === location.hash);
    if (pair && this.folds) {
      this.open(pair.note, pair.phrase);
      pair.note.scrollIntoView();
    }
  }
});
