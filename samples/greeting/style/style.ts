// How a sentence sounds in each mood of hello:greeting/style.

/** The cases of the WIT enum, in its order. */
export const enum Mood {
  Calm,
  Cheerful,
  Shouting,
}

export function decorate(text: string, mood: Mood): string {
  const sentence = text.trim();
  switch (mood) {
    case Mood.Cheerful:
      return "✨ " + sentence + "! ✨";
    case Mood.Shouting:
      return sentence.toUpperCase() + "!!!";
    default:
      return sentence + ".";
  }
}
