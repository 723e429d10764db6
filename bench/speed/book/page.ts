/** The page that every way sets on, and the sizes of its headings: those of the book at 210 by 285 mm, in points. */
export const PAGE = { width: 595.28, height: 807.87, measure: 420, rows: 37, leading: 17.5, body: 10.5, left: 87.64, top: 83.4 } as const;

export const HEADS = { part: 23, text: 15, entry: 11 } as const;
