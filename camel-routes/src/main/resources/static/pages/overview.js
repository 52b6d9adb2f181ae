import {
  card, chip, empty, languageName, link, make, number, own, percent, say, sayCode, show, statusChip, time,
} from "./page.js";

const COUNTS = [
  ["planned", ""], ["dueToday", ""], ["sentToday", ""], ["delivered", ""],
  ["failed", "alert"], ["unknown", "watch"], ["held", "watch"],
  ["complaintsOpen", "watch"], ["complaintsOverdue", "alert"], ["unassigned", "alert"],
];

function tiles(counts) {
  const all = COUNTS.map(([key, kind]) => {
    const count = counts?.[key] ?? 0;
    return make(
      "div",
      { class: `tile ${count > 0 ? kind : "none"}`.trim(), "data-count": key },
      make("dt", {}, say(`count.${key}`)),
      make("dd", {}, number(count))
    );
  });
  return make("dl", { class: "tiles", "aria-label": say("section.counts") }, all);
}

function table(columns, rows) {
  const heads = columns.map(([label, kind]) => make("th", { scope: "col", class: kind || null }, label));
  const body = rows.map((cells) => make("tr", {}, cells.map((cell, i) => {
    const [label, kind] = columns[i];
    return make("td", { "data-label": label, class: kind || null }, make("div", {}, cell));
  })));
  return make("table", {}, make("thead", {}, make("tr", {}, heads)), make("tbody", {}, body));
}

const sub = (...children) => make("span", { class: "sub" }, children);

function step(one, data) {
  const scenario = (data.scenarios ?? []).find((each) => each.id === one.scenario);
  const title = one.scenarioTitle ?? scenario?.title ?? one.scenario;
  return [own(title), one.step ? [" · ", own(one.stepTitle ?? one.step)] : null];
}

function patients(data) {
  const zone = data.clinic?.zone;
  const rows = (data.patients ?? []).map((patient) => [
    [
      make("a", { href: link("timeline.html", { patient: patient.id }) }, own(patient.name || patient.id)),
      sub(languageName(patient.language)),
    ],
    patient.next ? [time(patient.next.due, zone), sub(step(patient.next, data))] : chip(say("nothing")),
    patient.last
      ? [
        make("span", { class: "line" }, statusChip(patient.last.status), " ", sayCode("channel", patient.last.channel)),
        sub(step(patient.last, data)),
        sub(time(patient.last.sent, zone)),
      ]
      : chip(say("nothing")),
  ]);
  const columns = [[say("column.patient"), "name"], [say("column.next")], [say("column.last")]];
  return card(say("section.patients"), "patients", rows.length ? table(columns, rows) : empty(say("empty.patients")));
}

function scenarios(data) {
  const rows = (data.scenarios ?? []).map((scenario) => [
    own(scenario.title || scenario.id),
    chip(say(scenario.active ? "scenario.active" : "scenario.draft"), scenario.active ? "good" : ""),
    number(scenario.planned),
    number(scenario.sent),
  ]);
  const columns = [
    [say("column.scenario"), "name"], [say("column.status")],
    [say("count.planned"), "number"], [say("column.sent"), "number"],
  ];
  return card(say("section.scenarios"), "scenarios", rows.length ? table(columns, rows) : empty(say("empty.scenarios")));
}

function task(one, zone) {
  return make(
    "li",
    {},
    make("strong", {}, own(one.title || sayCode("task", one.code))),
    make(
      "div",
      { class: "line" },
      one.priority === "stat" ? chip(say("priority.stat"), "alert") : null,
      one.status ? chip(sayCode("status", one.status)) : null,
      one.owner ? make("span", {}, own(one.owner)) : chip(say("unassigned"), "alert"),
      one.overdue ? chip(say("overdue"), "alert") : null,
      one.due ? make("span", {}, say("due"), " ", time(one.due, zone)) : null
    )
  );
}

function tasks(data) {
  const first = [...(data.tasks ?? [])].sort(
    (a, b) => Number(b.overdue) - Number(a.overdue) || String(a.due).localeCompare(String(b.due)));
  const list = first.map((one) => task(one, data.clinic?.zone));
  return card(
    say("section.tasks"), "tasks",
    list.length ? make("ul", { class: "tasks" }, list) : empty(say("empty.tasks")));
}

function measure(one) {
  const known = one.denominator > 0 && one.score !== null && one.score !== undefined;
  return make(
    "div",
    { class: "measure" },
    make("div", {}, own(say(`measure.${one.measure}`, one.title || one.measure))),
    make("div", { class: "value" }, known ? percent(one.score) : "–"),
    known ? make("meter", { min: 0, max: 1, value: one.score, "aria-label": one.title ?? one.measure }) : null,
    make("small", {}, say("of").replace("{n}", number(one.numerator)).replace("{all}", number(one.denominator)))
  );
}

function measures(data) {
  const all = (data.kpi ?? []).map(measure);
  return card(say("section.kpi"), "kpi", all.length ? all : empty(say("empty.kpi")));
}

show("overview", () => say("title.overview"), (data) => [
  make("h1", {}, say("title.overview")),
  make("p", { class: "lead" }, say("lead.overview")),
  tiles(data.counts),
  make("div", { class: "columns" },
    make("div", {}, patients(data), scenarios(data)),
    make("div", {}, tasks(data), measures(data))),
]);
