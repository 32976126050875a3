#include "documents/document_number.h"

#include "base/text.h"
#include "documents/compose.h"
#include "documents/inline_text.h"
#include "documents/messages.h"

namespace anjuan::documents {

namespace {

constexpr std::string_view number_example = "{代字}〔{年}〕{号}号";

}  // namespace

Diagnostics check_number_pattern(std::string_view pattern, const Place& place, const expression::Names& parts,
                                 std::string_view serial) {
  const auto words = read_inline(pattern, place);
  if (!words) return words.diagnostics();
  Diagnostics found;
  bool serial_used = false;
  for (const Inline& part : *words) {
    const auto* field = std::get_if<PrintedField>(&part.piece);
    if (!field) continue;
    serial_used = serial_used || expression::names_used(field->expression).contains(std::string(serial));
    for (auto& problem : expression::check(field->expression, parts, {})) found.push_back(std::move(problem));
  }
  if (!serial_used) found.push_back(diagnose(number_without_serial, place, pattern, serial));
  return found;
}

Result<std::string> document_number(std::string_view pattern, const Place& place, const Fields& parts) {
  ANJUAN_TRY(const Inlines words, read_inline(pattern, place));
  ANJUAN_TRY(std::string number, plain_words(words, parts, std::string(pattern)));
  if (trim(number).empty()) return diagnose(empty_number, place, pattern, number_example);
  return number;
}

}  // namespace anjuan::documents
