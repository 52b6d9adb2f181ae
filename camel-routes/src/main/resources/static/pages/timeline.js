import {
  card, chip, day, empty, fhirLink, language, languageName, link, make, own, parameter, say, sayCode, show, statusChip, time,
} from "./page.js";

const patient = parameter("patient") ?? "";
const RESULTS = { done: "good", planned: "plan" };
const KINDS = { complaint: "alert", held: "watch", planned: "plan", sent: "good" };

function person(data) {
  const one = data.patient ?? {};
  return make(
    "div",
    { class: "person" },
    one.birthDate ? make("span", {}, say("born"), " ", day(one.birthDate)) : null,
    one.gender ? make("span", {}, sayCode("gender", one.gender)) : null,
    one.language ? make("span", {}, languageName(one.language)) : null,
    source(`Patient/${one.id}`, data.fhirBase)
  );
}

function source(reference, base) {
  const address = fhirLink(reference, base);
  return address ? make("a", { href: address, class: "source", dir: "ltr" }, reference) : null;
}

function why(entry) {
  if (!entry.reason && !entry.reasonText) return null;
  const known = sayCode("reason", entry.reason);
  const text = known && known !== entry.reason ? known : entry.reasonText || known;
  return make("p", { class: "why" }, make("strong", {}, say("because"), " "), own(text));
}

function heading(entry) {
  const scenario = entry.scenarioTitle ?? entry.scenario;
  return [
    make("h3", {}, own(entry.title || entry.step || sayCode("kind", entry.kind))),
    scenario ? make("p", { class: "scenario" }, own(scenario)) : null,
  ];
}

// One chip says it all, except where the kind of thing and its state are two facts.
function chips(one) {
  const kind = chip(sayCode("kind", one.kind), KINDS[one.kind] ?? "");
  if (["withdrawn", "held"].includes(one.kind)) return kind;
  if (["sent", "planned"].includes(one.kind)) return statusChip(one.status) ?? kind;
  return [kind, statusChip(one.status)];
}

function entry(one, data) {
  return make(
    "li",
    { class: one.kind, "data-kind": one.kind },
    make(
      "div",
      { class: "when" },
      time(one.at, data.clinic?.zone),
      chips(one),
      one.channel ? make("span", {}, sayCode("channel", one.channel)) : null
    ),
    heading(one),
    why(one),
    one.text ? make("blockquote", { dir: "auto", lang: data.patient?.language ?? null }, one.text) : null,
    source(one.reference, data.fhirBase)
  );
}

function nowMark(data) {
  return make("li", { class: "now" }, say("now"), " ", time(data.now, data.clinic?.zone));
}

function timeline(data) {
  const all = [...(data.entries ?? [])].sort((a, b) => new Date(a.at) - new Date(b.at));
  if (!all.length) return card(say("section.timeline"), "timeline", empty(say("empty.timeline")));
  const now = new Date(data.now);
  const past = all.filter((one) => new Date(one.at) <= now);
  const ahead = all.filter((one) => new Date(one.at) > now);
  const items = [...past.map((one) => entry(one, data)), nowMark(data), ...ahead.map((one) => entry(one, data))];
  return card(say("section.timeline"), "timeline", make("ol", { class: "timeline" }, items));
}

// Details are technical and in English; elsewhere only those that say why not are worth reading.
const detail = (rule, yes) => (language === "en" || !yes ? rule.detail : null);

const versioned = (input) => (input.version ? `${input.reference}/_history/${input.version}` : input.reference);

const said = (rule) => !["no", "false", "refused"].includes(String(rule.result));

function rule(one, base) {
  const yes = said(one);
  const reason = one.reason ? sayCode("reason", one.reason) : detail(one, yes);
  const inputs = (one.inputs ?? []).map((input) => {
    const name = input.version ? `${input.reference} v${input.version}` : input.reference;
    const address = fhirLink(versioned(input), base);
    return make("span", { dir: "ltr" }, address ? make("a", { href: address }, name) : name);
  });
  return make(
    "li",
    {},
    make("span", { class: yes ? "yes" : "no", role: "img", "aria-label": say(yes ? "yes" : "no") }, yes ? "✓" : "✕"),
    make(
      "div",
      {},
      own(sayCode("rule", one.rule)),
      reason ? make("small", {}, own(reason)) : null,
      one.flip ? make("small", { class: "flip" }, own(one.flip)) : null,
      inputs.length ? make("small", {}, say("inputs"), " ", inputs.flatMap((one, i) => (i ? [", ", one] : [one]))) : null
    )
  );
}

function explanation(one, { fhirBase: base, clinic }) {
  const rules = one.rules ?? [];
  const result = one.result ?? (rules.every(said) ? "planned" : "not-planned");
  const name = one.step ? `${one.scenarioTitle ?? one.scenario} · ${one.stepTitle ?? one.step}` : one.scenarioTitle ?? one.scenario;
  return make(
    "details",
    { "data-key": `${one.scenario}/${one.step ?? ""}` },
    make("summary", {}, own(name), chip(say(`explain.${result}`), RESULTS[result] ?? "")),
    one.decidedAt ? make("p", { class: "decided" }, say("decided"), " ", time(one.decidedAt, clinic?.zone)) : null,
    make("ul", { class: "rules" }, rules.map((each) => rule(each, base)))
  );
}

function explain(data) {
  const all = (data.explain ?? []).map((one) => explanation(one, data));
  return card(say("section.explain"), "explain", all.length ? all : empty(say("empty.explain")));
}

const name = (data) => data?.patient?.name || data?.patient?.id || say("title.timeline");

show(`overview/patients/${encodeURIComponent(patient)}/timeline`, name, (data) => [
  make("a", { href: link("index.html") }, say("back")),
  make("h1", {}, own(name(data))),
  person(data),
  make("div", { class: "columns" }, make("div", {}, timeline(data)), make("div", {}, explain(data))),
]);
