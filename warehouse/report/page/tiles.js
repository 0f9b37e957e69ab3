// The provinces as tiles: facts counted, or the latest value of a province itself.
const LONGEST_IN_TILE = 8;
const LONGEST_ON_PHONE = 6;

// A value that is too long for its tile is cut to its number; the row below the map has all of it.
const shortValue = (shown, longest) =>
  shown.length <= longest
    ? shown
    : shown.replace(/ [a-zA-Z²³]{2,}( per \w+)?$/, "").replace(/^(about|at least|at most|more than|less than) /, "");

const sizesOf = (shading, mart, measure, rows) => {
  const sizes = new Map();
  if (shading === "value") {
    for (const row of rows) {
      if (!row.region || sizes.has(row.region)) continue;
      sizes.set(row.region, { size: row.value, shown: row.shown, told: tipOf(row) });
    }
    return sizes;
  }
  const counted = provinceCounts.filter(
    (row) => row.mart === mart && (shading === "mart" || row.measure === measure.number),
  );
  for (const row of counted) {
    const size = (sizes.get(row.region)?.size ?? 0) + row.facts;
    const shown = count.format(size);
    sizes.set(row.region, { size, shown, told: `${shown} fact${size === 1 ? "" : "s"}` });
  }
  return sizes;
};

const drawTiles = (figure, measure, rows, mart, shading) => {
  const sizes = sizesOf(shading, mart, measure, rows);
  const largest = Math.max(0, ...[...sizes.values()].map((found) => Math.abs(found.size))) || 1;
  const shades = [1, 2, 3, 4, 5].map((number) => colour(`t${number}`));
  const inks = [1, 2, 3, 4, 5].map((number) => colour(`t${number}-ink`));
  const [line, soft] = [colour("line"), colour("ink-soft")];
  const narrow = figure.clientWidth < 420;
  const cells = tiles.map((tile) => {
    const found = sizes.get(tile.region);
    const step = found ? Math.min(4, Math.floor((Math.abs(found.size) / largest) * 5)) : -1;
    return {
      ...tile,
      fill: shades[step] ?? "transparent",
      edge: shades[step] ?? line,
      ink: inks[step] ?? soft,
      said: narrow ? "" : tile.name,
      shown: found ? shortValue(found.shown, narrow ? LONGEST_ON_PHONE : LONGEST_IN_TILE) : "",
      tip: `${tile.name} (${tile.region})\n${found?.told ?? "no figure"}`,
    };
  });
  const known = tiles.filter((tile) => sizes.has(tile.region));
  const heading = {
    mart: "All facts of this mart by province",
    measure: `${measure.label}: facts by province`,
    value: `${measure.label}: latest by province`,
  }[shading];
  draw(figure, {
    name: "tiles",
    heading,
    description: `Tile map of the 34 provinces. ${heading}. ${known.length} have a figure, below as a table.`,
    rows: cells,
    note:
      shading === "value"
        ? "A province's own figures; those of its cities are not shown."
        : "Facts about a province or a place in it; an outline has none.",
    table: {
      caption: heading,
      heads: ["Province", "Code", shading === "value" ? "Value" : "Facts"],
      rows: known.map((tile) => [tile.name, tile.region, sizes.get(tile.region).shown]),
    },
  });
};
