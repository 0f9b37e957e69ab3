// Time series and bars of one measure.
const MOST_LINES = 8;
const MOST_BARS = 15;

const drawSeries = (figure, measure, rows, withObject) => {
  const all = rows.map((row) => ({ ...drawable(row, withObject), line: `${labelOf(row, true)} ${row.line}` }));
  const kept = new Set([...new Set(all.map((row) => row.label))].slice(0, MOST_LINES));
  const points = all.filter((row) => kept.has(row.label));
  const shapes = [...new Set(points.map((row) => row.statement))].map((name) => SHAPE_WORDS[name] ?? name);
  const undated = measure.facts - measure.dated;
  const heading = `${measure.label}: over time`;
  draw(figure, {
    name: "series",
    heading,
    description: `Line chart. ${heading}. ${points.length} dated facts on ${kept.size} subjects, below as a table.`,
    rows: points,
    parameters: { kind: measure.kind },
    note: [
      `${shapes.join(", ")}.`,
      "A thin bar is the period that a value holds for; > ≥ ≈ ≤ < mark bounds.",
      `${points.length} of ${count.format(measure.dated)} dated facts are drawn.`,
      undated ? `${count.format(undated)} undated: in the table only.` : "",
    ].join(" "),
    table: tableOf(heading, points),
  });
};

const drawBars = (figure, measure, rows, withObject) => {
  const sign = measure.kind === "rank" ? -1 : 1;
  const bars = rows
    .map((row) => drawable(row, withObject))
    .map((row) => ({
      ...row,
      end: Math.max(0, row.value),
      shown: row.observed ? row.figure : `${row.figure} (${row.statement})`,
    }))
    .sort((one, other) => sign * (other.value - one.value))
    .slice(0, MOST_BARS);
  const values = bars.map((row) => row.value);
  const [highest, lowest] = [Math.max(0, ...values), Math.min(0, ...values)];
  const heading = `${measure.label}: latest of each subject`;
  draw(figure, {
    name: "bars",
    heading,
    description: `Bar chart. ${heading}. ${bars.length} subjects, below as a table.`,
    rows: bars,
    height: bars.length * 26,
    // Room for the words at the end of the longest bar.
    parameters: { kind: measure.kind, top: highest + (highest - lowest || 1) * 0.5, bottom: lowest },
    note: [
      `${bars.length} of ${rows.length} are drawn.`,
      "What is observed goes before what is planned; pale bars are not observed.",
    ].join(" "),
    table: tableOf(heading, bars),
  });
};
