/* Folds names as macros/folding.py says: one form for all spellings, one for how it sounds, and one for an English
   word whatever its ending. Many texts at once go through each rule together, which is far quicker than one by one. */
window.readerFolding = ({ fold, sound, stem }) => {
  const SEAM = "\ue000"; // stands between two texts: no rule knows it
  const compiled = (pairs) => pairs.map(([pattern, replacement]) => [new RegExp(pattern, "gu"), replacement]);
  const [folding, sounding, stemming] = [compiled(fold), compiled(sound), compiled(stem)];
  const apply = (pairs, texts) =>
    pairs.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), " " + texts.join(" " + SEAM + " ") + " ")
      .split(SEAM).map((text) => text.trim());
  const folds = (texts) => apply(folding, texts.map((text) => text.normalize("NFKD").toLowerCase()));
  return {
    folds,
    sounds: (folded) => apply(sounding, folded),
    stems: (folded) => apply(stemming, folded),
  };
};
