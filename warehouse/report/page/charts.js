// Draws one specification into a figure, with a description and the shown rows as a table beside it.
const tip = document.getElementById("tip");

const showTip = (_handler, event, _item, value) => {
  tip.hidden = !value;
  if (!value) return;
  tip.textContent = value.tip ?? "";
  const { clientWidth } = document.documentElement;
  const left = Math.min(event.clientX + 14, clientWidth - tip.offsetWidth - 8);
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.max(8, event.clientY - tip.offsetHeight - 12)}px`;
};

const chartConfig = () => {
  const ink = colour("ink-soft");
  const text = { labelColor: ink, titleColor: ink, labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" };
  return {
    background: "transparent",
    font: getComputedStyle(document.body).fontFamily,
    view: { stroke: null },
    axis: { ...text, domainColor: colour("line"), tickColor: colour("line"), gridColor: colour("line-soft") },
    axisY: { domain: false, ticks: false, labelPadding: 8 },
    legend: {
      ...text,
      orient: "bottom",
      columns: innerWidth < 700 ? 1 : 3,
      labelLimit: 280,
      symbolType: "circle",
      offset: 14,
    },
    range: { category: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => colour(`c${number}`)) },
    text: { color: colour("ink"), fontSize: 12 },
    bar: { color: colour("c1") },
    point: { color: colour("c1") },
    aria: false,
  };
};

const withRows = (name, rows, parameters, height) => {
  const specification = structuredClone(data.charts[name]);
  specification.datasets = { points: rows };
  for (const parameter of specification.params ?? []) parameter.value = parameters[parameter.name] ?? parameter.value;
  if (height) specification.height = height;
  return specification;
};

// What a figure holds: heading, drawing, note, the rows.
const draw = async (figure, { name, heading, description, rows, parameters = {}, height, note, table }) => {
  const turn = (figure.turn = (figure.turn ?? 0) + 1);
  const canvas = element("div", { class: "drawing", role: "img", "aria-label": description });
  const parts = [element("figcaption", {}, heading), figure.controls ?? null, canvas];
  if (note) parts.push(element("p", { class: "quiet" }, note));
  if (table.rows.length) {
    const shown = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": table.caption });
    shown.append(plainTable(table.caption, table.heads, table.rows));
    parts.push(element("details", {}, element("summary", {}, "Rows of this chart"), shown));
  }
  figure.view?.finalize();
  figure.view = null;
  figure.replaceChildren(...parts.filter(Boolean));
  if (!rows.length) {
    canvas.replaceChildren(element("p", { class: "note" }, "Nothing to draw for this choice."));
    return;
  }
  const result = await vegaEmbed(canvas, withRows(name, rows, parameters, height), {
    actions: false,
    logLevel: 1, // errors: an empty layer is no news
    ast: true,
    config: chartConfig(),
    defaultStyle: false,
    mode: "vega-lite",
    renderer: "svg",
    tooltip: showTip,
  });
  // The figure says in words what it shows; the marks one by one would only be noise.
  canvas.querySelector("svg").setAttribute("aria-hidden", "true");
  if (figure.turn === turn) figure.view = result;
  else result.finalize();
};
