// Elements and rows. Words of articles become text nodes, never markup.
const data = JSON.parse(document.getElementById("data").textContent);

const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === "") continue;
    made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
};

// {columns, rows} as a list of objects.
const objects = ({ columns, rows }) =>
  rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));

const options = (select, pairs, chosen) =>
  select.replaceChildren(
    ...pairs.map(([value, label]) => {
      const option = element("option", {}, label);
      option.value = value;
      option.selected = chosen !== undefined && String(value) === String(chosen);
      return option;
    }),
  );

const count = new Intl.NumberFormat("en");
const percent = (share) => `${Math.round(share * 100)} %`;
const sentenceCase = (words) => words.charAt(0).toUpperCase() + words.slice(1);

// A table that says what a chart shows, for those who do not see it.
const plainTable = (caption, heads, rows) =>
  element(
    "table",
    { class: "grid" },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element(
      "tbody",
      {},
      ...rows.map(([head, ...cells]) =>
        element("tr", {}, element("th", { scope: "row" }, head), ...cells.map((cell) => element("td", {}, cell))),
      ),
    ),
  );

// Sections are reached without touching the address: it holds the filters.
const goTo = (id) => {
  const target = document.getElementById(id);
  target.scrollIntoView();
  target.focus({ preventScroll: true });
};
for (const link of document.querySelectorAll('a[href^="#"]')) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(link.getAttribute("href").slice(1));
  });
}
