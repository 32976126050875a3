#include "measurement/font_reader.h"

#include <exception>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFTokenizer.hh>

#include "base/text.h"

namespace anjuan::measurement {
namespace {

constexpr std::size_t kMostMap = std::size_t{8} << 20;  // bytes of a character map, unpacked

struct Enough {};

/// Counts what a stream unpacks to, and keeps none of it.
class Counter : public Pipeline {
 public:
  explicit Counter(std::size_t room) : Pipeline("counter", nullptr), room_(room) {}
  void write(unsigned char const*, std::size_t size) override {
    counted += size;
    if (counted > room_) throw Enough();
  }
  void finish() override {}

  std::size_t counted = 0;

 private:
  std::size_t room_;
};

/// Thousandths of the size → billionths of it.
Billionths thousandths(QPDFObjectHandle number) {
  return number.isNumber() ? parse_number(number.isInteger() ? std::to_string(number.getIntValue())
                                                             : number.getRealValue()) /
                                 1000
                           : 0;
}

std::string without_prefix(std::string name) {
  if (name.starts_with('/')) name.erase(0, 1);
  if (name.size() > 7 && name[6] == '+') name.erase(0, 7);
  return name;
}

std::uint32_t number_of(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

/// The first character of UTF-16 (big end first).
char32_t first_of_utf16(std::string_view bytes) {
  if (bytes.size() < 2) return bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]);
  const char32_t high = number_of(bytes.substr(0, 2));
  if (high < 0xd800 || high > 0xdbff || bytes.size() < 4) return high;
  return 0x10000 + ((high - 0xd800) << 10) + (number_of(bytes.substr(2, 2)) - 0xdc00);
}

constexpr std::uint32_t kLastCode = 0xffff;  ///< of two bytes

/// The strings and words of a character map, in order.
std::vector<QPDFTokenizer::Token> tokens_of(const std::string& map) {
  constexpr std::size_t kMost = 200'000;
  std::vector<QPDFTokenizer::Token> all;
  QPDFTokenizer tokenizer;
  std::size_t at = 0;
  QPDFTokenizer::Token token;
  bool unread = false;
  char again = 0;
  while (at <= map.size() && all.size() < kMost) {
    if (at == map.size())
      tokenizer.presentEOF();
    else
      tokenizer.presentCharacter(map[at]);
    ++at;
    if (!tokenizer.getToken(token, unread, again)) continue;
    if (unread) --at;
    if (token.getType() == QPDFTokenizer::tt_eof) break;
    all.push_back(token);
  }
  return all;
}

}  // namespace

bool takes_at_most(QPDFObjectHandle stream, std::size_t& room) {
  Counter counter(room);
  try {
    stream.pipeStreamData(&counter, 0, qpdf_dl_specialized, true);
  } catch (const std::exception&) {  // what is damaged is told where it is read
  } catch (const Enough&) {
  }
  if (counter.counted > room) return false;  // qpdf may have kept the refusal to itself
  room -= counter.counted;
  return true;
}

FontReader::FontReader(QPDFObjectHandle font, std::size_t& room) : room_(room) {
  if (!font.isDictionary()) return;
  if (font.getKey("/BaseFont").isName()) name_ = without_prefix(font.getKey("/BaseFont").getName());
  QPDFObjectHandle subtype = font.getKey("/Subtype");
  if (subtype.isName() && subtype.getName() == "/Type0")
    read_composite(font);
  else
    read_simple(font);
  if (font.getKey("/ToUnicode").isStream()) read_to_unicode(font.getKey("/ToUnicode"));
}

void FontReader::read_simple(QPDFObjectHandle font) {
  default_width_ = kOne * 556 / 1000;  // the figures of the standard faces, whose widths a file may leave out
  QPDFObjectHandle widths = font.getKey("/Widths");
  QPDFObjectHandle first = font.getKey("/FirstChar");
  if (!widths.isArray() || !first.isInteger()) return;
  default_width_ = 0;
  const auto code = static_cast<std::uint32_t>(first.getIntValueAsInt());
  const int count = std::min(widths.getArrayNItems(), 256);
  for (int i = 0; i < count; ++i)
    set_width(code + static_cast<std::uint32_t>(i), thousandths(widths.getArrayItem(i)));
}

void FontReader::read_composite(QPDFObjectHandle font) {
  cut_ = Cut::two_bytes;
  default_width_ = kOne;
  if (font.getKey("/Encoding").isName()) encoding_ = font.getKey("/Encoding").getName();
  if (encoding_.starts_with("/GB")) cut_ = Cut::gb;
  codes_are_unicode_ =
      encoding_.find("UCS2") != std::string::npos || encoding_.find("UTF16") != std::string::npos;
  QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
  if (!descendants.isArray() || descendants.getArrayNItems() < 1) return;
  QPDFObjectHandle descendant = descendants.getArrayItem(0);
  if (!descendant.isDictionary()) return;
  if (descendant.getKey("/DW").isNumber()) default_width_ = thousandths(descendant.getKey("/DW"));
  // Other maps lead from codes to glyphs by tables that do not lie in the file: then all are square.
  const bool identity = encoding_.empty() || encoding_.starts_with("/Identity");
  if (identity && descendant.getKey("/W").isArray()) read_widths(descendant.getKey("/W"));
}

/// [ first [w w …] first last w … ]
void FontReader::read_widths(QPDFObjectHandle list) {
  const int count = list.getArrayNItems();
  for (int i = 0; i + 1 < count;) {
    QPDFObjectHandle first = list.getArrayItem(i), next = list.getArrayItem(i + 1);
    if (!first.isInteger()) return;
    const auto code = static_cast<std::uint32_t>(first.getIntValueAsInt());
    if (next.isArray()) {
      for (int k = 0; k < next.getArrayNItems(); ++k)
        set_width(code + static_cast<std::uint32_t>(k), thousandths(next.getArrayItem(k)));
      i += 2;
      continue;
    }
    if (i + 2 >= count || !next.isInteger()) return;
    const auto last = std::min(static_cast<std::uint32_t>(next.getIntValueAsInt()), kLastCode);
    const Billionths width = thousandths(list.getArrayItem(i + 2));
    for (std::uint32_t c = code; c <= last; ++c) set_width(c, width);
    i += 3;
  }
}

void FontReader::take_room() {
  if (room_ == 0) throw TooMuch{{"字体写明的字符太多", "its fonts name too many characters"}};
  --room_;
}

void FontReader::set_width(std::uint32_t code, Billionths width) {
  take_room();
  widths_[code] = width;
}

void FontReader::set_character(std::uint32_t code, char32_t character) {
  take_room();
  characters_[code] = character;
}

void FontReader::read_to_unicode(QPDFObjectHandle stream) {
  std::size_t most = kMostMap;
  if (!takes_at_most(stream, most)) throw TooMuch{{"有一个字体的文字对照表展开后超过 8 MiB", "the character map of a font unpacks to more than 8 MiB"}};
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  const std::string map(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  enum class Within { nothing, characters, ranges } within = Within::nothing;
  std::vector<std::string> strings;
  std::vector<std::string> listed;
  bool in_list = false;
  for (const QPDFTokenizer::Token& token : tokens_of(map)) {
    if (token.getType() == QPDFTokenizer::tt_word) {
      const std::string word = token.getValue();
      within = word == "beginbfchar"    ? Within::characters
               : word == "beginbfrange" ? Within::ranges
                                        : Within::nothing;
      strings.clear();
      continue;
    }
    if (token.getType() == QPDFTokenizer::tt_array_open) in_list = true;
    const bool list_ends = token.getType() == QPDFTokenizer::tt_array_close;
    if (token.getType() == QPDFTokenizer::tt_string) (in_list ? listed : strings).push_back(token.getValue());
    if (within == Within::characters && strings.size() == 2) {
      set_character(number_of(strings[0]), first_of_utf16(strings[1]));
      strings.clear();
    }
    if (within == Within::ranges && strings.size() == 2 && list_ends) {
      for (std::size_t i = 0; i < listed.size(); ++i)
        set_character(number_of(strings[0]) + static_cast<std::uint32_t>(i), first_of_utf16(listed[i]));
      strings.clear();
    }
    if (within == Within::ranges && strings.size() == 3) {
      const std::uint32_t first = number_of(strings[0]), last = std::min(number_of(strings[1]), kLastCode);
      for (std::uint32_t c = first; c <= last; ++c) set_character(c, first_of_utf16(strings[2]) + (c - first));
      strings.clear();
    }
    if (list_ends) {
      in_list = false;
      listed.clear();
    }
  }
}

char32_t FontReader::character_of(std::uint32_t code, int bytes, std::string_view raw) const {
  if (const auto found = characters_.find(code); found != characters_.end()) return found->second;
  if (codes_are_unicode_) return code;
  if (cut_ == Cut::gb) {
    const auto text = from_gb18030(raw);
    return text && !text->empty() ? to_u32(*text).front() : 0;
  }
  return bytes == 1 && code >= 0x20 && code < 0x7f ? code : 0;
}

Billionths FontReader::width_of(std::uint32_t code, int bytes) const {
  if (const auto found = widths_.find(code); found != widths_.end()) return found->second;
  return cut_ == Cut::gb && bytes == 1 ? kOne / 2 : default_width_;
}

std::vector<Code> FontReader::codes(std::string_view string) const {
  std::vector<Code> all;
  for (std::size_t at = 0; at < string.size();) {
    const bool low = static_cast<unsigned char>(string[at]) <= 0x80;
    std::size_t bytes = cut_ == Cut::one_byte || (cut_ == Cut::gb && low) ? 1 : 2;
    bytes = std::min(bytes, string.size() - at);
    const std::string_view raw = string.substr(at, bytes);
    Code code;
    code.value = number_of(raw);
    code.bytes = static_cast<int>(bytes);
    code.character = character_of(code.value, code.bytes, raw);
    code.width = width_of(code.value, code.bytes);
    code.is_space = bytes == 1 && code.value == 32;
    all.push_back(code);
    at += bytes;
  }
  return all;
}

}  // namespace anjuan::measurement
