// The state-chart tests of others, run where they lie (../shared/scxml), as independent judges of
// the interpreter. A W3C test passes when the chart ends in its top-level final state `pass`; a
// SCION script gives the atomic states expected after each event. Charts that need a whole
// ECMAScript are listed as not supported, with the reason.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "json/json.h"
#include "procedure/definition.h"
#include "procedure/procedure.h"
#include "procedure/tree.h"

namespace anjuan::procedure {
namespace {

namespace fs = std::filesystem;

const fs::path shared = fs::path(ANJUAN_SOURCE_DIR).parent_path() / "shared" / "scxml";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Runs delayed events until nothing is left to come.
Result<Standing> settle(const DefinitionPtr& definition, Standing standing) {
  const Facts facts;
  for (int i = 0; i < 100; ++i) {
    ANJUAN_TRY(const auto next, next_delayed(definition, standing, facts));
    if (!next) break;
    standing = next->after;
  }
  return standing;
}

struct Verdict {
  std::string outcome;  ///< "pass", "fail", "not supported"
  std::string reason;
};

Verdict verdict_of(const Diagnostics& diagnostics) {
  return {"not supported",
          std::string(diagnostics[0].row->code) + " " + sentence(diagnostics[0], Language::english)};
}

/// Things of ECMAScript, of invoke and of other event processors that the language leaves out.
std::string needs_more(const std::string& xml) {
  static const std::vector<std::pair<std::string, std::string>> marks{{"<invoke", "invoke"},
                                                                      {"typeof ", "typeof"},
                                                                      {"function", "functions"},
                                                                      {"new ", "objects made by new"},
                                                                      {"++var", "increment"},
                                                                      {"getElementsByTagName", "DOM"},
                                                                      {"instanceof", "instanceof"},
                                                                      {"+=", "compound assignment"},
                                                                      {"*= ", "compound assignment"},
                                                                      {"Math.", "Math"},
                                                                      {"JSON.", "JSON"},
                                                                      {"src=", "other files"},
                                                                      {"var ", "var"},
                                                                      {"basichttp", "BasicHTTP"},
                                                                      {"BasicHTTP", "BasicHTTP"},
                                                                      {"Error(", "Error"},
                                                                      {" | Var", "bit operators"}};
  for (const auto& [mark, reason] : marks) {
    if (xml.find(mark) != std::string::npos) return reason;
  }
  return "";
}

Verdict run_w3c(const fs::path& file) {
  const std::string xml = read_file(file);
  const auto definition = load(xml, file.filename().string());
  if (!definition.ok()) return verdict_of(definition.diagnostics());
  const auto started = start(*definition, {}, Day{}, {});
  if (!started.ok()) return {"fail", sentence(started.diagnostics()[0], Language::english)};
  const auto settled = settle(*definition, started->after);
  if (!settled.ok()) return {"fail", sentence(settled.diagnostics()[0], Language::english)};
  if (settled->finished && settled->active == std::vector<std::string>{"pass"}) return {"pass", ""};
  const std::string more = needs_more(xml);
  if (!more.empty()) return {"not supported", more};
  std::string where;
  for (const std::string& id : settled->active) where += " " + id;
  return {"fail", "ended in" + where};
}

std::set<std::string> atomic_of(const Definition& definition, const Standing& standing) {
  std::set<std::string> atomic;
  for (const std::string& id : standing.active) {
    if (is_atomic(definition, *definition.find(id))) atomic.insert(id);
  }
  return atomic;
}

std::set<std::string> expected(const Value& list) {
  std::set<std::string> ids;
  for (const Value& id : list.list()) ids.insert(id.text());
  return ids;
}

std::string shown(const std::set<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : " ") + id;
  return text;
}

/// Delayed events are taken only when the script says that time passes.
Result<Standing> advance(const DefinitionPtr& definition, Standing standing, std::int64_t until) {
  while (!standing.delayed.empty() && standing.delayed.front().due_ms <= until) {
    ANJUAN_TRY(const auto next, next_delayed(definition, standing, Facts{}));
    if (!next) break;
    standing = next->after;
  }
  standing.clock_ms = until;
  return standing;
}

Verdict play(const DefinitionPtr& definition, const Value& script, const std::string& more) {
  const auto started = start(definition, {}, Day{}, {});
  if (!started.ok()) return {"fail", sentence(started.diagnostics()[0], Language::english)};
  Standing standing = started->after;
  const auto wrong = [&](const std::string& when, const Value& wanted) -> std::optional<Verdict> {
    if (atomic_of(*definition, standing) == expected(wanted)) return std::nullopt;
    if (!more.empty()) return Verdict{"not supported", more};
    return Verdict{"fail", when + ": " + shown(atomic_of(*definition, standing)) + " instead of " +
                               shown(expected(wanted))};
  };
  if (const auto verdict = wrong("at first", script.field("initialConfiguration"))) return *verdict;
  for (const Value& move : script.field("events").list()) {
    if (const Value& after = move.field("after"); after.is(Value::Kind::integer)) {
      auto advanced = advance(definition, standing, standing.clock_ms + after.integer());
      if (!advanced.ok()) return {"fail", sentence(advanced.diagnostics()[0], Language::english)};
      standing = std::move(advanced).value();
    }
    const std::string name = move.field("event").field("name").text();
    Fields values;
    if (move.field("event").field("data").is(Value::Kind::record))
      values = move.field("event").field("data").record();
    const auto stepped = step(definition, standing, {name, values, Day{}, ""}, Facts{});
    if (stepped.ok()) standing = stepped->after;  // what enables nothing leaves everything as it was
    if (const auto verdict = wrong("after " + name, move.field("nextConfiguration"))) return *verdict;
  }
  return {"pass", ""};
}

Verdict run_scion(const fs::path& file) {
  const std::string xml = read_file(file);
  const auto definition = load(xml, file.filename().string());
  if (!definition.ok()) return verdict_of(definition.diagnostics());
  fs::path json = file;
  const auto script = json::read(read_file(json.replace_extension(".json")), {});
  if (!script.ok()) return verdict_of(script.diagnostics());
  Verdict verdict = play(*definition, *script, needs_more(xml));
  // Where SCION leaves the Recommendation, its script also says what the Recommendation asks.
  const Value& strict = script->field("legacySemantics");
  if (verdict.outcome == "fail" && !strict.empty() && play(*definition, strict, "").outcome == "pass") {
    return {"as the Recommendation",
            "SCION lets a parallel be the domain of a transition, the Recommendation does not"};
  }
  return verdict;
}

struct Tally {
  std::map<std::string, std::set<std::string>> by_outcome;
  std::string text;
};

template <class Run>
Tally run_all(const std::vector<fs::path>& files, const fs::path& folder, const Run& run) {
  Tally tally;
  for (const fs::path& file : files) {
    const std::string name = fs::relative(file, folder).replace_extension().string();
    const Verdict verdict = run(file);
    tally.by_outcome[verdict.outcome].insert(name);
    if (verdict.outcome != "pass")
      tally.text += "  " + verdict.outcome + ": " + name + " (" + verdict.reason + ")\n";
  }
  std::cout << folder.filename().string() << ": " << tally.by_outcome["pass"].size() << " pass, "
            << tally.by_outcome["fail"].size() << " fail, " << tally.by_outcome["not supported"].size()
            << " not supported\n"
            << tally.text;
  return tally;
}

TEST(Conformance, PassesTheW3cTestsWithinTheLanguage) {
  if (!fs::exists(shared)) {
    std::cout << "skipped: ../shared is not here\n";
    GTEST_SKIP() << "../shared is not here";
  }
  std::vector<fs::path> files = files_in(shared / "w3c", ".scxml");
  std::erase_if(files,
                [](const fs::path& f) { return f.filename().string().find("sub") != std::string::npos; });
  Tally tally = run_all(files, shared / "w3c", run_w3c);
  for (const char* name :
       {"test144", "test148", "test149", "test355", "test364", "test372", "test387", "test403a", "test403b",
        "test403c", "test404", "test405", "test406", "test407", "test417", "test419", "test423", "test505"}) {
    EXPECT_TRUE(tally.by_outcome["pass"].count(name)) << name;
  }
  EXPECT_EQ(tally.by_outcome["fail"], std::set<std::string>{});
}

TEST(Conformance, PlaysTheScionScripts) {
  if (!fs::exists(shared)) {
    std::cout << "skipped: ../shared is not here\n";
    GTEST_SKIP() << "../shared is not here";
  }
  Tally tally = run_all(files_in(shared / "scion", ".scxml"), shared / "scion", run_scion);
  EXPECT_EQ(tally.by_outcome["fail"], std::set<std::string>{});
}

}  // namespace
}  // namespace anjuan::procedure
