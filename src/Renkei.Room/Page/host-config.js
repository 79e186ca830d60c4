import { AdaptiveCards } from "./packages.js";

const colours = (text) => ({
  default: { default: text, subtle: "var(--text-subtle)" },
  dark: { default: "#242424", subtle: "#5c5c5c" },
  light: { default: "#ffffff", subtle: "#d6d6d6" },
  accent: { default: "var(--accent-text)", subtle: "var(--accent-text)" },
  good: { default: "var(--good)", subtle: "var(--good)" },
  warning: { default: "var(--warning)", subtle: "var(--warning)" },
  attention: { default: "var(--attention)", subtle: "var(--attention)" },
});

const container = (background, border = "var(--line)") => ({
  backgroundColor: background,
  borderColor: border,
  foregroundColors: colours("var(--text)"),
});

/**
 * Sizes and spacing as Teams draws cards. Colours are the page's own tokens, so a card follows a change of theme
 * without being drawn again.
 */
export const hostConfig = new AdaptiveCards.HostConfig({
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 18, default: 21, medium: 24, large: 26, extraLarge: 32 },
  spacing: { small: 6, default: 10, medium: 16, large: 22, extraLarge: 30, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container("var(--card)"),
    emphasis: container("var(--emphasis)"),
    accent: container("var(--accent-soft)", "var(--accent)"),
    good: container("var(--good-soft)", "var(--good)"),
    attention: container("var(--attention-soft)", "var(--attention)"),
    warning: container("var(--warning-soft)", "var(--warning)"),
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    // The gap is CSS, which also knows where a line of buttons breaks.
    buttonSpacing: 0,
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: false },
  textStyles: {
    heading: { size: "large", weight: "bolder", color: "default", isSubtle: false, fontType: "default" },
    columnHeader: { size: "default", weight: "bolder", color: "default", isSubtle: false, fontType: "default" },
  },
  textBlock: { headingLevel: 3 },
  factSet: {
    title: { color: "default", size: "default", isSubtle: false, weight: "bolder", wrap: true, maxWidth: 150 },
    value: { color: "default", size: "default", isSubtle: false, weight: "default", wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: {
        weight: "bolder",
        color: "default",
        size: "default",
        isSubtle: false,
        suffix: " *",
        suffixColor: "attention",
      },
      optionalInputs: { weight: "bolder", color: "default", size: "default", isSubtle: false },
    },
    errorMessage: { weight: "default", color: "attention", size: "small" },
  },
  table: { cellSpacing: 8 },
});
