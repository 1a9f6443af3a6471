/* What finds: ranks the entries of search-data.js. It knows no page.
   It is loaded, with MiniSearch and the data, when a reader first opens the search. */
(() => {
  /* A page of another house bears the names of what it is about, and so does a question that is not asked in full:
     they come after those themselves. */
  const FAINT = { whole: { background: 0.6 }, part: { background: 0.4, dispute: 0.88, debate: 0.88 } };
  /* How far a word counts where it stands. */
  const FIELDS = { title: 6, names: 5, phrases: 3, about: 2, text: 1, more: 0.6 };
  /* A name goes before a mention, and a mention before the words alone; the others part what is level. */
  const POINTS = { name: 10, told: 4.5, text: 2, kind: 0.05, often: 0.001 };
  const OFTEN = 6;
  /* From this closeness on, a query means the entry, and not only a word in its name. */
  const MEANT = 0.6;
  /* The kinds whose titles are names, which a text that mentions them has as well. */
  const NAMED = ["actor", "term", "place"];
  /* Shorter words sound like, or begin, too much else. */
  const LONG = 4;
  const OF_A_KIND = 4;
  const CONTEXT = 180;
  const PIECE = 40;
  const WORD = /[\p{L}\p{M}\p{N}'\u2018\u2019\u02be\u02bf]+/gu;
  const SENTENCE_END = /(?<=[.!?]['")]?)(?<!\b(?:[A-Z]|Ep|Jr)\.)\s+(?=['"(]?[A-Z0-9])/u;

  class Finder {
    /* Knows the names at once, and what stands in the texts only when it has read them. */
    constructor({ kinds, columns, rules, vocabulary, records }) {
      this.kinds = kinds;
      this.vocabulary = vocabulary.split(" ");
      this.names = new window.ReaderNames(rules);
      const lists = { names: [], phrases: [], more: [], told: [] };
      this.entries = records.map((row, id) => {
        const cells = columns.map((column, at) => [column, row[at] ?? lists[column] ?? ""]);
        return { id, ...Object.fromEntries(cells) };
      });
      this.names.forms(this.entries);
      this.alike = { sound: new Map(), stem: new Map() };
      this.complete = false;
      this.met = new Set();
      this.index = new window.MiniSearch({
        fields: Object.keys(FIELDS),
        extractField: (texts, field) => texts[field],
        tokenize: (text) => text.split(" "),
        processTerm: (term) => this.met.add(term) && term,
        searchOptions: { processTerm: (term) => term, boost: FIELDS },
      });
    }

    /* Reads the texts piece by piece, so that a slow phone shows meanwhile what is typed. */
    async read() {
      for (let at = 0; at < this.entries.length; at += PIECE) {
        this.add(this.entries.slice(at, at + PIECE));
        await new Promise((resolve) => { setTimeout(resolve); });
      }
      this.names.meet([...this.met]);
      for (const term of this.met) this.note(term);
      this.complete = true;
    }

    add(entries) {
      const columns = ["title", "names", "phrases", "about", "text"];
      const folded = this.names.folding.folds(entries.flatMap((entry) =>
        columns.map((column) => [entry[column]].flat().join(" | "))));
      entries.forEach((entry, at) => {
        let place = 0;
        const more = entry.more.map((step) => this.vocabulary[(place += step)]).join(" ");
        const texts = columns.map((column, to) => [column, folded[at * columns.length + to]]);
        this.index.add({ id: entry.id, more, ...Object.fromEntries(texts) });
      });
    }

    /* Keeps, of each word of the index, which others sound like it, or are the same but for the ending. */
    note(term) {
      if (!/^[a-z]+$/.test(term)) return;
      for (const [way, known] of Object.entries(this.alike)) {
        const key = this.names.word(term)[way];
        if (key.length >= LONG) known.set(key, [...(known.get(key) ?? []), term]);
      }
    }

    others(token) {
      const found = Object.entries(this.alike).flatMap(([way, known]) => known.get(this.names.word(token)[way]) ?? []);
      return [...new Set(found)].filter((term) => term !== token);
    }

    /* Gives how much fits a query, the best of it, and whether that has all of the query's words; or nothing where
       a text that is still to be read may fit better. */
    find(query, limit = Infinity) {
      const wanted = this.names.wanted(query);
      if (!wanted.words.length) return { total: 0, found: [], whole: true };
      const hits = this.compared(wanted);
      const sure = ({ whole, closeness }) => whole && closeness >= window.ReaderNames.surely;
      if (!this.complete && !hits.some(sure)) return null;
      const mentions = this.mentions(hits);
      const { texts, whole } = this.texts(wanted.words, hits);
      const found = this.entries
        .map((entry, id) => ({ entry, hit: hits[id], text: texts.get(id), told: mentions.get(id) }))
        .filter(({ hit, text, told }) => hit.closeness || text || told);
      this.rank(found);
      const shown = this.mixed(found, hits).slice(0, limit);
      this.names.learn(shown.flatMap(({ entry }) => `${entry.title} ${entry.text}`.match(WORD) ?? []));
      return { total: found.length, found: shown.map((one) => this.shown(one, wanted)), whole };
    }

    /* Of a name there is much: no kind may keep the sections that mention it out of sight. */
    mixed(found, hits) {
      if (!hits.some(({ whole }) => whole)) return found;
      const taken = new Map();
      const early = new Set(found.filter(({ entry: { kind } }) => {
        taken.set(kind, (taken.get(kind) ?? 0) + 1);
        return taken.get(kind) <= OF_A_KIND;
      }));
      return [...early, ...found.filter((one) => !early.has(one))];
    }

    /* Puts what was found in order. */
    rank(found) {
      const best = Math.max(...found.map(({ text }) => text?.score ?? 0)) || 1;
      const level = new Map(); // two records of one name are level
      for (const { hit, text } of found) {
        const score = hit.whole ? 1 : (text?.score ?? 0) / best;
        if (hit.form) level.set(hit.form.core, Math.max(level.get(hit.form.core) ?? 0, score));
      }
      for (const one of found) {
        const { closeness, form } = one.hit;
        const text = form ? level.get(form.core) : (one.text?.score ?? 0) / best;
        one.score = POINTS.name * closeness
          + (one.told && !closeness ? POINTS.told : 0)
          + POINTS.text * text
          + POINTS.kind * (this.kinds.length - one.entry.kind)
          + POINTS.often * Math.min(one.entry.told.length, OFTEN);
      }
      found.sort((a, b) => b.score - a.score || a.entry.id - b.entry.id);
    }

    /* How close each entry's names come. Slips of the finger are looked for where nothing else is meant. */
    compared(wanted) {
      const found = this.entries.map((entry) => this.closest(entry, wanted, false));
      if (found.some(({ whole, closeness }) => whole || closeness >= MEANT)) return found;
      return this.entries.map((entry) => this.closest(entry, wanted, true));
    }

    closest(entry, wanted, slips) {
      const hit = this.names.closest(entry, wanted, slips);
      const faint = FAINT[hit.whole ? "whole" : "part"][this.kinds[entry.kind]] ?? 1;
      return { ...hit, closeness: hit.closeness * faint };
    }

    /* The sections that mention what a query means, and what that is. */
    mentions(hits) {
      const top = Math.max(...hits.map((hit) => hit.closeness));
      const found = new Map();
      hits.forEach(({ closeness, whole }, id) => {
        if (!whole && (closeness < MEANT || closeness < top)) return;
        for (const place of this.entries[id].told) found.set(place, [...(found.get(place) ?? []), id]);
      });
      return found;
    }

    /* Where the words stand: all of them, or those that look like them, or at least some. */
    texts(words, hits) {
      if (!this.complete) return { texts: new Map(), whole: true };
      const tokens = words.map(({ token }) => token);
      const attempts = [["AND", false], ["AND", true], ["OR", true]];
      const named = hits.some((hit) => hit.closeness && !hit.around);
      const growing = !hits.some((hit) => hit.whole);
      for (const [combineWith, fuzzy] of named ? attempts.slice(0, 1) : attempts) {
        const found = this.index.search({ combineWith, queries: this.terms(tokens, { fuzzy, growing }) });
        if (found.length) {
          return { texts: new Map(found.map((one) => [one.id, one])), whole: combineWith === "AND" };
        }
      }
      return { texts: new Map(), whole: true };
    }

    /* The query for the index. Unless it is a whole name, its last word may still grow. */
    terms(tokens, { fuzzy, growing }) {
      return tokens.map((token, at) => ({
        combineWith: "OR",
        queries: [
          {
            queries: [token],
            prefix: growing && (at === tokens.length - 1 || token.length >= LONG),
            fuzzy: fuzzy && token.length > LONG && 0.25,
          },
          {
            queries: this.others(token),
            boostTerm: () => 0.4,
            prefix: false,
            fuzzy: false,
          },
        ],
      }));
    }

    /* What a reader sees of an entry. Texts come in pieces, each with whether it is to be marked. */
    shown({ entry, hit, text, told, score }, wanted) {
      const terms = new Set(Object.keys(text?.match ?? {}));
      for (const { kind, forms } of (told ?? []).map((id) => this.entries[id])) {
        if (NAMED.includes(this.kinds[kind])) forms[0].words.forEach(({ token }) => terms.add(token));
      }
      return {
        kind: this.kinds[entry.kind],
        address: entry.address,
        about: entry.about,
        title: this.pieces(entry.title, terms),
        also: this.also(entry, hit, wanted),
        context: this.pieces(this.context(entry.text, terms), terms),
        score,
      };
    }

    /* The other spelling that was meant, where the title does not show it. */
    also(entry, hit, wanted) {
      const literally = ({ words }) => wanted.words.every(({ token }) =>
        words.some((other) => other.token === token || (token.length >= LONG && other.token.startsWith(token))));
      const [title, ...others] = entry.forms.filter((form) => form.field !== "phrases");
      if (!hit.closeness || literally(title)) return "";
      const form = others.find(literally) ?? (hit.form.field === "names" ? hit.form : null);
      return form?.text ?? "";
    }

    hits(word, terms) {
      return this.names.fold(word).split(" ").some((token) => terms.has(token));
    }

    pieces(text, terms) {
      const found = [];
      let end = 0;
      for (const { 0: word, index } of text.matchAll(WORD)) {
        if (this.hits(word, terms)) {
          found.push([text.slice(end, index), false], [word, true]);
          end = index + word.length;
        }
      }
      return [...found, [text.slice(end), false]].filter(([piece]) => piece);
    }

    /* The sentence with the most of what was looked for. */
    context(text, terms) {
      let best = { count: -1 };
      for (const sentence of text.split(SENTENCE_END)) {
        const words = [...sentence.matchAll(WORD)].filter(({ 0: word }) => this.hits(word, terms));
        const count = new Set(words.map(({ 0: word }) => this.names.fold(word))).size;
        if (count > best.count) best = { count, sentence, at: words[0]?.index ?? 0 };
      }
      return cut(best.sentence, best.at);
    }
  }

  /* Cuts a long sentence between its words, so that what stands at a place of it stays. */
  function cut(sentence, at) {
    if (sentence.length <= CONTEXT) return sentence;
    const from = at > CONTEXT / 2 ? sentence.indexOf(" ", at - CONTEXT / 3) + 1 : 0;
    const to = sentence.length - from > CONTEXT ? sentence.lastIndexOf(" ", from + CONTEXT) : sentence.length;
    return `${from ? "\u2026 " : ""}${sentence.slice(from, to)}${to < sentence.length ? " \u2026" : ""}`;
  }

  window.ReaderFinder = Finder;
})();
