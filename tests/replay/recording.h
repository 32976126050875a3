#pragma once
// An office as text: its journal with everything that a replay needs, and the standings it must lead to.
// One JSON value a line: {"file"…}, {"register"…}, {"entry"…}, {"standing"…}, {"case"…}.

#include <map>
#include <string>
#include <vector>

#include "handling/replay.h"
#include "support/fake_office.h"

namespace anjuan::replaying {

using support::well;

/// The standing of a case after an entry, by its digest.
struct Expected {
  std::int64_t after = 0;
  std::string id, digest;
};

/// What was recorded, as an office to read from.
class RecordedOffice : public cases::Reading {
 public:
  explicit RecordedOffice(const std::string& text) {
    for (const std::string& line : split(text, '\n')) {
      if (!line.empty()) take(well(json::read(line, Place{"recording"})));
    }
  }

  std::vector<Expected> standings;

  Result<cases::CaseRow> load_case(const CaseId& id) override { return cases_.at(id.text()); }
  Result<std::vector<cases::CaseRow>> list_cases(bool) override {
    std::vector<cases::CaseRow> rows;
    for (const auto& [id, row] : cases_) rows.push_back(row);
    return rows;
  }
  Result<bool> has_case(const CaseId& id) override { return cases_.contains(id.text()); }
  Result<std::vector<cases::CaseRow>> select_cases(const cases::Selection& which) override {
    std::vector<cases::CaseRow> rows;
    for (const auto& [id, row] : cases_) {
      if (!which.after || CaseId(id) > *which.after) rows.push_back(row);
    }
    return rows;
  }
  Result<cases::CaseCount> count_cases() override { return cases::CaseCount{}; }
  Result<std::vector<journal::Entry>> read_journal_about(const CaseId&) override { return journal_; }
  Result<std::optional<cases::RegisterRow>> load_register(const std::string& name, std::int64_t version) override {
    std::optional<cases::RegisterRow> found;
    for (const cases::RegisterRow& row : registers_) {
      if (row.name == name && (version == 0 || row.version == version)) found = row;
    }
    return found;
  }
  Result<std::vector<cases::RegisterRow>> list_registers() override { return registers_; }
  Result<std::string> read_file(const std::string& digest) override { return files_.at(digest); }
  Result<std::vector<journal::Entry>> read_journal() override { return journal_; }
  Result<std::vector<journal::Entry>> read_entries(std::int64_t from, std::int64_t at_most) override {
    std::vector<journal::Entry> entries;
    for (const journal::Entry& entry : journal_) {
      if (entry.n >= from && entry.n < from + at_most) entries.push_back(entry);
    }
    return entries;
  }
  Result<journal::Head> journal_head() override { return journal_.empty() ? journal::Head{} : journal::Head{journal_.back().n, journal_.back().digest}; }
  Result<Value> setting(const std::string&) override { return Value(); }

 private:
  std::map<std::string, cases::CaseRow> cases_;
  std::vector<cases::RegisterRow> registers_;
  std::map<std::string, std::string> files_;
  std::vector<journal::Entry> journal_;

  static std::string bytes_of(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
  }

  void take(const Value& v) {
    if (!v.field("file").empty()) {
      files_[v.field("file").text()] = v.field("hex").empty() ? v.field("text").text() : bytes_of(v.field("hex").text());
    } else if (!v.field("register").empty()) {
      registers_.push_back({v.field("register").text(), v.field("version").integer(), v.field("reason").text(), v.field("on").date(), false, v.field("body")});
    } else if (!v.field("entry").empty()) {
      journal_.push_back({v.field("entry").integer(), v.field("previous").text(), v.field("text").text(), v.field("digest").text()});
    } else if (!v.field("standing").empty()) {
      standings.push_back({v.field("after").integer(), v.field("standing").text(), v.field("digest").text()});
    } else {
      cases::CaseRow row;
      row.id = CaseId(v.field("case").text());
      row.version = v.field("version").integer();
      row.body = v.field("body");
      cases_[row.id.text()] = std::move(row);
    }
  }
};

inline std::string standing_digest(const cases::CaseRow& row) { return sha256(json::write(row.body.field("standing"))); }

/// Standings that an entry has changed, in the order of the cases.
class StandingWatch {
 public:
  std::vector<Expected> changed(cases::Reading& reading, std::int64_t after) {
    std::vector<Expected> out;
    for (const cases::CaseRow& row : well(reading.list_cases(true))) {
      std::string digest = standing_digest(row);
      if (known_[row.id.text()] == digest) continue;
      known_[row.id.text()] = digest;
      out.push_back({after, row.id.text(), std::move(digest)});
    }
    return out;
  }

 private:
  std::map<std::string, std::string> known_;
};

/// An empty office in a folder of its own, to play a journal in.
struct Scratch {
  support::TemporaryFolder folder;
  std::unique_ptr<cases::CaseStore> store;
  Scratch() {
    const std::string path = folder.path() + "/fresh";
    well(store::create_office_store(path, Value(Fields{})));
    store = well(store::open_office_store(path));
  }
  handling::Replayed play(cases::Reading& original, const std::function<void(std::int64_t)>& after) {
    const auto progress = [&](std::size_t done, std::size_t) { after(static_cast<std::int64_t>(done)); };
    return well(handling::replay({original, *store, *support::shipped().fonts, folder.path() + "/fresh/files/tmp", progress}));
  }
};

inline std::string hex_of(const std::string& bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char c : bytes) out += digits[c >> 4], out += digits[c & 15];
  return out;
}

/// The office as text.
inline std::string record(cases::Reading& office) {
  std::string out;
  const auto line = [&](Fields fields) { out += json::write(Value(std::move(fields))) + "\n"; };
  std::set<std::string> wanted;
  const auto journal = well(office.read_journal());
  for (const journal::Entry& entry : journal) {
    const Value act = well(json::read(entry.text, Place{}));
    const Value& definitions = act.field("definitions");
    if (definitions.is(Value::Kind::list)) {
      for (const Value& file : definitions.list()) wanted.insert(file.field("digest").text());
    }
    for (const char* name : {"sheet", "scan"}) {
      if (const std::string& digest = act.field(name).text_or_empty(); !digest.empty()) wanted.insert(digest);
    }
  }
  for (const std::string& digest : wanted) {
    const std::string bytes = well(office.read_file(digest));
    if (!find_invalid_utf8(bytes)) line({{"file", digest}, {"text", bytes}});
    else line({{"file", digest}, {"hex", hex_of(bytes)}});
  }
  for (const cases::RegisterRow& known : well(office.list_registers())) {
    const auto row = well(office.load_register(known.name, known.version));
    line({{"register", row->name}, {"version", row->version}, {"reason", row->reason}, {"on", row->on}, {"body", row->body}});
  }
  for (const journal::Entry& e : journal) line({{"entry", e.n}, {"previous", e.previous}, {"text", e.text}, {"digest", e.digest}});
  StandingWatch watch;
  Scratch scratch;
  scratch.play(office, [&](std::int64_t n) {
    for (const Expected& e : watch.changed(*well(scratch.store->read()), n)) line({{"standing", e.id}, {"after", e.after}, {"digest", e.digest}});
  });
  for (const cases::CaseRow& row : well(office.list_cases(true))) line({{"case", row.id.text()}, {"version", row.version}, {"body", row.body}});
  return out;
}

}  // namespace anjuan::replaying
