// The section of a mart: one measure at a time, so that nothing shares an axis that cannot be compared.
const listObjects = (box, rows) => {
  const sizes = new Map();
  for (const row of rows) sizes.set(row.object, (sizes.get(row.object) ?? 0) + 1);
  const names = [...sizes].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0], "en"));
  const all = names.length > 1 ? [["*", "all, side by side"]] : [];
  options(box, [...all, ...names.map(([name, size]) => [name, `${name || "the metric itself"} (${size})`])]);
  box.disabled = names.length < 2;
};

const startMart = (section) => {
  const mart = section.id;
  const own = measures.filter((measure) => measure.mart === mart);
  const find = (name) => section.querySelector(name);
  if (!own.length) {
    // Events alone, or nothing: there is no value to draw.
    for (const part of section.querySelectorAll(".choice, .definition, .panels")) part.remove();
    return;
  }
  const [measureBox, objectBox] = [find("[data-choose=measure]"), find("[data-choose=object]")];
  const [lines, bars, map] = ["series", "bars", "tiles"].map((name) => find(`[data-chart=${name}]`));
  const isMapped = provinceCounts.some((row) => row.mart === mart);
  if (!isMapped) map.remove();
  const shading = element("select");
  map.controls = element("label", { class: "small" }, "Shade by ", shading);
  options(shading, [["mart", "facts, all metrics"], ["measure", "facts, this metric"], ["value", "latest value"]]);
  options(
    measureBox,
    own.map((measure) => [measure.number, `${measure.label} (${count.format(measure.facts)})`]),
    own[0].number,
  );

  const chosen = () => measures[Number(measureBox.value)];
  const ofMeasure = (rows) => rows.filter((row) => row.measure === chosen().number);
  const change = () => {
    listObjects(objectBox, ofMeasure(series));
    find("[data-said=definition]").textContent = chosen().definition && `${chosen().definition}.`;
  };
  const show = () => {
    const all = objectBox.value === "*";
    const wanted = (rows) => ofMeasure(rows).filter((row) => all || row.object === objectBox.value);
    // A tile has room for the value of one thing.
    shading.querySelector("[value=value]").disabled = all;
    if (all && shading.value === "value") shading.value = "measure";
    drawSeries(lines, chosen(), wanted(series), all);
    drawBars(bars, chosen(), wanted(latest), all);
    if (isMapped) drawTiles(map, chosen(), wanted(latest), mart, shading.value);
  };
  measureBox.addEventListener("change", () => {
    change();
    show();
  });
  objectBox.addEventListener("change", show);
  shading.addEventListener("change", () => {
    show();
    shading.focus();
  });
  find("[data-show=facts]").addEventListener("click", () => {
    setFilters({ mart, metric: chosen().metric });
    goTo("facts");
  });
  redraws.push(show);
  change();
};
