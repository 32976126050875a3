#pragma once
// The form that all files of a draw share: lines of fields, read strictly.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anjuan::draw {

inline constexpr std::size_t max_line = 4096, max_text = 256, max_id = 64, max_digits = 9;

/// The fields of a line. No line of a draw has more than eight; what is beyond is only counted.
class Fields {
 public:
  Fields() = default;
  explicit Fields(std::string_view line);
  std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t field) const { return field < fields_.size() ? fields_[field] : std::string_view(); }
  bool are(std::initializer_list<std::string_view>) const;

 private:
  std::array<std::string_view, 8> fields_;
  std::size_t count_ = 0;
};

struct Line {
  int number = 0;  ///< in the file, from 1
  Fields fields;
};

/// A file whose form as a whole is good: its bytes, its first line and its last. The lines between
/// them are taken one after another; their fields are views into the bytes.
class Lines {
 public:
  static Result<Lines> open(std::string_view bytes, std::string_view magic, const std::string& file);
  std::optional<Line> next();
  std::size_t left() const { return left_; }

 private:
  Lines(std::string_view rest, std::size_t left) : rest_(rest), left_(left) {}
  std::string_view rest_;
  std::size_t left_;
  int number_ = 1;
};

/// All lines between the first and the last, of a file of a few.
Result<std::vector<Line>> read_lines(std::string_view bytes, std::string_view magic, const std::string& file);

/// Text of another's file for quoting in a message: valid UTF-8, at most 120 bytes.
std::string quoted(std::string_view);

bool is_draw_id(std::string_view);  ///< [0-9A-Za-z][0-9A-Za-z._-]{0,63}

/// Takes the fields of one line. The first refusal is kept; after it every answer is a default, so
/// that a line is read without asking after each field. Texts are views into the line.
class LineReader {
 public:
  LineReader(const Line& line, const std::string& file) : line_(line), file_(file) {}

  std::string_view raw(std::size_t field) const { return line_.fields[field]; }
  std::string_view id(std::size_t field);
  std::int64_t integer(std::size_t field, std::int64_t lowest, std::int64_t highest);
  std::optional<std::int64_t> integer_or_dash(std::size_t field, std::int64_t lowest, std::int64_t highest);
  std::string_view hex(std::size_t field);
  std::string_view text(std::size_t field);
  /// The index of the field among `words`.
  std::size_t word(std::size_t field, std::span<const std::string_view> words);

  bool width(std::size_t expected);
  bool ok() const { return !refusal_; }
  /// Keeps the refusal unless there is one; always false.
  template <int Blanks, class... Values>
  bool refuse(const Message<Blanks>& message, std::size_t field, Values&&... values) {
    if (!refusal_) refusal_ = diagnose(message, place(field), std::forward<Values>(values)...);
    return false;
  }
  Place place(std::size_t field) const;
  Diagnostic refusal() const { return *refusal_; }

 private:
  const Line& line_;
  const std::string& file_;
  std::optional<Diagnostic> refusal_;
};

using Row = std::vector<std::string>;
/// Appends a line of fields.
void write_line(std::string& out, std::span<const std::string> fields);

}  // namespace anjuan::draw
