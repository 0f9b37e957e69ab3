// Words for the rows of the charts.
const measures = objects(data.measures).map((measure, number) => ({ ...measure, number }));
const series = objects(data.series);
const latest = objects(data.latest);
const tiles = objects(data.tiles);
const provinceCounts = objects(data.provinces);
const SHAPE_WORDS = {
  observed: "● observed",
  planned: "◆ planned",
  target: "▲ target",
  forecast: "▶ forecast",
  budget: "■ budget",
  ceiling: "▼ ceiling",
  denied: "✚ denied",
};

const labelOf = (row, withObject) =>
  [row.subject, withObject ? row.object : "", row.whole ? `of ${row.whole}` : ""].filter(Boolean).join(" · ");

const sourcesOf = (row) => (row.sources > 1 ? `${row.sources} articles, ${row.independent} independent` : "1 article");

const tipOf = (row) =>
  [
    labelOf(row, true),
    `${row.shown} (${row.statement})`,
    row.period,
    sourcesOf(row),
    row.conflict ? "in conflict with other figures" : "",
  ]
    .filter(Boolean)
    .join("\n");

const tableOf = (caption, rows) => ({
  caption,
  heads: ["Subject", "Of what", "Value", "Status", "Period", "Sources"],
  rows: rows.map((row) => [
    row.subject,
    [row.object, row.whole].filter(Boolean).join(", of ") || "–",
    row.figure + (row.conflict ? " (in conflict)" : ""),
    row.statement,
    row.period,
    sourcesOf(row),
  ]),
});

// A row as every chart takes it: figure is the value in words, shown may be shortened or lengthened.
const drawable = (row, withObject) => ({
  ...row,
  figure: row.shown,
  label: labelOf(row, withObject),
  observed: row.statement === "observed",
  tip: tipOf(row),
});
