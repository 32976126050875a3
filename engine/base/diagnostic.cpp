#include "base/diagnostic.h"

#include <algorithm>

#include "base/text.h"

namespace anjuan {
namespace {

std::string fill(std::string_view text, const std::vector<Wording>& values, Language language) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool blank = i + 2 < text.size() && text[i] == '{' && text[i + 1] >= '0' && text[i + 1] <= '9' &&
                       text[i + 2] == '}';
    if (!blank) {
      out += text[i];
      continue;
    }
    const auto n = static_cast<std::size_t>(text[i + 1] - '0');
    if (n < values.size()) out += values[n].in(language);
    i += 2;
  }
  return out;
}

const char* word(Severity severity, Language language) {
  const bool zh = language == Language::chinese;
  switch (severity) {
    case Severity::error:
      return zh ? "错误" : "error";
    case Severity::warning:
      return zh ? "提醒" : "warning";
    case Severity::fault:
      return zh ? "故障" : "fault";
  }
  return "";
}

std::string place_prefix(const Place& place, Language language) {
  std::string out = place.file;
  if (place.line > 0) out += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) out += ":" + std::to_string(place.column);
  if (const std::string& within = place.within.in(language); !within.empty()) {
    out += (out.empty() ? "" : " ") + within;
  }
  return out.empty() ? out : out + ": ";
}

std::string_view line_of(std::string_view source, int number) {
  for (int n = 1; n < number; ++n) {
    const auto end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  source = source.substr(0, source.find('\n'));
  if (source.ends_with('\r')) source.remove_suffix(1);
  return source;
}

/// The characters [from, to) of a line; what is not there is left out.
std::string_view characters(std::string_view line, std::size_t from, std::size_t to) {
  std::size_t begin = line.size(), end = line.size(), count = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if ((line[i] & 0xc0) == 0x80) continue;
    if (count == from) begin = i;
    if (count == to) {
      end = i;
      break;
    }
    ++count;
  }
  return line.substr(std::min(begin, end), end - std::min(begin, end));
}

/// The quoted line with a caret under the column; long lines are cut around the column.
std::string quote(std::string_view source, const Place& place) {
  if (place.line <= 0) return {};
  constexpr std::size_t width = 90;
  auto caret = static_cast<std::size_t>(std::max(place.column, 0));
  // Of a line without end only what is near is looked at.
  const std::size_t skipped = caret > width ? caret - width : 0;
  const std::string_view raw = characters(line_of(source, place.line), skipped, skipped + 3 * width);
  if (raw.empty() || find_invalid_utf8(raw)) return {};
  std::u32string line = to_u32(raw);
  std::replace(line.begin(), line.end(), U'\t', U' ');
  // A terminal would act on what it cannot show.
  const auto controls = [](char32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); };
  std::replace_if(line.begin(), line.end(), controls, U'\ufffd');
  caret -= skipped;
  if (line.size() > width) {
    const std::size_t from = caret > width / 2 ? std::min(caret - width / 2, line.size() - width) : 0;
    line = line.substr(from, width);
    caret = caret > from ? caret - from : 0;
  }
  const std::string number = std::to_string(place.line);
  const std::string gutter(std::max<std::size_t>(5, number.size() + 3), ' ');
  std::string out = std::string(gutter.size() - number.size(), ' ') + number + " | " + to_utf8(line) + "\n";
  if (caret == 0 || caret > line.size() + 1) return out;
  const std::string before = to_utf8(std::u32string_view(line).substr(0, caret - 1));
  return out + gutter + " | " + std::string(static_cast<std::size_t>(display_width(before)), ' ') + "^\n";
}

}  // namespace

Wording enumerated(const std::vector<std::string>& names) { return {join(names, "、"), join(names, ", ")}; }

Diagnostic with_basis(Diagnostic diagnostic, LegalBasis basis) {
  diagnostic.basis = std::move(basis);
  return diagnostic;
}

std::string sentence(const Diagnostic& d, Language language) {
  return fill(language == Language::chinese ? d.row->zh : d.row->en, d.values, language);
}

std::string hint(const Diagnostic& d, Language language) {
  return fill(language == Language::chinese ? d.row->hint_zh : d.row->hint_en, d.values, language);
}

std::string render(const Diagnostic& d, Language language, std::string_view source) {
  const bool zh = language == Language::chinese;
  std::string out = place_prefix(d.place, language) + word(d.row->severity, language) + " " + d.row->code +
                    "  " + sentence(d, language) + "\n" + quote(source, d.place);
  if (const std::string next = hint(d, language); !next.empty())
    out += (zh ? "   提示  " : "   hint   ") + next + "\n";
  if (d.basis) out += (zh ? "   依据  " : "   basis  ") + d.basis->instrument + d.basis->article + "\n";
  return out;
}

bool has_error(const Diagnostics& all) {
  return std::any_of(all.begin(), all.end(),
                     [](const auto& d) { return d.row->severity != Severity::warning; });
}

bool has_fault(const Diagnostics& all) {
  return std::any_of(all.begin(), all.end(),
                     [](const auto& d) { return d.row->severity == Severity::fault; });
}

}  // namespace anjuan
