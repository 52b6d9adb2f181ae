// What both pages share: language, elements, dates, fetching. Text from the server only ever becomes
// text nodes, so that nothing a record says is read as markup.
import ko from "../words/ko.js";
import ja from "../words/ja.js";
import fa from "../words/fa.js";
import en from "../words/en.js";

const WORDS = { ko, ja, fa, en };
const LOCALES = { ko: "ko-KR", ja: "ja-JP", fa: "fa-IR-u-ca-persian-nu-arabext", en: "en-GB" };
const REFRESH_EVERY = 5000;

const query = new URLSearchParams(location.search);
export const language = chooseLanguage();
const words = WORDS[language];

document.documentElement.lang = language;
document.documentElement.dir = language === "fa" ? "rtl" : "ltr";

function chooseLanguage() {
  const wished = [query.get("lang"), ...(navigator.languages ?? [])];
  for (const wish of wished) {
    const base = (wish ?? "").toLowerCase().split(/[-_]/)[0];
    const known = base === "prs" ? "fa" : base;
    if (Object.hasOwn(WORDS, known)) return known;
  }
  return "en";
}

export const parameter = (name) => query.get(name);

/** The word for a key such as "status.delivered"; the fallback where a code is not known. */
export function say(key, fallback = key) {
  return Object.hasOwn(words, key) ? words[key] : fallback;
}

/** The word for a code; an unknown code is shown as it is. */
export const sayCode = (group, code) => (code ? say(`${group}.${code}`, code) : "");

/** An element with attributes and children; strings become text, null is left out. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** Text of a record, kept in its own direction. */
export const own = (text) => make("bdi", {}, text ?? "");

export const chip = (text, kind = "") => make("span", { class: `chip ${kind}`.trim() }, text);

export function number(value) {
  return new Intl.NumberFormat(LOCALES[language]).format(value ?? 0);
}

export function percent(value) {
  const format = { style: "percent", maximumFractionDigits: 1 };
  return new Intl.NumberFormat(LOCALES[language], format).format(value);
}

const DAY = { year: "numeric", month: "short", day: "numeric", weekday: "short" };
const TIME = { hour: "numeric", minute: "2-digit" };

/** A moment in the clinic's zone. */
export function moment(instant, zone) {
  return written(instant, { ...DAY, ...TIME, timeZone: zone || undefined });
}

/** A birth date or another day without time; as given where it is only a month or a year. */
export function day(date) {
  return /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? written(`${date}T00:00:00Z`, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" })
    : date;
}

function written(instant, format) {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant ?? "");
  const writer = new Intl.DateTimeFormat(LOCALES[language], format);
  return language === "fa" ? persian(writer.formatToParts(date)) : writer.format(date);
}

// The parts that browsers know are right, the order in which they put them is not Persian.
function persian(parts) {
  const part = (type) => parts.find((one) => one.type === type)?.value;
  const date = ["weekday", "day", "month", "year"].map(part).filter(Boolean).join(" ");
  return part("hour") ? `${date}، ${part("hour")}:${part("minute")}` : date;
}

export function time(instant, zone) {
  return make("time", { datetime: instant }, moment(instant, zone));
}

export function languageName(code) {
  if (!code) return "";
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** An address inside these pages that keeps the chosen language. */
export function link(page, parameters = {}) {
  const chosen = query.has("lang") ? { lang: language } : {};
  const search = new URLSearchParams({ ...parameters, ...chosen }).toString();
  return search ? `${page}?${search}` : page;
}

/** Where a FHIR reference such as Patient/1 can be read; null for anything that is none. */
export function fhirLink(reference, base) {
  const known = /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}(\/_history\/[A-Za-z0-9.-]+)?$/.test(reference ?? "");
  return known ? `${base || "fhir"}/${reference}` : null;
}

export function card(title, id, ...content) {
  return make("section", { class: "card", "aria-labelledby": id }, make("h2", { id }, title), content);
}

export const empty = (text) => make("p", { class: "empty" }, text);

const GOOD = ["delivered", "read", "replied", "completed", "resolved", "closed"];
const BAD = ["failed-temporary", "failed-permanent"];
const UNSURE = ["unknown", "held", "on-hold"];
const AHEAD = ["planned", "active", "claimed", "submitted", "accepted"];

export function statusChip(status) {
  if (!status) return null;
  const kind = GOOD.includes(status)
    ? "good"
    : BAD.includes(status) ? "alert" : UNSURE.includes(status) ? "watch" : AHEAD.includes(status) ? "plan" : "";
  return chip(sayCode("status", status), kind);
}

function bar(data) {
  const clinic = data?.clinic;
  return make(
    "header",
    { class: "bar" },
    make(
      "div",
      {},
      make(
        "a",
        { class: "brand", href: link("index.html") },
        make("img", { src: "icon.svg", alt: "" }),
        make("span", {}, say("brand"), " ", make("small", {}, own(clinic?.name)))
      ),
      make(
        "div",
        { class: "facts" },
        clinic?.mode ? chip(sayCode("mode", clinic.mode), clinic.mode === "live" ? "good" : "watch") : null,
        data?.now ? make("span", {}, say("now"), " ", time(data.now, clinic?.zone)) : null
      ),
      languages()
    )
  );
}

function languages() {
  const names = { ko: "한국어", ja: "日本語", fa: "فارسی", en: "English" };
  const links = Object.entries(names).map(([code, name]) => {
    const other = new URLSearchParams(query);
    other.set("lang", code);
    const current = code === language ? "true" : null;
    return make("a", { href: `?${other}`, lang: code, hreflang: code, "aria-current": current }, name);
  });
  return make("nav", { class: "languages", "aria-label": say("languages") }, links);
}

function notice(problem, retry) {
  const again = make("button", { type: "button" }, say("retry"));
  again.addEventListener("click", retry);
  return make("div", { class: "notice", role: "alert" }, make("span", {}, problem), again);
}

function problemOf(error) {
  return error.status === 404 ? say("problem.none") : say("problem.unreachable");
}

/** Shows the data of an address, and shows it again when it has changed. */
export function show(address, title, content) {
  const page = document.getElementById("page");
  let shown = null;

  function draw(data, ...parts) {
    const skip = make("a", { class: "skip", href: "#main" }, say("skip"));
    page.replaceChildren(skip, bar(data), make("main", { id: "main", tabindex: "-1" }, parts));
    document.title = `${title(data)} · ${say("brand")}`;
  }

  async function load() {
    try {
      const response = await fetch(`${address}?lang=${language}`, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (!response.ok) throw Object.assign(new Error(address), { status: response.status });
      const text = await response.text();
      if (text === shown) return;
      const opened = [...page.querySelectorAll("details[open]")].map((one) => one.dataset.key);
      const data = JSON.parse(text);
      draw(data, content(data));
      page.querySelectorAll("details").forEach((one) => {
        if (opened.includes(one.dataset.key)) one.open = true;
      });
      shown = text;
    } catch (error) {
      shown = null;
      draw(null, notice(problemOf(error), load));
    }
  }

  draw(null, make("p", { class: "loading", role: "status" }, say("loading")));
  load();
  setInterval(() => document.visibilityState === "visible" && load(), REFRESH_EVERY);
}
