// The section of a mart: one measure at a time, so that nothing shares an axis that cannot be compared.
const MOST_LINES = 8;
const MOST_BARS = 15;
const measures = objects(data.measures);
const series = objects(data.series);
const latest = objects(data.latest);
const tiles = objects(data.tiles);
const provinceCounts = objects(data.provinces);
const SHAPE_WORDS = {
  observed: "● observed", planned: "◆ planned", target: "▲ target", forecast: "▶ forecast", budget: "■ budget",
  ceiling: "▼ ceiling", denied: "✚ denied",
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
  ].filter(Boolean).join("\n");
const tableOf = (caption, rows) => ({
  caption,
  heads: ["Subject", "Of what", "Value", "Status", "Period", "Sources"],
  rows: rows.map((row) => [
    row.subject,
    [row.object, row.whole].filter(Boolean).join(", of ") || "–",
    row.shown + (row.conflict ? " (in conflict)" : ""),
    row.statement,
    row.period,
    sourcesOf(row),
  ]),
});

const drawSeries = (figure, measure, rows, withObject) => {
  const labels = [...new Set(rows.map((row) => labelOf(row, withObject)))];
  const kept = new Set(labels.slice(0, MOST_LINES));
  const points = rows
    .map((row) => ({ ...row, label: labelOf(row, withObject), line: `${labelOf(row, true)} ${row.line}`, observed: row.statement === "observed", tip: tipOf(row) }))
    .filter((row) => kept.has(row.label));
  const statements = [...new Set(points.map((row) => row.statement))];
  const heading = `${measure.label}: over time`;
  draw(figure, {
    name: "series",
    heading,
    description: `Line chart. ${heading}. ${points.length} dated facts on ${kept.size} subjects. The rows follow as a table.`,
    rows: points,
    parameters: { kind: measure.kind },
    note: [
      `${statements.map((name) => SHAPE_WORDS[name] ?? name).join(", ")}.`,
      "A thin bar is the period that a value holds for; > ≥ ≈ ≤ < mark bounds.",
      points.length < measure.dated && !withObject ? "" : `${points.length} of ${measure.dated} dated facts are drawn.`,
      measure.facts > measure.dated ? `${measure.facts - measure.dated} undated are in the table only.` : "",
    ].filter(Boolean).join(" "),
    table: tableOf(heading, points),
  });
};

const drawBars = (figure, measure, rows, withObject) => {
  const sign = measure.kind === "rank" ? -1 : 1;
  const bars = rows
    .map((row) => ({ ...row, label: labelOf(row, withObject), observed: row.statement === "observed", tip: tipOf(row), end: Math.max(0, row.value), shown: row.statement === "observed" ? row.shown : `${row.shown} (${row.statement})` }))
    .sort((one, other) => sign * (other.value - one.value))
    .slice(0, MOST_BARS);
  const values = bars.map((row) => row.value);
  const [highest, lowest] = [Math.max(0, ...values), Math.min(0, ...values)];
  const heading = `${measure.label}: latest of each subject`;
  draw(figure, {
    name: "bars",
    heading,
    description: `Bar chart. ${heading}. ${bars.length} subjects, largest first. The rows follow as a table.`,
    rows: bars,
    height: bars.length * 26,
    // Room for the words at the end of the longest bar.
    parameters: { kind: measure.kind, top: highest + (highest - lowest || 1) * 0.45, bottom: lowest },
    note: `${bars.length} of ${rows.length} are drawn. What is observed goes before what is planned; pale bars are not observed.`,
    table: tableOf(heading, bars),
  });
};

const drawTiles = (figure, measure, rows, mart, shading) => {
  const byValue = shading === "value";
  const values = new Map();
  if (byValue) for (const row of rows) if (row.region && !values.has(row.region)) values.set(row.region, row);
  const counts = new Map();
  for (const row of provinceCounts) {
    if (row.mart !== mart || (shading === "measure" && row.measure !== measure.number)) continue;
    counts.set(row.region, (counts.get(row.region) ?? 0) + row.facts);
  }
  const sizeOf = (region) => (byValue ? (values.get(region)?.value ?? null) : (counts.get(region) ?? null));
  const largest = Math.max(...tiles.map((tile) => Math.abs(sizeOf(tile.region) ?? 0)), 0);
  const shades = [1, 2, 3, 4, 5].map((number) => colour(`t${number}`));
  const inks = [1, 2, 3, 4, 5].map((number) => colour(`t${number}-ink`));
  const narrow = figure.clientWidth < 420;
  const cells = tiles.map((tile) => {
    const size = sizeOf(tile.region);
    const step = size === null ? -1 : Math.min(4, Math.floor((Math.abs(size) / (largest || 1)) * 5));
    const shown = size === null ? "" : byValue ? values.get(tile.region).shown : count.format(size);
    const told = size === null ? "no figure" : byValue ? tipOf(values.get(tile.region)) : `${shown} fact${size === 1 ? "" : "s"}`;
    return {
      ...tile,
      fill: step < 0 ? "transparent" : shades[step],
      edge: step < 0 ? colour("line") : shades[step],
      ink: step < 0 ? colour("ink-soft") : inks[step],
      shown: shown.length > (narrow ? 6 : 11) ? shown.replace(/ [a-zA-Z²³]+( per \w+)?$/, "").replace(/^(about|at least|at most|more than|less than) /, "") : shown,
      full: shown,
      said: narrow ? "" : tile.name,
      tip: `${tile.name} (${tile.region})\n${told}`,
    };
  });
  const known = cells.filter((cell) => cell.shown);
  const heading = byValue ? `${measure.label}: latest by province` : shading === "measure" ? `${measure.label}: facts by province` : "All facts of this mart by province";
  draw(figure, {
    name: "tiles",
    heading,
    description: `Tile map of the 34 provinces. ${heading}. ${known.length} have a figure. The rows follow as a table.`,
    rows: cells,
    note: byValue ? "A province's own figures; those of its cities are not shown." : "Facts about a province or a place in it; an outline has none.",
    table: { caption: heading, heads: ["Province", "Code", byValue ? "Value" : "Facts"], rows: known.map((cell) => [cell.name, cell.region, cell.full]) },
  });
};

const startMart = (section) => {
  const mart = section.id;
  const own = measures.map((measure, number) => ({ ...measure, number })).filter((measure) => measure.mart === mart);
  if (!own.length) return;
  const find = (name) => section.querySelector(name);
  const [measureBox, objectBox] = [find("[data-choose=measure]"), find("[data-choose=object]")];
  const figures = Object.fromEntries([...section.querySelectorAll("[data-chart]")].map((figure) => [figure.dataset.chart, figure]));
  const mapped = provinceCounts.some((row) => row.mart === mart);
  if (!mapped) figures.tiles.remove();
  const shading = element("select");
  figures.tiles.controls = element("label", { class: "small" }, "Shade by ", shading);
  options(measureBox, own.map((measure) => [measure.number, `${measure.label} (${count.format(measure.facts)})`]), own[0].number);
  options(shading, [["mart", "facts, all metrics"], ["measure", "facts, this metric"], ["value", "latest value"]]);

  const chosen = () => own.find((measure) => measure.number === Number(measureBox.value));
  const ofMeasure = (rows) => rows.filter((row) => row.measure === chosen().number);
  const listObjects = () => {
    const sizes = new Map();
    for (const row of ofMeasure(series)) sizes.set(row.object, (sizes.get(row.object) ?? 0) + 1);
    const names = [...sizes].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0], "en"));
    const all = names.length > 1 ? [["*", "all, side by side"]] : [];
    options(objectBox, [...all, ...names.map(([name, size]) => [name, `${name || "the metric itself"} (${size})`])]);
    objectBox.disabled = names.length < 2;
    find("[data-said=definition]").textContent = chosen().definition && `${chosen().definition}.`;
  };
  const show = () => {
    const all = objectBox.value === "*";
    const wanted = (rows) => ofMeasure(rows).filter((row) => all || row.object === objectBox.value);
    // One tile can show one product's value alone.
    shading.querySelector("[value=value]").disabled = all;
    if (all && shading.value === "value") shading.value = "measure";
    drawSeries(figures.series, chosen(), wanted(series), all);
    drawBars(figures.bars, chosen(), wanted(latest), all);
    if (mapped) drawTiles(figures.tiles, chosen(), wanted(latest), mart, shading.value);
  };
  measureBox.addEventListener("change", () => { listObjects(); show(); });
  objectBox.addEventListener("change", show);
  shading.addEventListener("change", () => { show(); shading.focus(); });
  find("[data-show=facts]").addEventListener("click", () => {
    setFilters({ mart, metric: chosen().metric });
    goTo("facts");
  });
  redraws.push(show);
  listObjects();
};

const drawSupport = () => {
  const rows = objects(data.support);
  const steps = [["one", "1 source"], ["two", "2 sources"], ["more", "3 or more"]];
  const parts = rows.flatMap((row) =>
    steps.map(([name, support], rank) => ({ mart: data.marts[row.mart], support, rank, facts: row[name], tip: `${data.marts[row.mart]}\n${support}: ${count.format(row[name])} facts` })),
  );
  draw(document.getElementById("support"), {
    name: "support",
    heading: "Facts by number of independent sources",
    description: "Bar chart of facts by mart and number of independent sources. The numbers follow as a table.",
    rows: parts,
    table: { rows: [] },
  });
};
const fillSupport = () => {
  const heads = ["Mart", "Facts", "1 source", "2 sources", "3 or more", "In conflict", "Undated", "May be added up"];
  const rows = objects(data.support).map((row) => [data.marts[row.mart], ...["facts", "one", "two", "more", "conflicts", "undated", "additive"].map((name) => count.format(row[name]))]);
  const table = document.getElementById("support-table");
  table.append(...plainTable("", heads, rows).querySelectorAll("thead, tbody"));
};
