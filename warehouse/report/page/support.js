// Sources and conflicts: counts of facts, the only thing here that may be stacked.
const support = objects(data.support);
const STEPS = [["one", "1 source"], ["two", "2 sources"], ["more", "3 or more"]];
const COUNTS = ["facts", "one", "two", "more", "conflicts", "undated", "additive"];

const drawSupport = () => {
  const rows = support.flatMap((row) =>
    STEPS.map(([name, words], rank) => ({
      mart: data.marts[row.mart],
      support: words,
      rank,
      facts: row[name],
      tip: `${data.marts[row.mart]}\n${words}: ${count.format(row[name])} facts`,
    })),
  );
  draw(document.getElementById("support"), {
    name: "support",
    heading: "Facts by number of independent sources",
    description: "Bar chart of facts by mart and number of independent sources, below as a table.",
    rows,
    table: { rows: [] },
  });
};

const fillSupport = () => {
  const heads = ["Mart", "Facts", "1 source", "2 sources", "3 or more", "In conflict", "Undated", "May be added up"];
  const rows = support.map((row) => [data.marts[row.mart], ...COUNTS.map((name) => count.format(row[name]))]);
  document.getElementById("support-table").append(...plainTable("", heads, rows).querySelectorAll("thead, tbody"));
};
