#pragma once
// What a PDF says of a font: how its strings fall into codes, how wide each is and which character it
// stands for. Included by the .cpp files that read PDFs.

#include <cstdint>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "measurement/fixed_point.h"

namespace anjuan::measurement {

/// A paper asks for more than any paper needs.
struct TooMuch {
  Wording what;
};

/// Whether the stream unpacks to at most `room` bytes, which become fewer by them; it is not kept.
bool takes_at_most(QPDFObjectHandle stream, std::size_t& room);

/// Widths and characters of codes that the fonts of one paper may name together.
inline constexpr std::size_t kMostCodes = 2'000'000;

struct Code {
  std::uint32_t value = 0;
  int bytes = 1;
  char32_t character = 0;  ///< 0: the file does not say
  Billionths width = 0;    ///< of a type of size 1
  bool is_space = false;   ///< a one-byte 32, which word spacing widens
};

class FontReader {
 public:
  /// `room`: how many codes may still be named. Throws TooMuch where they are more.
  FontReader(QPDFObjectHandle font, std::size_t& room);

  /// Name without the prefix of a subset.
  const std::string& name() const { return name_; }
  std::vector<Code> codes(std::string_view string) const;

 private:
  /// How codes are cut out of a string.
  enum class Cut { one_byte, two_bytes, gb };

  void read_simple(QPDFObjectHandle font);
  void read_composite(QPDFObjectHandle font);
  void read_widths(QPDFObjectHandle list);
  void read_to_unicode(QPDFObjectHandle stream);
  void take_room();
  void set_width(std::uint32_t code, Billionths width);
  void set_character(std::uint32_t code, char32_t character);
  char32_t character_of(std::uint32_t code, int bytes, std::string_view raw) const;
  Billionths width_of(std::uint32_t code, int bytes) const;

  std::size_t& room_;
  std::string name_, encoding_;
  Cut cut_ = Cut::one_byte;
  bool codes_are_unicode_ = false;
  std::map<std::uint32_t, Billionths> widths_;
  Billionths default_width_ = 0;
  std::map<std::uint32_t, char32_t> characters_;
};

}  // namespace anjuan::measurement
