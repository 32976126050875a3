#include "conformance/play.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "base/text.h"
#include "expression/messages.h"
#include "json/json.h"
#include "procedure/definition.h"
#include "procedure/session.h"

namespace anjuan::conformance {

namespace {

namespace fs = std::filesystem;
using procedure::Moved;
using procedure::Session;
using Outcome = Verdict::Outcome;

/// A failure, unless the chart needs what is not offered (a full ECMAScript engine, an event processor
/// besides SCXML's own): then that is the reason.
class Judge {
 public:
  void look_at(const procedure::Definition& definition) {
    procedure::for_every_action(definition, [&](const procedure::Action& action) {
      const auto* send = std::get_if<procedure::Send>(&action.what);
      if (send == nullptr || !construct_.empty() || send->type.source.find("EventProcessor") == std::string::npos) return;
      if (send->type.source.find("SCXMLEventProcessor") == std::string::npos)
        construct_ = "it sends through an event processor that is not offered: " + send->type.source;
    });
  }
  void note(const Diagnostics& errors) {
    for (const Diagnostic& error : errors) {
      if (error.row == &expression::construct_not_supported && construct_.empty())
        construct_ = sentence(error, Language::english);
    }
  }
  Verdict failure(std::string reason) const {
    if (!construct_.empty()) return {Outcome::unsupported, construct_};
    return {Outcome::fail, std::move(reason)};
  }
  Verdict failure(const Diagnostics& refused) {
    note(refused);
    const auto first = std::find_if(refused.begin(), refused.end(),
                                    [](const Diagnostic& d) { return d.row->severity != Severity::warning; });
    const Diagnostic& told = first == refused.end() ? refused.front() : *first;
    return failure(std::string(told.row->code) + " line " + std::to_string(told.place.line) + ": " +
                   sentence(told, Language::english));
  }

 private:
  std::string construct_;
};

/// A chart of the W3C's that has a state `pass` and no way to it is made to be refused (their test 301).
bool wants_refusal(const Chart& chart) {
  const auto has = [&](std::string_view text) { return chart.xml.find(text) != std::string::npos; };
  return has("id=\"pass\"") && has("id=\"fail\"") && !has("target=\"pass\"") && !has("initial=\"pass\"");
}

/// A chart under way, with its clock.
class Play {
 public:
  /// Nothing if it went on; the verdict if it cannot.
  std::optional<Verdict> begin(const Chart& chart) {
    const auto definition = procedure::load(chart.xml, chart.name, chart.with);
    if (!definition.ok()) return wants_refusal(chart) ? Verdict{} : judge.failure(definition.diagnostics());
    judge.look_at(**definition);
    session = procedure::new_session(*definition);
    return went(procedure::start(session, {}, Day{}, {}));
  }

  /// Takes the delayed events due up to the time, then sets the clock.
  std::optional<Verdict> advance_to(std::int64_t time) {
    for (auto due = procedure::next_due(session); due && *due <= time; due = procedure::next_due(session)) {
      if (++delayed_events_ > max_delayed_events)
        return judge.failure("still running after " + std::to_string(max_delayed_events) + " delayed events");
      auto moved = procedure::next_delayed(session, {});
      if (!moved.ok()) return judge.failure(moved.diagnostics());
      if (*moved) judge.note((*moved)->errors);
    }
    session.clock_ms = std::max(session.clock_ms, time);
    return std::nullopt;
  }

  std::optional<Verdict> went(const Result<Moved>& moved) {
    if (!moved.ok()) return judge.failure(moved.diagnostics());
    judge.note(moved->errors);
    return std::nullopt;
  }

  std::set<std::string> atomic_states() const {
    std::set<std::string> ids;
    procedure::StateSet atomic = session.configuration;
    atomic &= session.definition->atomic;
    for (procedure::StateIndex s : atomic) ids.insert(session.definition->states[s].id);
    return ids;
  }

  Session session;
  Judge judge;

 private:
  int delayed_events_ = 0;
};

std::string shown(const std::set<std::string>& ids) {
  return "[" + join(std::vector<std::string>(ids.begin(), ids.end()), " ") + "]";
}

/// Where the script and the chart part; nothing if they do not.
class Script {
 public:
  explicit Script(const Chart& chart) : chart_(chart) {}

  Verdict play(const Value& script) {
    if (const auto broken = play_.begin(chart_)) return *broken;
    if (const auto parted = compare("at first", script.field("initialConfiguration"))) return *parted;
    if (!script.field("events").is(Value::Kind::list)) return {};
    for (const Value& move : script.field("events").list()) {
      if (const auto parted = take(move)) return *parted;
    }
    return {};
  }

 private:
  const Chart& chart_;
  Play play_;

  std::optional<Verdict> take(const Value& move) {
    if (const Value& after = move.field("after"); after.is(Value::Kind::integer)) {
      if (const auto broken = play_.advance_to(play_.session.clock_ms + after.integer())) return broken;
    }
    const Value& event = move.field("event");
    const std::string& name = event.field("name").text_or_empty();
    const Value& data = event.field("data");
    const Fields values = data.is(Value::Kind::record) ? data.record() : Fields{};
    // What enables nothing is refused and leaves everything as it was.
    const auto moved = procedure::step(play_.session, {name, values, Day{}, ""}, {});
    if (moved.ok()) {
      play_.judge.note(moved->errors);
    } else {
      play_.judge.note(moved.diagnostics());
    }
    return compare("after " + name, move.field("nextConfiguration"));
  }

  std::optional<Verdict> compare(const std::string& when, const Value& wanted) {
    std::set<std::string> expected;
    if (wanted.is(Value::Kind::list)) {
      for (const Value& id : wanted.list()) expected.insert(id.text_or_empty());
    }
    const auto found = play_.atomic_states();
    if (found == expected) return std::nullopt;
    return play_.judge.failure(when + " " + shown(found) + " instead of " + shown(expected));
  }
};

}  // namespace

std::string read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

const char* word_for(Verdict::Outcome outcome) {
  switch (outcome) {
    case Outcome::pass:
      return "pass";
    case Outcome::fail:
      return "fail";
    case Outcome::unsupported:
      break;
  }
  return "unsupported";
}

Chart read_chart(const fs::path& path) {
  Chart chart{read_bytes(path), path.filename().string(), {}};
  chart.with.data_model = "ecmascript";
  std::vector<std::string> unread;
  std::error_code failed;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.is_regular_file(failed) && entry.path().filename() != path.filename())
      unread.push_back(entry.path().filename().string());
  }
  std::sort(unread.begin(), unread.end());
  for (std::vector<std::string> texts{chart.xml}; !texts.empty();) {
    const std::string text = std::move(texts.back());
    texts.pop_back();
    std::erase_if(unread, [&](const std::string& name) {
      if (text.find(name) == std::string::npos) return false;
      texts.push_back(chart.with.files[name] = read_bytes(folder / name));
      return true;
    });
  }
  return chart;
}

Verdict run_chart(const Chart& chart) {
  Play play;
  if (const auto broken = play.begin(chart)) return *broken;
  while (const auto due = procedure::next_due(play.session)) {
    if (const auto broken = play.advance_to(*due)) return *broken;
  }
  const std::set<std::string> ended = play.atomic_states();
  if (play.session.finished && ended == std::set<std::string>{"pass"}) return {};
  // A chart that ends elsewhere gives no verdict of its own: a person reads its log, or another has invoked it.
  if (play.session.finished && ended != std::set<std::string>{"fail"}) {
    return {Outcome::unsupported, "it gives no verdict of its own: it ended in " + shown(ended)};
  }
  return play.judge.failure((play.session.finished ? "ended in " : "waits in ") +
                            shown(play.atomic_states()));
}

Verdict play_script(const Chart& chart, std::string_view text) {
  const auto script = json::read(text, {});
  if (!script.ok()) return Judge().failure(script.diagnostics());
  const Verdict verdict = Script(chart).play(*script);
  const Value& other = script->field("legacySemantics");
  if (verdict.outcome == Outcome::pass || other.empty()) return verdict;
  const Verdict second = Script(chart).play(other);
  return second.outcome == Outcome::pass ? second : verdict;
}

std::string Tally::add(const std::string& name, const Verdict& verdict) {
  ++(verdict.outcome == Outcome::pass ? passed_ : verdict.outcome == Outcome::fail ? failed_ : unsupported_);
  const std::string line = std::string(word_for(verdict.outcome)) + " " + name;
  return verdict.reason.empty() ? line + "\n" : line + " " + collapse_space(verdict.reason) + "\n";
}

std::string Tally::counts() const {
  return std::to_string(passed_) + " passed, " + std::to_string(failed_) + " failed, " +
         std::to_string(unsupported_) + " unsupported\n";
}

}  // namespace anjuan::conformance
