#include "publication/draw_files.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "publication/messages.h"
#include "publication/sensitive.h"

namespace anjuan::publication {
namespace {

/// Lines that hold words: where their name and their note or reason stand. 0: none.
struct WordyLine {
  std::string_view file, line;
  std::size_t name, reason;
};
constexpr std::array<WordyLine, 4> wordy_lines{{{"anjuan-list", "object", 6, 7},
                                                {"anjuan-list", "inspector", 6, 7},
                                                {"anjuan-list", "conflict", 0, 3},
                                                {"anjuan-events", "event", 0, 6}}};

struct LineAt {
  std::vector<std::string> fields;
  int number;
  Place place;
};

void check_reason(const LineAt& line, std::size_t at, const DrawWords& words, Diagnostics& found) {
  if (at >= line.fields.size()) return;
  const std::string& reason = line.fields[at];
  if (reason == "-" || words.reason_codes.count(reason)) return;
  const std::vector<std::string> known(words.reason_codes.begin(), words.reason_codes.end());
  found.push_back(diagnose(messages::free_text, line.place, std::to_string(line.number), masked_name(reason),
                           join(known, "、")));
}

void check_name(const LineAt& line, std::size_t at, const DrawWords& words, Diagnostics& found) {
  if (at == 0 || at >= line.fields.size() || words.names.empty() || words.names.count(line.fields[at]))
    return;
  found.push_back(diagnose(messages::unknown_name, line.place, std::to_string(line.number),
                           masked_name(line.fields[at])));
}

void check_line(const LineAt& line, std::string_view kind, const DrawWords& words, Diagnostics& found) {
  for (const WordyLine& wordy : wordy_lines) {
    if (wordy.file != kind || wordy.line != line.fields[0]) continue;
    check_name(line, wordy.name, words, found);
    check_reason(line, wordy.reason, words, found);
  }
  if (line.fields[0] == "value") return;  // dice and lottery numbers: digits by nature
  const std::string n = std::to_string(line.number);
  for (const std::string& field : line.fields) {
    for (const Sensitive& hit : find_sensitive(field)) {
      found.push_back(diagnose(messages::number_found, line.place, Wording{"第" + n + "行", "line " + n},
                               name_of(hit.kind), masked(hit.number)));
    }
  }
}

}  // namespace

Diagnostics check_draw_time(const std::vector<DrawnCase>& cases, const PublicationRules& rules) {
  Diagnostics found;
  if (cases.empty()) found.push_back(diagnose(messages::no_cases, {rules.file}));
  for (const DrawnCase& drawn : cases) {
    if (drawn.inspection_ended) continue;
    Diagnostic refused = diagnose(messages::inspection_not_ended, {rules.file}, drawn.number);
    found.push_back(rules.draw_basis ? with_basis(std::move(refused), *rules.draw_basis)
                                     : std::move(refused));
  }
  return found;
}

Diagnostics check_draw_file(std::string_view text, const DrawWords& words, const std::string& file) {
  constexpr std::array<std::string_view, 6> known{"anjuan-list",   "anjuan-seed", "anjuan-events",
                                                  "anjuan-result", "anjuan-lots", "anjuan-void"};
  const std::string_view kind = text.substr(0, text.find('\t'));
  if (std::find(known.begin(), known.end(), kind) == known.end()) {
    return {diagnose(messages::unknown_draw_file, {file})};
  }
  Diagnostics found;
  int number = 0;
  for (const std::string& line : split(text, '\n')) {
    ++number;
    check_line({split(line, '\t'), number, {file, number}}, kind, words, found);
  }
  return found;
}

}  // namespace anjuan::publication
