#include "documents/inline_text.h"

#include "base/text.h"
#include "documents/messages.h"

namespace anjuan::documents {

namespace {

constexpr std::string_view example_field = "{机关.名称}";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The place of the character at `offset`, when the text begins at `start`.
Place place_at(std::string_view text, std::size_t offset, Place start) {
  if (start.line == 0) return start;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++start.line;
      start.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
      ++start.column;
    }
  }
  return start;
}

/// White space as paper wants it: none where the file's line ended, else one space.
void add_words(std::string& out, std::string_view raw) {
  for (std::size_t i = 0; i < raw.size();) {
    if (!is_space(raw[i])) {
      out += raw[i++];
      continue;
    }
    bool line_end = false;
    for (; i < raw.size() && is_space(raw[i]); ++i) line_end = line_end || raw[i] == '\n';
    if (!line_end) out += ' ';
  }
}

/// Offset of the brace that closes the field whose content begins at `from`; npos if none.
std::size_t closing_brace(std::string_view text, std::size_t from) {
  char quote = 0;
  int depth = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (quote) {
      if (c == '\\')
        ++i;
      else if (c == quote)
        quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && depth-- == 0) {
      return i;
    }
  }
  return std::string_view::npos;
}

/// Offsets of the single bars outside of quotes: where formats begin.
std::vector<std::size_t> bars(std::string_view content) {
  std::vector<std::size_t> found;
  char quote = 0;
  for (std::size_t i = 0; i < content.size(); ++i) {
    const char c = content[i];
    if (quote) {
      if (c == '\\')
        ++i;
      else if (c == quote)
        quote = 0;
    } else if (found.empty() && (c == '\'' || c == '"')) {
      quote = c;
    } else if (c == '|') {
      if (i + 1 < content.size() && content[i + 1] == '|')
        ++i;
      else
        found.push_back(i);
    }
  }
  return found;
}

class InlineReader {
 public:
  InlineReader(std::string_view text, const Place& place) : text_(text), place_(place) {}

  Result<Inlines> read() {
    std::size_t i = 0;
    while (i < text_.size()) {
      const char c = text_[i];
      if (c != '{' && c != '}') {
        const std::size_t next = std::min(text_.find_first_of("{}", i), text_.size());
        add_words(words_, text_.substr(i, next - i));
        i = next;
      } else if (i + 1 < text_.size() && text_[i + 1] == c) {
        words_ += c;
        i += 2;
      } else if (c == '}') {
        problems_.push_back(diagnose(stray_brace, place_at(text_, i, place_)));
        ++i;
      } else {
        i = read_field(i + 1);
      }
    }
    end_words();
    if (!problems_.empty()) return std::move(problems_);
    return std::move(out_);
  }

 private:
  void end_words() {
    if (!words_.empty()) out_.push_back({std::move(words_)});
    words_.clear();
  }

  /// Reads the field whose content begins at `from`; the offset behind it.
  std::size_t read_field(std::size_t from) {
    const std::size_t end = closing_brace(text_, from);
    if (end == std::string_view::npos) {
      problems_.push_back(diagnose(unclosed_field, place_at(text_, from - 1, place_), example_field));
      return text_.size();
    }
    end_words();
    add_field(text_.substr(from, end - from), from);
    return end + 1;
  }

  void add_field(std::string_view content, std::size_t from) {
    auto cuts = bars(content);
    cuts.push_back(content.size());
    const std::string_view written = content.substr(0, cuts[0]);
    const std::string_view source = trim(written);
    const auto lead = source.empty() ? 0 : static_cast<std::size_t>(source.data() - written.data());
    const Place place = place_at(text_, from + lead, place_);
    if (source.empty()) {
      problems_.push_back(diagnose(empty_field, place, example_field));
      return;
    }
    auto compiled = expression::compile(source, place);
    std::vector<Format> formats;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const std::string_view format = content.substr(cuts[i] + 1, cuts[i + 1] - cuts[i] - 1);
      auto read = read_format(format, place_at(text_, from + cuts[i] + 1, place_));
      if (read)
        formats.push_back(*std::move(read));
      else
        keep(read.diagnostics());
    }
    if (compiled)
      out_.push_back({PrintedField{*std::move(compiled), std::move(formats)}});
    else
      keep(compiled.diagnostics());
  }

  void keep(const Diagnostics& found) { problems_.insert(problems_.end(), found.begin(), found.end()); }

  std::string_view text_;
  const Place& place_;
  std::string words_;
  Inlines out_;
  Diagnostics problems_;
};

}  // namespace

Result<Inlines> read_inline(std::string_view text, const Place& place) {
  return InlineReader(text, place).read();
}

}  // namespace anjuan::documents
