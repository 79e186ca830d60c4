// Colours and sizes close to what Teams draws, so that the gallery can be judged by eye. Written from the look of Teams' light and dark
// themes; it is not Microsoft's own configuration, which is not published.

const themes = {
  light: {
    page: "#f5f5f5", card: "#ffffff", border: "#d1d1d1", emphasis: "#fafafa", text: "#242424", subtle: "#616161",
    accent: "#5b5fc7", good: "#13a10e", warning: "#8a5a00", attention: "#c4314b",
    goodBack: "#e7f2da", warningBack: "#fbf6d9", attentionBack: "#fcf4f6", accentBack: "#e8ebfa", light: "#bdbdbd", dark: "#000000",
  },
  dark: {
    page: "#1f1f1f", card: "#292929", border: "#666666", emphasis: "#333333", text: "#ffffff", subtle: "#adadad",
    accent: "#9299f7", good: "#92c353", warning: "#f8d22a", attention: "#f9526b",
    goodBack: "#1b2b12", warningBack: "#3a3210", attentionBack: "#3e1f25", accentBack: "#2f2f4a", light: "#d6d6d6", dark: "#e0e0e0",
  },
};

export const themeNames = Object.keys(themes);

export function hostConfig(themeName) {
  const theme = themes[themeName];
  const pair = (normal, faint) => ({ default: normal, subtle: faint });
  const foreground = {
    default: pair(theme.text, theme.subtle),
    dark: pair(theme.dark, theme.dark),
    light: pair(theme.light, theme.light),
    accent: pair(theme.accent, theme.accent),
    good: pair(theme.good, theme.good),
    warning: pair(theme.warning, theme.warning),
    attention: pair(theme.attention, theme.attention),
  };
  const container = (backgroundColor) => ({ backgroundColor, foregroundColors: foreground, borderColor: theme.border });
  return {
    fontFamily: "'Segoe UI', 'Yu Gothic UI', 'Noto Sans CJK JP', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 24, extraLarge: 32, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.border },
    supportsInteractivity: true,
    actions: {
      maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
      showCard: { actionMode: "inline", inlineTopMargin: 12 },
    },
    containerStyles: {
      default: container(theme.card),
      emphasis: container(theme.emphasis),
      accent: container(theme.accentBack),
      good: container(theme.goodBack),
      attention: container(theme.attentionBack),
      warning: container(theme.warningBack),
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { weight: "bolder", color: "default", suffix: " *", suffixColor: "attention" },
        optionalInputs: { weight: "bolder", color: "default" },
      },
      errorMessage: { color: "attention", spacing: "small" },
    },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
    table: { cellSpacing: 6 },
  };
}

export function styleSheet(themeName) {
  const theme = themes[themeName];
  return `
    body { margin: 0; padding: 8px; background: ${theme.page}; color: ${theme.text}; }
    #card { background: ${theme.card}; border: 1px solid ${theme.border}; border-radius: 6px; overflow: hidden; }
    .ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans CJK JP', sans-serif; color: ${theme.text}; background: ${theme.card};
      border: 1px solid ${theme.border}; border-radius: 4px; padding: 6px 12px; min-height: 32px; }
    .ac-pushButton:first-child { border-color: ${theme.accent}; }
    /* The renderer cuts a row of buttons off; Teams breaks it. */
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-input { font: 14px 'Segoe UI', 'Noto Sans CJK JP', sans-serif; color: ${theme.text}; background: ${theme.emphasis};
      border: 1px solid ${theme.border}; border-radius: 4px; padding: 5px 8px; box-sizing: border-box; }
    .ac-textBlock p { margin: 0 0 4px 0; }
    .ac-textBlock a { color: ${theme.accent}; }
  `;
}
