/* <ed-menu>: closes a list of pages that the keyboard has left; the lists open without a script. */
customElements.define("ed-menu", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("focusout", ({ target, relatedTarget }) => {
      for (let list = target.closest("[popover]"); list; list = list.parentElement.closest("[popover]")) {
        const opener = this.querySelector(`[popovertarget="${list.id}"]`);
        const left = relatedTarget && !list.contains(relatedTarget) && relatedTarget !== opener;
        if (left && list.matches(":popover-open")) list.hidePopover();
      }
    });
  }
});
