#include "cases/case_value.h"

#include <algorithm>

#include "json/pass_over.h"

namespace anjuan::cases {
namespace {

const std::string& text(const Value& v, std::string_view name) { return v.field(name).text_or_empty(); }
std::int64_t number(const Value& v, std::string_view name) {
  const Value& f = v.field(name);
  return f.is(Value::Kind::integer) ? f.integer() : 0;
}
bool flag(const Value& v, std::string_view name) {
  const Value& f = v.field(name);
  return f.is(Value::Kind::boolean) && f.boolean();
}
Day day(const Value& v, std::string_view name) {
  const Value& f = v.field(name);
  return f.is(Value::Kind::date) ? f.date() : Day{};
}
std::optional<Day> maybe_day(const Value& v, std::string_view name) {
  const Value& f = v.field(name);
  return f.is(Value::Kind::date) ? std::optional(f.date()) : std::nullopt;
}
Value of(const std::optional<Day>& d) { return d ? Value(*d) : Value(); }

template <class T, class F>
Value list_of(const std::vector<T>& items, F one) {
  List out;
  for (const T& item : items) out.push_back(one(item));
  return out;
}
template <class F>
auto read_list(const Value& v, std::string_view name, F one) {
  std::vector<decltype(one(v))> out;
  const Value& f = v.field(name);
  if (f.is(Value::Kind::list)) {
    for (const Value& item : f.list()) out.push_back(one(item));
  }
  return out;
}
Value texts(const std::vector<std::string>& items) {
  return list_of(items, [](const std::string& s) { return Value(s); });
}
std::vector<std::string> read_texts(const Value& v, std::string_view name) {
  return read_list(v, name, [](const Value& item) { return item.text_or_empty(); });
}

std::string_view name_of(Paper::State state) {
  return state == Paper::State::issued ? "issued" : state == Paper::State::superseded ? "superseded" : "voided";
}
Paper::State state_named(std::string_view name) {
  return name == "voided" ? Paper::State::voided : name == "superseded" ? Paper::State::superseded : Paper::State::issued;
}

Value paper_value(const Paper& p) {
  Fields out{{"id", p.id}, {"slot", p.slot}, {"template", p.template_id}, {"template_digest", p.template_digest},
                {"title", p.title}, {"number", p.number}, {"number_code", p.number_code}, {"number_year", p.number_year},
                {"number_n", p.number_n}, {"date", p.date}, {"to", p.to}, {"place", p.place}, {"mandatory", p.mandatory},
                {"seal", p.seal}, {"sign", p.sign}, {"serve", p.serve}, {"draft", p.draft}, {"state", name_of(p.state)},
                {"void_reason", p.void_reason}, {"print", p.print}, {"source", p.source}, {"pages", p.pages},
                {"receipt_of", p.receipt_of}, {"signed_on", of(p.signed_on)}, {"signed_by", p.signed_by}, {"scan", p.scan},
                {"scan_pages", p.scan_pages}, {"served_on", of(p.served_on)}, {"served_way", p.served_way},
                {"received_by", p.received_by}, {"served_place", p.served_place}, {"servers", p.servers}};
  if (p.signatures > 0) out.emplace("signatures", Value(p.signatures));
  return out;
}

Paper paper_from(const Value& v) {
  Paper p;
  p.id = text(v, "id");
  p.slot = text(v, "slot");
  p.template_id = text(v, "template");
  p.template_digest = text(v, "template_digest");
  p.title = text(v, "title");
  p.number = text(v, "number");
  p.number_code = text(v, "number_code");
  p.number_year = static_cast<int>(number(v, "number_year"));
  p.number_n = number(v, "number_n");
  p.date = day(v, "date");
  p.to = text(v, "to");
  p.place = text(v, "place");
  p.mandatory = flag(v, "mandatory");
  p.seal = flag(v, "seal");
  p.sign = flag(v, "sign");
  p.serve = flag(v, "serve");
  p.draft = flag(v, "draft");
  p.state = state_named(text(v, "state"));
  p.void_reason = text(v, "void_reason");
  p.print = text(v, "print");
  p.source = text(v, "source");
  p.pages = static_cast<int>(number(v, "pages"));
  p.receipt_of = text(v, "receipt_of");
  p.signed_on = maybe_day(v, "signed_on");
  p.signed_by = text(v, "signed_by");
  p.scan = text(v, "scan");
  p.scan_pages = static_cast<int>(number(v, "scan_pages"));
  p.signatures = static_cast<int>(number(v, "signatures"));
  p.served_on = maybe_day(v, "served_on");
  p.served_way = text(v, "served_way");
  p.received_by = text(v, "received_by");
  p.served_place = text(v, "served_place");
  p.servers = text(v, "servers");
  return p;
}

Value sheet_value(const SheetIssue& s) {
  return Fields{{"serial", s.serial}, {"slot", s.slot}, {"form", s.form_id}, {"form_digest", s.form_digest}, {"place", s.place},
                {"date", s.date}, {"blank", s.blank}, {"filled", s.filled}};
}
SheetIssue sheet_from(const Value& v) {
  return {text(v, "serial"), text(v, "slot"), text(v, "form"), text(v, "form_digest"), text(v, "place"),
          day(v, "date"), text(v, "blank"), text(v, "filled")};
}

Value act_value(const ActNote& a) {
  return Fields{{"n", a.journal_n}, {"event", a.event}, {"roles", texts(a.roles)}, {"signatory", a.signatory.text()}, {"on", a.on}};
}
ActNote act_from(const Value& v) {
  return {number(v, "n"), text(v, "event"), read_texts(v, "roles"), PersonId(text(v, "signatory")), day(v, "on")};
}

Value entered_value(const EnteredValue& e) {
  return Fields{{"of", e.of}, {"value", e.value}, {"entered_by", e.entered_by}, {"confirmed_by", e.confirmed_by}, {"entrant", e.entrant}};
}
EnteredValue entered_from(const Value& v) {
  return {text(v, "of"), text(v, "value"), text(v, "entered_by"), text(v, "confirmed_by"), text(v, "entrant")};
}

Value draw_value(const DrawRecord& d) {
  Fields out{{"id", d.id}, {"list", d.list}, {"seed", d.seed}, {"events", d.events}, {"result", d.result}, {"commit", d.commit},
                {"rolls", texts(d.rolls)}, {"frozen_on", of(d.frozen_on)}, {"opened_on", of(d.opened_on)},
                {"annulled", d.annulled}, {"annulment", d.annulment}, {"facts", d.facts}};
  if (!d.lots.empty()) out.emplace("lots", Value(d.lots));
  if (!d.values.empty()) out.emplace("values", list_of(d.values, entered_value));
  if (!d.keepers.empty()) out.emplace("keepers", texts(d.keepers));
  if (!d.void_text.empty()) out.emplace("void", Value(d.void_text));
  return out;
}
DrawRecord draw_from(const Value& v) {
  DrawRecord d;
  d.id = text(v, "id");
  d.list = text(v, "list");
  d.seed = text(v, "seed");
  d.events = text(v, "events");
  d.result = text(v, "result");
  d.lots = text(v, "lots");
  d.values = read_list(v, "values", entered_from);
  d.keepers = read_texts(v, "keepers");
  d.commit = text(v, "commit");
  d.rolls = read_texts(v, "rolls");
  d.frozen_on = maybe_day(v, "frozen_on");
  d.opened_on = maybe_day(v, "opened_on");
  d.annulled = flag(v, "annulled");
  d.annulment = text(v, "annulment");
  d.void_text = text(v, "void");
  d.facts = v.field("facts");
  return d;
}

Value batch_value(const PublishedBatch& b) {
  return Fields{{"batch", b.batch}, {"on", b.on}, {"files", list_of(b.files, [](const auto& f) {
                   return Value(Fields{{"name", f.first}, {"digest", f.second}});
                 })}};
}
PublishedBatch batch_from(const Value& v) {
  return {text(v, "batch"), day(v, "on"), read_list(v, "files", [](const Value& f) {
            return std::pair<std::string, std::string>(text(f, "name"), text(f, "digest"));
          })};
}

Value dossier_value(const BoundDossier& d) {
  return Fields{{"code", d.archival_code}, {"result", d.result}, {"on", d.on}, {"volumes", list_of(d.volumes, [](const BoundVolume& v) {
                   return Value(Fields{{"name", v.name}, {"file", v.file}, {"manifest", v.manifest}, {"pages", v.pages}, {"items", v.items}});
                 })}};
}
BoundDossier dossier_from(const Value& v) {
  return {text(v, "code"), text(v, "result"), read_list(v, "volumes", [](const Value& f) {
            return BoundVolume{text(f, "name"), text(f, "file"), text(f, "manifest"), static_cast<int>(number(f, "pages")),
                               static_cast<int>(number(f, "items"))};
          }), day(v, "on")};
}

std::vector<LimitRow> limit_rows(const Case& c) {
  std::vector<LimitRow> out;
  for (const auto& [id, limit] : c.standing.limits) {
    out.push_back({id, limit.label, c.unit, limit.deadline.started, limit.deadline.due, limit.deadline.provisional,
                   limit.limit.basis.instrument + limit.limit.basis.article});
  }
  return out;
}

std::vector<PaperRow> paper_rows(const Case& c) {
  std::vector<PaperRow> out;
  const auto add = [](std::vector<std::string>& files, const std::string& digest) {
    if (!digest.empty()) files.push_back(digest);
  };
  for (const Paper& p : c.papers) {
    PaperRow row{p.id, p.slot, p.title, p.number, std::string(name_of(p.state)), p.date, {}};
    add(row.files, p.print);
    add(row.files, p.source);
    add(row.files, p.scan);
    out.push_back(std::move(row));
  }
  for (const SheetIssue& s : c.sheets) {
    PaperRow row{s.serial, s.slot, s.form_id, "", s.filled.empty() ? "blank" : "filled", s.date, {}};
    add(row.files, s.blank);
    add(row.files, s.filled);
    out.push_back(std::move(row));
  }
  for (const PublishedBatch& b : c.batches) {
    PaperRow row{c.id.text() + "-" + b.batch, b.batch, b.batch, "", "published", b.on, {}};
    for (const auto& file : b.files) add(row.files, file.second);
    out.push_back(std::move(row));
  }
  if (c.dossier) {
    for (const BoundVolume& v : c.dossier->volumes) {
      out.push_back({v.name, v.name, c.dossier->archival_code, "", "bound", c.dossier->on, {v.file, v.manifest}});
    }
  }
  return out;
}

}  // namespace

const Paper* paper_in(const Case& c, const std::string& slot) {
  const auto found = std::find_if(c.papers.rbegin(), c.papers.rend(), [&](const Paper& p) {
    return p.slot == slot && p.state == Paper::State::issued;
  });
  return found == c.papers.rend() ? nullptr : &*found;
}

const DrawRecord* current_draw(const Case& c) {
  return c.draws.empty() || c.draws.back().annulled ? nullptr : &c.draws.back();
}

Value to_value(const Case& c) {
  Fields out{{"id", c.id.text()}, {"round", c.round.text()}, {"kind", c.kind}, {"sequence", c.sequence},
                {"definition", c.definition}, {"unit", c.unit}, {"target", c.target}, {"inspectors", c.inspectors},
                {"standing", procedure::to_value(c.standing)}, {"papers", list_of(c.papers, paper_value)},
                {"sheets", list_of(c.sheets, sheet_value)}, {"acts", list_of(c.acts, act_value)},
                {"draws", list_of(c.draws, draw_value)},
                {"children", list_of(c.children, [](const CaseId& id) { return Value(id.text()); })},
                {"batches", list_of(c.batches, batch_value)}, {"dossier", c.dossier ? dossier_value(*c.dossier) : Value()}};
  if (c.edition != 0) out.emplace("edition", c.edition);
  if (c.way_back) {
    out.emplace("way_back", Fields{{"edition", c.way_back->edition}, {"definition", c.way_back->definition},
                                   {"standing", procedure::to_value(c.way_back->standing)}});
  }
  return out;
}

Case case_from(const Value& v) {
  Case c;
  c.id = CaseId(text(v, "id"));
  c.round = CaseId(text(v, "round"));
  c.kind = text(v, "kind");
  c.sequence = number(v, "sequence");
  c.definition = text(v, "definition");
  c.edition = static_cast<int>(number(v, "edition"));
  c.unit = text(v, "unit");
  c.target = v.field("target");
  c.inspectors = v.field("inspectors");
  c.standing = procedure::standing_from(v.field("standing"));
  c.papers = read_list(v, "papers", paper_from);
  c.sheets = read_list(v, "sheets", sheet_from);
  c.acts = read_list(v, "acts", act_from);
  c.draws = read_list(v, "draws", draw_from);
  c.children = read_list(v, "children", [](const Value& item) { return CaseId(item.text_or_empty()); });
  c.batches = read_list(v, "batches", batch_from);
  if (!v.field("dossier").empty()) c.dossier = dossier_from(v.field("dossier"));
  if (const Value& back = v.field("way_back"); !back.empty()) {
    c.way_back = WayBack{static_cast<int>(number(back, "edition")), text(back, "definition"), procedure::standing_from(back.field("standing"))};
  }
  return c;
}

bool is_without_draws_and_scans(std::string_view body) {
  return json::pass_over(body, [](std::string_view name, std::string_view value) {
    return name == "draws" ? value.starts_with("[]") : name != "scan" || value.starts_with("\"\"");
  });
}

CaseRow to_row(const Case& c, std::string title, std::string label) {
  return {c.id, c.round, c.kind, std::move(title), std::move(label), c.standing.finished, c.version, to_value(c), limit_rows(c), paper_rows(c)};
}

}  // namespace anjuan::cases
