/* How close names are to a query, however either is written. */
(() => {
  /* How close a name is to a query that is all of it, part of it, or all but the way of writing it. */
  const WHOLE = { exact: 1, joined: 0.97, number: 0.95, sound: 0.9, soundJoined: 0.88 };
  const PART = 0.85;
  /* Of a whole name: how far it counts with another word beside it, which says what its bearer is. */
  const PLAIN = 0.8;
  /* Of a part: how far it counts how its words fit, and how much of the name they are. */
  const SHARE = { fit: 0.6, much: 0.4 };
  /* All of a name but a slip of the finger; a word but such a slip; a word that another name of the entry has. */
  const SLIP = { name: 0.62, word: 0.5 };
  const ELSEWHERE = 0.7;
  /* A name with other words around it, by how much of the query it is; a shorter one stands in too much else. */
  const AROUND = { name: 0.9, length: 3 };
  const FORMS = { title: 1, names: 0.97, phrases: 0.9 };
  /* Shorter words sound like, or begin, too much else. */
  const LONG = 4;
  const LONGER = 6;
  /* From how many letters on, as they sound, one or two of them may be wrong. */
  const SLIPS = [[9, 2], [5, 1]];

  const joined = (text) => text.replaceAll(" ", "");
  const single = (text) => text.replace(/(?<=[a-z]{3})s$/, "");

  /* Whether two words differ by no more than a slip: a letter too many, too few, wrong or in its neighbour's place. */
  function near(one, other) {
    const [, most] = SLIPS.find(([length]) => Math.min(one.length, other.length) >= length) ?? [0, 0];
    if (!most || one[0] !== other[0] || Math.abs(one.length - other.length) > most) return false;
    let [before, row] = [[], [...Array(other.length + 1).keys()]];
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (same ? 0 : 1));
        if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return false;
      [before, row] = [row, next];
    }
    return row[other.length] <= most;
  }

  class Names {
    constructor(rules) {
      this.folding = window.readerFolding(rules);
      this.common = new Set(rules.common);
      this.kinds = new Set(rules.kinds);
      this.folded = new Map();
      this.words = new Map();
    }

    fold(text) {
      if (!this.folded.has(text)) this.learn([text]);
      return this.folded.get(text);
    }

    word(token) {
      if (!this.words.has(token)) this.meet([token]);
      return this.words.get(token);
    }

    /* Folds many texts at once. */
    learn(texts) {
      const unknown = [...new Set(texts)].filter((text) => !this.folded.has(text));
      const folded = this.folding.folds(unknown);
      unknown.forEach((text, at) => this.folded.set(text, folded[at]));
    }

    /* Keeps how many words sound, and what their stems are. */
    meet(tokens) {
      const unknown = [...new Set(tokens)].filter((token) => !this.words.has(token));
      const [sounds, stems] = [this.folding.sounds(unknown), this.folding.stems(unknown)];
      unknown.forEach((token, at) => this.words.set(token, { token, sound: sounds[at], stem: stems[at] }));
    }

    /* What of a name, or of a query, is compared. Common words count only where there are no others,
       or, in the whole of a phrase, where it is taken literally: "before elections" is not "elections". */
    form(text, literally = false) {
      const all = this.fold(text).split(" ").filter(Boolean).map((token) => this.word(token));
      const rare = all.filter(({ token }) => !this.common.has(token));
      const words = rare.length ? rare : all;
      const whole = literally ? all : words;
      const core = whole.map(({ token }) => token).join(" ");
      const sounded = whole.map(({ sound }) => sound).join(" ");
      return { words, core, sounded, joined: joined(core), soundJoined: joined(sounded) };
    }

    /* All forms of all names of some entries: learnt together, because a phone would take long over each. */
    forms(entries) {
      const texts = entries.flatMap((entry) => Object.keys(FORMS).flatMap((field) => entry[field]));
      this.learn(texts);
      this.meet(texts.flatMap((text) => this.fold(text).split(" ")));
      for (const entry of entries) {
        entry.forms = Object.entries(FORMS).flatMap(([field, weight]) =>
          [entry[field]].flat().map((text) => ({ field, weight, text, ...this.form(text, field === "phrases") })));
        entry.words = [...new Set(entry.forms.flatMap(({ words }) => words))];
      }
    }

    /* A query is compared as it is, in phrases with its common words, and without those that say of what kind
       somebody or something is: "the Badr militia". */
    wanted(query) {
      const form = this.form(query);
      const bare = form.words.filter(({ token }) => !this.kinds.has(token));
      const plain = bare.length && bare.length < form.words.length;
      return {
        ...form,
        literally: this.form(query, true),
        plainly: plain ? this.form(bare.map(({ token }) => token).join(" ")) : null,
      };
    }

    /* The name of an entry that comes closest to a query, and how close it comes. */
    closest(entry, wanted, slips = false) {
      let best = { closeness: 0, whole: false };
      const fits = wanted.words.map((_, at) => this.fits(wanted, at, entry.words, slips));
      const parts = fits.every(Boolean);
      for (const form of entry.forms) {
        const found = this.compared(form, wanted, parts ? fits : null, slips);
        const closeness = form.weight * Math.max(...Object.values(found));
        if (closeness > best.closeness) {
          best = { form, closeness, whole: found.whole > found.part, around: found.around > Math.max(found.part, found.slip) };
        }
      }
      return best;
    }

    /* How close a name comes: as the whole of a query, as part of it, but for a slip, or with other words around it. */
    compared(form, wanted, fits, slips) {
      const exactly = this.whole(form, wanted);
      if (exactly) return { whole: exactly, part: 0, slip: 0, around: 0 };
      const name = form.field !== "phrases";
      const whole = name && wanted.plainly ? PLAIN * this.whole(form, wanted.plainly) : 0;
      return {
        whole,
        part: fits ? this.part(form, wanted, fits, slips) : 0,
        slip: slips && (near(form.soundJoined, wanted.soundJoined) || near(form.joined, wanted.joined)) ? SLIP.name : 0,
        around: name && !whole && !fits ? this.around(form, wanted) : 0,
      };
    }

    whole(form, wanted) {
      const { core, joined, sounded, soundJoined } = form.field === "phrases" ? wanted.literally : wanted;
      if (form.core === core) return WHOLE.exact;
      if (form.joined === joined) return WHOLE.joined;
      if (joined.length >= LONG && single(form.core) === single(core)) return WHOLE.number;
      if (soundJoined.length < LONG) return 0;
      if (form.sounded === sounded) return WHOLE.sound;
      return form.soundJoined === soundJoined ? WHOLE.soundJoined : 0;
    }

    /* How well the words of a query stand in a name, most of them there and the rest in other names of the entry. */
    part(form, wanted, elsewhere, slips) {
      const count = wanted.words.length;
      let [sum, own] = [0, 0];
      for (let at = 0; at < count; at += 1) {
        const here = this.fits(wanted, at, form.words, slips);
        own += here ? 1 : 0;
        sum += here || ELSEWHERE * elsewhere[at];
      }
      if (own * 2 < count && own < form.words.length) return 0;
      return PART * (SHARE.fit * sum / count + SHARE.much * Math.min(1, own / form.words.length));
    }

    /* How much of a query a name is whose words stand in it one after the other, or in the same letters and order. */
    around(form, wanted) {
      const [count, all] = [form.words.length, wanted.words.length];
      if (count >= all || form.joined.length < AROUND.length) return 0;
      const alike = (one, other) => one === other || (one.sound.length >= LONG && one.sound === other.sound);
      const from = wanted.words.findIndex((_, place) => form.words.every((word, at) =>
        place + at < all && alike(word, wanted.words[place + at])));
      let met = 0;
      for (const word of wanted.words) met += word === form.words[met] ? 1 : 0;
      return from >= 0 || met === count ? AROUND.name * (count / all) ** 2 : 0;
    }

    /* How well the best of some words fits one of a query. */
    fits(wanted, at, words, slips) {
      const last = at === wanted.words.length - 1; // it may still be on its way
      let best = 0;
      for (let place = 0; place < words.length && best < 1; place += 1) {
        best = Math.max(best, this.fit(wanted.words[at], words[place], last, slips));
      }
      return best;
    }

    fit({ token, sound, stem }, other, last, slips) {
      if (token === other.token) return 1;
      const begins = (last || token.length >= LONG) && other.token.startsWith(token);
      if (begins) return 0.7 + 0.25 * token.length / other.token.length;
      if (sound.length >= LONG && sound === other.sound) return 0.8;
      if (stem.length >= LONG && stem === other.stem) return 0.8;
      if (last && sound.length >= LONGER && other.sound.startsWith(sound)) return 0.6;
      return slips && (near(sound, other.sound) || near(token, other.token)) ? SLIP.word : 0;
    }
  }

  Names.surely = PART; // no part of a name comes closer
  window.ReaderNames = Names;
})();
