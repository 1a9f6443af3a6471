/* What finds: folds names as macros/folding.py says, and ranks the entries of search-data.js.
   It knows no page. It is loaded, with MiniSearch and the data, when a reader first opens the search. */
(() => {
  /* How close a name is to a query that is all of it, part of it, or all but the way of writing it. */
  const WHOLE = { exact: 1, joined: 0.97, sound: 0.9, soundJoined: 0.88 };
  const PART = 0.85;
  const FORMS = { title: 1, names: 0.97, phrases: 0.8 };
  /* A page of another house bears the names of what it is about: it comes after those themselves. */
  const FAINT = { background: 0.6 };
  /* How far a word counts where it stands. */
  const FIELDS = { title: 6, names: 5, phrases: 3, about: 2, text: 1, more: 0.6 };
  /* A name goes before a mention, and a mention before the words alone; the others part what is level. */
  const POINTS = { name: 10, told: 2, text: 2, kind: 0.05, often: 0.001 };
  /* From this closeness on, a query means the entry, and not only a word in its name. */
  const MEANT = 0.6;
  /* The kinds whose titles are names, which a text that mentions them has as well. */
  const NAMED = ["actor", "term", "place"];
  /* Shorter words sound like, or begin, too much else. */
  const LONG = 4;
  const LONGER = 6;
  const CONTEXT = 180;
  const PIECE = 50;
  const WORD = /[\p{L}\p{M}\p{N}'\u2018\u2019\u02be\u02bf]+/gu;
  const SENTENCE_END = /(?<=[.!?]['")]?)(?<!\b(?:[A-Z]|Ep|Jr)\.)\s+(?=['"(]?[A-Z0-9])/u;

  /* The two ways to compare names, from the rules that Python wrote down. */
  function folding({ fold, sound }) {
    const compiled = (pairs) => pairs.map(([pattern, replacement]) => [new RegExp(pattern, "gu"), replacement]);
    const [folds, sounds] = [compiled(fold), compiled(sound)];
    const apply = (pairs, text) =>
      pairs.reduce((padded, [pattern, replacement]) => padded.replace(pattern, replacement), ` ${text} `).trim();
    const folded = (text) => apply(folds, text.normalize("NFKD").toLowerCase());
    return { fold: folded, sound: (text) => apply(sounds, folded(text)) };
  }

  function remembering(give) {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) known.set(key, give(key));
      return known.get(key);
    };
  }

  const joined = (text) => text.replaceAll(" ", "");

  class Finder {
    /* Reads the data piece by piece, so that a slow phone shows meanwhile what is typed. */
    static async of(data) {
      const finder = new Finder(data);
      for (const [id, row] of data.records.entries()) {
        finder.add(row, id);
        if (id % PIECE === 0) await new Promise((resolve) => { setTimeout(resolve); });
      }
      return finder;
    }

    constructor({ kinds, columns, rules, vocabulary }) {
      const { fold, sound } = folding(rules);
      this.fold = fold;
      this.soundOf = remembering(sound);
      this.tokensOf = remembering((word) => fold(word).split(" "));
      this.kinds = kinds;
      this.columns = columns;
      this.common = new Set(rules.common);
      this.vocabulary = vocabulary.split(" ");
      this.alike = new Map();
      this.entries = [];
      this.index = new window.MiniSearch({
        fields: Object.keys(FIELDS),
        extractField: (texts, field) => texts[field],
        tokenize: (text) => text.split(" "),
        processTerm: remembering((term) => this.note(term)),
        searchOptions: { processTerm: (term) => term, boost: FIELDS },
      });
    }

    add(row, id) {
      const lists = { names: [], phrases: [], more: [], told: [] };
      const cells = this.columns.map((column, at) => [column, row[at] ?? lists[column] ?? ""]);
      const entry = { id, ...Object.fromEntries(cells) };
      entry.forms = Object.entries(FORMS).flatMap(([field, weight]) =>
        [entry[field]].flat().map((text) => ({ field, weight, text, ...this.form(text, field === "phrases") })));
      this.entries.push(entry);
      let place = 0;
      const more = entry.more.map((step) => this.vocabulary[(place += step)]).join(" ");
      const texts = ["title", "names", "phrases", "about", "text"]
        .map((field) => [field, this.fold([entry[field]].flat().join(" | "))]);
      this.index.add({ id, more, ...Object.fromEntries(texts) });
    }

    /* Keeps, of each word of the index, which others sound like it. */
    note(term) {
      const sound = /^[a-z]+$/.test(term) ? this.soundOf(term) : "";
      if (sound.length >= LONG) this.alike.set(sound, [...(this.alike.get(sound) ?? []), term]);
      return term;
    }

    /* What of a name, or of a query, is compared. Common words count only where there are no others,
       or, in the whole of a phrase, where it is taken literally: "before elections" is not "elections". */
    form(text, literally = false) {
      const all = this.fold(text).split(" ").filter(Boolean);
      const rare = all.filter((token) => !this.common.has(token));
      const tokens = rare.length ? rare : all;
      const whole = literally ? all : tokens;
      return {
        tokens,
        sounds: tokens.map(this.soundOf),
        core: whole.join(" "),
        sounded: whole.map(this.soundOf).join(" "),
      };
    }

    /* Gives how much fits a query, the best of it, and whether that has all of the query's words. */
    find(query, limit = Infinity) {
      const wanted = { ...this.form(query), literally: this.form(query, true) };
      if (!wanted.tokens.length) return { total: 0, found: [], whole: true };
      const hits = this.entries.map((entry) => this.closest(entry, wanted));
      const mentions = this.mentions(hits);
      const { texts, whole } = this.texts(wanted.tokens, hits);
      const best = Math.max(...[...texts.values()].map((text) => text.score));
      const found = this.entries
        .map((entry, id) => ({ entry, hit: hits[id], text: texts.get(id), told: mentions.get(id) }))
        .filter(({ hit, text, told }) => hit.closeness || text || told);
      for (const one of found) {
        const { closeness, whole } = one.hit;
        const text = whole ? 1 : (one.text?.score ?? 0) / best; // two records of one name are level
        one.score = POINTS.name * closeness
          + (one.told && !closeness ? POINTS.told : 0)
          + POINTS.text * text
          + POINTS.kind * (this.kinds.length - one.entry.kind)
          + POINTS.often * Math.min(one.entry.told.length, LONGER);
      }
      found.sort((a, b) => b.score - a.score || a.entry.id - b.entry.id);
      return { total: found.length, found: found.slice(0, limit).map((one) => this.shown(one, wanted)), whole };
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
    texts(tokens, hits) {
      const attempts = [["AND", false], ["AND", true], ["OR", true]];
      const named = hits.some((hit) => hit.closeness);
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
            queries: (this.alike.get(this.soundOf(token)) ?? []).filter((word) => word !== token),
            boostTerm: () => 0.4,
            prefix: false,
            fuzzy: false,
          },
        ],
      }));
    }

    /* The name of an entry that comes closest to a query, and how close it comes. */
    closest(entry, wanted) {
      const strength = FAINT[this.kinds[entry.kind]] ?? 1;
      let best = { closeness: 0, whole: false };
      for (const form of entry.forms) {
        const whole = this.whole(form, wanted);
        const closeness = strength * form.weight * (whole || this.part(form, wanted));
        if (closeness > best.closeness) best = { form, closeness, whole: whole > 0 };
      }
      return best;
    }

    whole(form, wanted) {
      const { core, sounded } = form.field === "phrases" ? wanted.literally : wanted;
      if (form.core === core) return WHOLE.exact;
      if (joined(form.core) === joined(core)) return WHOLE.joined;
      if (joined(sounded).length < LONG) return 0;
      if (form.sounded === sounded) return WHOLE.sound;
      return joined(form.sounded) === joined(sounded) ? WHOLE.soundJoined : 0;
    }

    /* How well all words of a query stand in a name: how each fits, and how much of the name they are. */
    part(form, wanted) {
      const count = wanted.tokens.length;
      let sum = 0;
      for (let at = 0; at < count; at += 1) {
        let best = 0;
        for (let place = 0; place < form.tokens.length && best < 1; place += 1) {
          best = Math.max(best, this.fit(wanted, at, form, place));
        }
        if (!best) return 0;
        sum += best;
      }
      return PART * (0.65 * sum / count + 0.35 * Math.min(1, count / form.tokens.length));
    }

    fit(wanted, at, form, place) {
      const [token, other] = [wanted.tokens[at], form.tokens[place]];
      const [sound, otherSound] = [wanted.sounds[at], form.sounds[place]];
      const last = at === wanted.tokens.length - 1; // it may still be on its way
      if (token === other) return 1;
      if ((last || token.length >= LONG) && other.startsWith(token)) return 0.7 + 0.25 * token.length / other.length;
      if (sound.length >= LONG && sound === otherSound) return 0.8;
      return last && sound.length >= LONGER && otherSound.startsWith(sound) ? 0.6 : 0;
    }

    /* What a reader sees of an entry. Texts come in pieces, each with whether it is to be marked. */
    shown({ entry, hit, text, told, score }, wanted) {
      const terms = new Set(Object.keys(text?.match ?? {}));
      for (const { kind, forms } of (told ?? []).map((id) => this.entries[id])) {
        if (NAMED.includes(this.kinds[kind])) forms[0].tokens.forEach((token) => terms.add(token));
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
      const literally = ({ tokens }) => wanted.tokens.every((token) =>
        tokens.some((other) => other === token || (token.length >= LONG && other.startsWith(token))));
      const [title, ...others] = entry.forms.filter((form) => form.field !== "phrases");
      if (!hit.closeness || literally(title)) return "";
      const form = others.find(literally) ?? (hit.form.field === "names" ? hit.form : null);
      return form?.text ?? "";
    }

    hits(word, terms) {
      return this.tokensOf(word).some((token) => terms.has(token));
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
        const count = new Set(words.map(({ 0: word }) => this.fold(word))).size;
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
  window.readerFolding = folding;
})();
