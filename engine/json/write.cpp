// Values as JSON text. Three layouts share one walk: canonical (one line, typed dates and decimals),
// pretty (the same, indented) and plain (for outsiders, without the types).

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "base/text.h"
#include "json/escapes.h"
#include "json/json.h"

namespace anjuan::json {
namespace {

enum class Layout { canonical, pretty, plain };

/// Offending bytes become U+FFFD: the output is valid UTF-8 whatever came in.
std::string valid_utf8(std::string_view text) {
  std::string out;
  for (auto bad = find_invalid_utf8(text); bad; bad = find_invalid_utf8(text)) {
    out.append(text.substr(0, *bad)).append("\xEF\xBF\xBD");
    text.remove_prefix(*bad + 1);
  }
  return out.append(text);
}

void write_text(std::string_view text, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string mended;
  if (find_invalid_utf8(text)) text = mended = valid_utf8(text);
  constexpr std::size_t large = 1 << 16;
  if (text.size() > large) out.reserve(out.size() + text.size() + text.size() / 16 + 2);
  out += '"';
  std::size_t from = 0;  // what needs no escape is taken over in runs: a register is one text
  for (std::size_t i = find_escape(text, 0); i < text.size(); i = find_escape(text, from)) {
    const char c = text[i];
    out.append(text, from, i - from);
    from = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += digits[static_cast<unsigned char>(c) >> 4];
        out += digits[static_cast<unsigned char>(c) & 15];
    }
  }
  out.append(text, from);
  out += '"';
}

class Writer {
 public:
  explicit Writer(Layout layout) : layout_(layout) {}

  void write(const Value& value, int depth) {
    switch (value.kind()) {
      case Value::Kind::empty:
        out_ += "null";
        break;
      case Value::Kind::boolean:
        out_ += value.boolean() ? "true" : "false";
        break;
      case Value::Kind::integer:
        out_ += std::to_string(value.integer());
        break;
      case Value::Kind::decimal:
        write_typed("$decimal", text_of(value.decimal()));
        break;
      case Value::Kind::text:
        write_text(value.text(), out_);
        break;
      case Value::Kind::date:
        write_typed("$date", iso(value.date()));
        break;
      case Value::Kind::list:
        write_list(value.list(), depth);
        break;
      case Value::Kind::record:
        write_record(value.record(), depth);
        break;
    }
  }

  std::string take() && { return std::move(out_); }

 private:
  void write_typed(std::string_view type, const std::string& text) {
    if (layout_ == Layout::plain) {
      if (type == "$decimal") {
        out_ += text;
      } else {
        write_text(text, out_);
      }
      return;
    }
    out_.append("{\"").append(type).append("\":");
    if (layout_ == Layout::pretty) out_ += ' ';
    write_text(text, out_);
    out_ += '}';
  }

  void new_line(int depth) {
    if (layout_ == Layout::pretty) out_.append("\n").append(static_cast<std::size_t>(depth) * 2, ' ');
  }

  void write_list(const List& list, int depth) {
    out_ += '[';
    bool first = true;
    for (const Value& item : list) {
      if (!first) out_ += ',';
      first = false;
      new_line(depth + 1);
      write(item, depth + 1);
    }
    if (!list.empty()) new_line(depth);
    out_ += ']';
  }

  void write_record(const Fields& record, int depth) {
    out_ += '{';
    bool first = true;
    for (const auto& [name, value] : record) {
      if (!first) out_ += ',';
      first = false;
      new_line(depth + 1);
      // A name that begins with $ gets a second one, so that it is never taken for a type.
      const bool escaped = layout_ != Layout::plain && name.starts_with('$');
      write_text(escaped ? "$" + name : name, out_);
      out_ += layout_ == Layout::pretty ? ": " : ":";
      write(value, depth + 1);
    }
    if (!record.empty()) new_line(depth);
    out_ += '}';
  }

  Layout layout_;
  std::string out_;
};

std::string laid_out(const Value& value, Layout layout) {
  Writer writer(layout);
  writer.write(value, 0);
  return std::move(writer).take();
}

}  // namespace

std::size_t find_escape(std::string_view text, std::size_t at) {
  constexpr std::uint64_t each = 0x0101010101010101, high = each << 7;
  const auto less = [](std::uint64_t bytes, std::uint64_t than) { return (bytes - each * than) & ~bytes & high; };
  // Eight bytes are looked at together: the lowest of the bits found is exact, whatever is borrowed above it.
  for (; text.size() - at >= 8; at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    const std::uint64_t found = less(eight, 0x20) | less(eight ^ (each * '"'), 1) | less(eight ^ (each * '\\'), 1);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x20 && text[at] != '"' && text[at] != '\\') ++at;
  return at;
}

std::string quoted(std::string_view text) {
  std::string out;
  write_text(text, out);
  return out;
}

void append_quoted(std::string_view text, std::string& out) { write_text(text, out); }

std::string write(const Value& value) { return laid_out(value, Layout::canonical); }
std::string write_pretty(const Value& value) { return laid_out(value, Layout::pretty) + "\n"; }
std::string write_plain(const Value& value) { return laid_out(value, Layout::plain); }

}  // namespace anjuan::json
