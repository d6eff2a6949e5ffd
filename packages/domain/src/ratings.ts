/** The five levels of 好差评, by their stars. */
export const ratingNames: Readonly<Record<number, string>> = {
  5: "非常满意",
  4: "满意",
  3: "基本满意",
  2: "不满意",
  1: "非常不满意",
};

/** A poor rating opens a follow-up (APP-9): somebody asks what went wrong, and answers. */
export const isPoorRating = (stars: number): boolean => stars <= 2;
