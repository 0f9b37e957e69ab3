// The filters and the address: what is chosen stands after the #, so that a link opens the same rows.
const form = document.getElementById("filters");
const EMPTY = {
  q: "", mart: "", metric: "", subject: "", region: "", statement: "", year: "", confidence: "0", conflict: "",
  order: "newest",
};
const newest = (one, other) => articles[other.article].day.localeCompare(articles[one.article].day);
const ORDERS = {
  newest: ["newest first", newest],
  support: [
    "most sources first",
    (one, other) => other.independent - one.independent || other.sources - one.sources || newest(one, other),
  ],
  confidence: ["surest first", (one, other) => other.confidence - one.confidence || newest(one, other)],
  subject: ["by subject", (one, other) => one.subject.localeCompare(other.subject, "en") || newest(one, other)],
};

const distinct = (name) => {
  const values = facts.map((fact) => fact[name]);
  return [...new Set(values.filter((value) => value !== "" && value !== null))];
};
const byLabel = (one, other) => one[1].localeCompare(other[1], "en");
const regionName = (code) => PROVINCES.get(code) ?? (code === "CN" ? "China as a whole" : code);
const metricName = (name) => data.metrics[name] ?? name;

let listedMart = null;
const listMetrics = () => {
  const mart = form.mart.value;
  if (listedMart === mart) return;
  listedMart = mart;
  const names = [...new Set(facts.filter((fact) => !mart || fact.mart === mart).map((fact) => fact.metric))];
  const kept = names.includes(form.metric.value) ? form.metric.value : "";
  options(form.metric, [["", "all"], ...names.map((name) => [name, metricName(name)]).sort(byLabel)], kept);
};

const fillFilters = () => {
  const years = distinct("year").sort((one, other) => other - one);
  options(form.mart, [["", "all"], ...Object.entries(data.marts)]);
  listMetrics();
  options(form.region, [["", "all"], ...distinct("region").map((code) => [code, regionName(code)]).sort(byLabel)]);
  options(form.statement, [["", "all"], ...distinct("statement").sort().map((name) => [name, sentenceCase(name)])]);
  options(form.year, [["", "all"], ...years.map((year) => [year, String(year)]), ["undated", "undated"]]);
  options(form.order, Object.entries(ORDERS).map(([name, [words]]) => [name, words]));
  options(document.getElementById("subjects"), distinct("subject").sort().map((name) => [name, ""]));
};

const chosenFilters = () => ({
  ...Object.fromEntries(Object.keys(EMPTY).map((name) => [name, form[name].value])),
  conflict: form.conflict.checked ? "1" : "",
});

const applyFilters = () => {
  listMetrics();
  const wanted = chosenFilters();
  const terms = plain(wanted.q).split(/\s+/).filter(Boolean);
  const subject = plain(wanted.subject.trim());
  const least = Number(wanted.confidence) / 100;
  form.querySelector("output").textContent = percent(least);
  const fits = (fact) =>
    terms.every((term) => fact.text.includes(term)) &&
    (!wanted.mart || fact.mart === wanted.mart) &&
    (!wanted.metric || fact.metric === wanted.metric) &&
    (!subject || plain(fact.subject).includes(subject)) &&
    (!wanted.region || fact.region === wanted.region) &&
    (!wanted.statement || fact.statement === wanted.statement) &&
    (!wanted.year || String(fact.year ?? "undated") === wanted.year) &&
    fact.confidence >= least &&
    (!wanted.conflict || fact.conflict);
  showFacts(facts.filter(fits).sort(ORDERS[wanted.order][1]));
};

const writeAddress = () => {
  const told = Object.entries(chosenFilters()).filter(([name, value]) => value !== EMPTY[name]);
  const hash = new URLSearchParams(told).toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
};

const setFilters = (values) => {
  const wanted = { ...EMPTY, ...values };
  form.mart.value = wanted.mart;
  listMetrics();
  for (const name of Object.keys(EMPTY)) {
    if (name === "conflict") form.conflict.checked = wanted.conflict === "1";
    else form[name].value = wanted[name];
    // A value that no fact has leaves a select without choice.
    if (form[name].selectedIndex === -1) form[name].value = EMPTY[name];
  }
  applyFilters();
  writeAddress();
};
const readAddress = () => setFilters(Object.fromEntries(new URLSearchParams(location.hash.slice(1))));

let waiting = 0;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    applyFilters();
    writeAddress();
  }, 120);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  setFilters({});
});
addEventListener("hashchange", readAddress);
