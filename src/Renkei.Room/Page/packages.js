/** The two packages that ship as classic scripts; index.html loads them before any module runs. */
export const { AdaptiveCards, Chart } = globalThis;
