/** Orders texts by their code units, so that the order is the same on every machine. */
export const byText = (a: string, b: string) => {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
};
