import { h } from "./dom.js";
import { Chart } from "./packages.js";
import { t } from "./texts.js";
import { onThemeChange, token } from "./theme.js";

Chart.defaults.font.family = token("--font");

export const chartTypes = [
  "Chart.Donut",
  "Chart.Pie",
  "Chart.VerticalBar",
  "Chart.VerticalBar.Grouped",
  "Chart.HorizontalBar",
  "Chart.HorizontalBar.Stacked",
  "Chart.Line",
  "Chart.Gauge",
];

/** The order in which series without a colour of their own are painted. */
const series = [
  "categoricalblue",
  "categoricalteal",
  "categoricalmarigold",
  "categoricalpurple",
  "categoricalred",
  "categoricalgreen",
  "categoricallavender",
  "categoricallime",
  "categoricallightblue",
];

const named = {
  good: "#1e8e4e",
  warning: "#c77700",
  attention: "#c8323c",
  neutral: "#8a8f98",
  categoricalred: "#c8323c",
  categoricalpurple: "#8557b8",
  categoricallavender: "#8780d8",
  categoricalblue: "#2f6fc4",
  categoricallightblue: "#3f95cf",
  categoricalteal: "#0f8b8d",
  categoricalgreen: "#3f8f3a",
  categoricallime: "#748f12",
  categoricalmarigold: "#b97f00",
  divergingblue: "#2f6fc4",
  diverginglightblue: "#3f95cf",
  divergingcyan: "#35b4c9",
  divergingteal: "#0f8b8d",
  divergingyellow: "#e3bb2c",
  divergingpeach: "#f0a07c",
  diverginglightred: "#e57373",
  divergingred: "#c8323c",
  divergingmaroon: "#8c2138",
  diverginggray: "#8a8f98",
};

function colour(name, position) {
  const key = (name ?? "").toLowerCase();
  if (named[key]) return named[key];
  const step = /^sequential(red|green|yellow)?([1-8])$/.exec(key);
  if (step) return `hsl(${{ red: 355, green: 145, yellow: 42 }[step[1]] ?? 205} 60% ${84 - Number(step[2]) * 7}%)`;
  return named[series[position % series.length]];
}

/** Draws a chart with its title, and says its numbers to those who do not see it. */
export function chartView(source) {
  const { config, words, height } = shapes[source.type](source);
  const canvas = h("canvas", {
    role: "img",
    "aria-label": [source.title ?? t("chartOf"), words].join("："),
    "data-testid": "chart",
  });
  const figure = h(
    "figure.chart",
    { style: source.maxWidth ? { "max-width": source.maxWidth } : {} },
    source.title && source.showTitle ? h("figcaption", {}, source.title) : null,
    h("div.chart-area", { style: { height: `${height}px` } }, canvas),
  );
  // The package measures the canvas, so it has to be in the document first.
  requestAnimationFrame(() => paint(canvas, config, source));
  return figure;
}

function paint(canvas, config, source) {
  if (!canvas.isConnected) return;
  const chart = new Chart(canvas, complete(config, source));
  const off = onThemeChange(() => {
    if (!canvas.isConnected) {
      chart.destroy();
      off();
      return;
    }
    chart.options = complete(config, source).options;
    chart.update();
  });
}

function complete({ type, data, options = {} }, source) {
  const text = token("--text");
  const line = token("--line");
  const axis = (given = {}, title) => ({
    ...given,
    ticks: { color: text, font: { size: 12 }, ...given.ticks },
    grid: { color: line, ...given.grid },
    title: title ? { display: true, text: title, color: text } : undefined,
  });
  const scales = options.scales
    ? { x: axis(options.scales.x, source.xAxisTitle), y: axis(options.scales.y, source.yAxisTitle) }
    : undefined;
  return {
    type,
    data,
    plugins: [values, middle],
    options: {
      ...options,
      scales,
      animation: false,
      maintainAspectRatio: false,
      plugins: {
        ...options.plugins,
        legend: {
          display: source.showLegend !== false && (options.legend ?? true),
          position: "bottom",
          labels: { color: text, boxWidth: 12, font: { size: 12 } },
        },
      },
    },
  };
}

/** Numbers at the ends of bars, when the card asks for them. */
const values = {
  id: "barValues",
  afterDatasetsDraw(chart) {
    if (!chart.options.plugins.barValues?.shown) return;
    const { ctx } = chart;
    const flat = chart.options.indexAxis === "y";
    ctx.save();
    ctx.fillStyle = token("--text");
    ctx.font = `12px ${token("--font")}`;
    ctx.textAlign = flat ? "left" : "center";
    ctx.textBaseline = flat ? "middle" : "bottom";
    chart.data.datasets.forEach((dataset, d) => {
      if (!chart.isDatasetVisible(d)) return;
      chart.getDatasetMeta(d).data.forEach((bar, i) => {
        const value = dataset.data[i]?.y ?? dataset.data[i];
        if (value === null || value === undefined) return;
        ctx.fillText(String(value), bar.x + (flat ? 4 : 0), bar.y - (flat ? 0 : 3));
      });
    });
    ctx.restore();
  },
};

/** The text in the hole of a ring or under a gauge. */
const middle = {
  id: "middle",
  afterDraw(chart) {
    const { text, small, low } = chart.options.plugins.middle ?? {};
    if (!text) return;
    const { ctx, chartArea } = chart;
    const x = (chartArea.left + chartArea.right) / 2;
    const y = low ? chartArea.bottom - 14 : (chartArea.top + chartArea.bottom) / 2;
    ctx.save();
    ctx.fillStyle = token("--text");
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.font = `600 20px ${token("--font")}`;
    ctx.fillText(String(text), x, small ? y - 10 : y);
    if (small) {
      ctx.font = `12px ${token("--font")}`;
      ctx.fillText(small, x, y + 10);
    }
    ctx.restore();
  },
};

const round = (source, type, cutout) => {
  const data = source.data ?? [];
  return {
    height: 220,
    words: data.map((d) => `${d.legend} ${d.value}`).join("、"),
    config: {
      type,
      data: {
        labels: data.map((d) => d.legend),
        datasets: [
          {
            data: data.map((d) => d.value),
            backgroundColor: data.map((d, i) => colour(d.color, i)),
            borderWidth: 0,
            spacing: 2,
          },
        ],
      },
      options: { cutout, plugins: { middle: { text: source.value } } },
    },
  };
};

const bars = (source, flat) => {
  const data = source.data ?? [];
  return {
    height: flat ? Math.max(90, 40 + data.length * 30) : 220,
    words: data.map((d) => `${d.x} ${d.y}`).join("、"),
    config: {
      type: "bar",
      data: {
        labels: data.map((d) => String(d.x)),
        datasets: [
          {
            data: data.map((d) => d.y),
            backgroundColor: data.map((d, i) => colour(d.color ?? source.color ?? "categoricalblue", i)),
            maxBarThickness: 26,
            borderRadius: 3,
          },
        ],
      },
      options: {
        indexAxis: flat ? "y" : "x",
        legend: false,
        scales: valueAxis(source, flat),
        layout: flat ? { padding: { right: 28 } } : { padding: { top: 16 } },
        plugins: { barValues: { shown: flat || source.showBarValues } },
      },
    },
  };
};

function valueAxis(source, flat, stacked = false) {
  const values = { beginAtZero: true, min: source.yMin, max: source.yMax, stacked };
  if (source.displayMode === "AbsoluteNoAxis" || source.displayMode === "PartToWhole") values.display = false;
  const names = { stacked, grid: { display: false } };
  return flat ? { x: values, y: names } : { x: names, y: values };
}

const grouped = (source) => {
  const all = source.data ?? [];
  const labels = [...new Set(all.flatMap((s) => s.values.map((v) => String(v.x))))];
  return {
    height: 240,
    words: all.map((s) => `${s.legend} ${s.values.map((v) => `${v.x} ${v.y}`).join("、")}`).join("。"),
    config: {
      type: "bar",
      data: {
        labels,
        datasets: all.map((s, i) => ({
          label: s.legend,
          data: labels.map((label) => s.values.find((v) => String(v.x) === label)?.y ?? null),
          backgroundColor: colour(s.color, i),
          maxBarThickness: 26,
          borderRadius: 3,
        })),
      },
      options: {
        scales: valueAxis(source, false, source.stacked === true),
        layout: { padding: { top: 16 } },
        plugins: { barValues: { shown: source.showBarValues && !source.stacked } },
      },
    },
  };
};

const stacked = (source) => {
  const rows = source.data ?? [];
  const legends = [...new Set(rows.flatMap((r) => r.data.map((d) => d.legend)))];
  return {
    height: Math.max(120, 70 + rows.length * 34),
    words: rows.map((r) => `${r.title} ${r.data.map((d) => `${d.legend} ${d.value}`).join("、")}`).join("。"),
    config: {
      type: "bar",
      data: {
        labels: rows.map((r) => r.title),
        datasets: legends.map((legend, i) => ({
          label: legend,
          data: rows.map((r) => r.data.find((d) => d.legend === legend)?.value ?? 0),
          backgroundColor: colour(rows.flatMap((r) => r.data).find((d) => d.legend === legend && d.color)?.color, i),
          maxBarThickness: 24,
        })),
      },
      options: { indexAxis: "y", scales: valueAxis(source, true, true) },
    },
  };
};

const line = (source) => {
  const all = source.data ?? [];
  const labels = [...new Set(all.flatMap((s) => s.values.map((v) => String(v.x))))];
  return {
    height: 230,
    words: all.map((s) => `${s.legend} ${s.values.map((v) => `${v.x} ${v.y}`).join("、")}`).join("。"),
    config: {
      type: "line",
      data: {
        labels,
        datasets: all.map((s, i) => ({
          label: s.legend,
          data: labels.map((label) => s.values.find((v) => String(v.x) === label)?.y ?? null),
          borderColor: colour(s.color, i),
          backgroundColor: colour(s.color, i),
          borderWidth: 2,
          tension: 0,
          spanGaps: true,
        })),
      },
      options: { scales: valueAxis(source, false) },
    },
  };
};

const gauge = (source) => {
  const min = source.min ?? 0;
  const segments = source.segments ?? [];
  const max = source.max ?? (segments.reduce((sum, s) => sum + s.size, 0) || 100);
  const share = Math.round(((source.value - min) / (max - min)) * 100);
  const text = source.valueFormat === "Fraction" ? `${source.value} / ${max}` : `${share}%`;
  const parts = segments.length > 0 ? segments.map((s) => s.size) : [source.value - min, max - source.value];
  const paints =
    segments.length > 0 ? segments.map((s, i) => colour(s.color, i)) : [colour("categoricalteal"), "#b8bcc4"];
  return {
    height: 180,
    words: [text, source.subLabel].filter(Boolean).join("、"),
    config: {
      type: "doughnut",
      data: {
        labels: segments.map((s) => s.legend ?? ""),
        datasets: [{ data: parts, backgroundColor: paints, borderWidth: 0, spacing: 2 }],
      },
      options: {
        rotation: -90,
        circumference: 180,
        cutout: "70%",
        legend: segments.some((s) => s.legend),
        plugins: { middle: { text, small: source.subLabel, low: true } },
      },
    },
  };
};

const shapes = {
  "Chart.Donut": (s) => round(s, "doughnut", s.thickness === "Thin" ? "75%" : "60%"),
  "Chart.Pie": (s) => round({ ...s, value: undefined }, "pie", 0),
  "Chart.VerticalBar": (s) => bars(s, false),
  "Chart.HorizontalBar": (s) => bars(s, true),
  "Chart.VerticalBar.Grouped": grouped,
  "Chart.HorizontalBar.Stacked": stacked,
  "Chart.Line": line,
  "Chart.Gauge": gauge,
};
