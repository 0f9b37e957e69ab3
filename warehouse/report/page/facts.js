// The table: every figure with its sentence, a page of rows at a time.
const ROWS = 40;
const facts = objects(data.facts);
const articles = data.articles.map(([title, url, publisher, day, lang]) => ({ title, url, publisher, day, lang }));
const body = document.querySelector("#table tbody");
const more = document.getElementById("more");
const PROVINCES = new Map(tiles.map((tile) => [tile.region, tile.name]));

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
for (const fact of facts) {
  const article = articles[fact.article];
  fact.province = PROVINCES.get(fact.region) ?? "";
  fact.text = plain(
    [
      fact.subject,
      fact.object,
      data.metrics[fact.metric] ?? fact.metric,
      fact.shown,
      fact.period,
      fact.province,
      fact.speaker,
      fact.before + fact.mention + fact.after,
      article.title,
      article.publisher,
    ].join(" "),
  );
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const dayWords = (iso) => {
  const [year, month, day] = iso.split("-").map(Number);
  return iso ? `${day} ${MONTHS[month - 1]} ${year}` : "no publication day";
};
const cell = (label, ...children) => element("td", { role: "cell", "data-label": label }, ...children);
const line = (kind, ...children) => (children.some(Boolean) ? element("div", { class: kind }, ...children) : null);

// Checked where the page is made, and here again.
const isWeb = (url) => URL.canParse(url ?? "") && ["http:", "https:"].includes(new URL(url).protocol);

const articleLine = (article) => {
  const web = { href: article.url, rel: "noopener noreferrer", target: "_blank", lang: article.lang };
  const title = isWeb(article.url)
    ? element("a", web, article.title)
    : element("span", { lang: article.lang }, article.title);
  const rest = [article.publisher, dayWords(article.day)].filter(Boolean);
  return element("div", { class: "source" }, title, ` – ${rest.join(", ")}`);
};

const rowOf = (fact) => {
  const article = articles[fact.article];
  const metric = data.metrics[fact.metric] ?? fact.metric;
  // "Downloads, download" says nothing twice.
  const what = fact.object && !metric.toLowerCase().startsWith(fact.object) ? `${metric}, ${fact.object}` : metric;
  const province = fact.province === fact.subject ? "" : fact.province;
  const place = [fact.kind, province].filter(Boolean).join(", ");
  const support = fact.sources > 1 ? `${fact.sources} articles, ${fact.independent} independent` : "1 article";
  return element(
    "tr",
    { role: "row" },
    element(
      "th",
      { role: "rowheader", scope: "row", "data-label": "Fact" },
      line("subject", fact.subject),
      line("what", what, fact.whole ? `, of ${fact.whole}` : ""),
      line("quiet", place),
    ),
    cell(
      "Value",
      line("value", fact.shown || "event, no figure"),
      line("quiet", fact.exact ? `exactly ${fact.exact}` : ""),
      line("quiet", fact.dollars),
      line(`badge ${fact.statement}`, fact.statement),
      line("quiet", fact.adds ? "may be added up" : ""),
    ),
    cell(
      "Period",
      line("", fact.period),
      fact.said ? element("div", { class: "quiet" }, "said: ", element("q", { lang: article.lang }, fact.said)) : null,
      line("quiet", fact.basis),
    ),
    cell(
      "Support",
      line("", support),
      line("quiet", `confidence ${percent(fact.confidence)}`),
      line("quiet", fact.rewrite ? "found in a rewrite alone" : ""),
      line("badge conflict", fact.conflict),
    ),
    cell(
      "Evidence",
      element("blockquote", { lang: article.lang }, fact.before, element("mark", {}, fact.mention), fact.after),
      articleLine(article),
      line("quiet", fact.speaker ? `according to ${fact.speaker}` : ""),
    ),
  );
};

let shown = [];
const showMore = () => {
  const from = body.rows.length;
  body.append(...shown.slice(from, from + ROWS).map(rowOf));
  const left = shown.length - body.rows.length;
  more.hidden = left <= 0;
  more.textContent = `Show ${Math.min(ROWS, left)} more of ${count.format(left)}`;
  return body.rows[from];
};
more.addEventListener("click", () => {
  const first = showMore();
  first?.setAttribute("tabindex", "-1");
  first?.focus({ preventScroll: true });
});

const showFacts = (found) => {
  shown = found;
  body.replaceChildren();
  showMore();
  const size = count.format(facts.length);
  const all = facts.length === data.total ? `${size} facts` : `the ${size} facts on this page`;
  document.getElementById("count").textContent = found.length
    ? `${count.format(found.length)} of ${all}`
    : "No fact fits these filters; clear one of them.";
};
