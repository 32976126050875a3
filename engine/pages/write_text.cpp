// Marks as text, one per line, for golden tests.

#include <string>

#include "base/text.h"
#include "pages/pages.h"
#include "pages/photo.h"
#include "pages/setting.h"

namespace anjuan::pages {
namespace {

class TextWriter {
 public:
  std::string write(const Setting& setting) {
    for (std::size_t i = 0; i < setting.pages.size(); ++i) {
      const Page& page = setting.pages[i];
      line("page " + std::to_string(i + 1) + numbers({page.width, page.height}));
      for (const Mark& mark : page.marks) std::visit([this](const auto& shape) { add(shape); }, mark);
    }
    for (const Heading& heading : setting.headings)
      line("heading " + std::to_string(heading.page + 1) + " " + heading.title);
    return std::move(text_);
  }

 private:
  static std::string numbers(std::initializer_list<int> values) {
    std::string text;
    for (const int value : values) text += " " + std::to_string(value);
    return text;
  }
  static std::string color(Color c) {
    return c == Color{} ? "" : " color" + numbers({c.red, c.green, c.blue});
  }
  static std::string letters(const Words& words) {
    std::u32string text;
    for (const Glyph& glyph : words.glyphs) text += glyph.character;
    return to_utf8(text);
  }
  static int width(const Words& words) {
    int width = 0;
    for (const Glyph& glyph : words.glyphs) width += glyph.advance;
    return width;
  }

  void line(const std::string& text) { text_ += text + "\n"; }
  void add(const Words& words) {
    line("  text" + numbers({words.x, words.y, width(words), words.size}) + " face " +
         std::to_string(words.face) + color(words.color) + (words.turned ? " turned " : " ") +
         letters(words));
  }
  void add(const Bar& bar) {
    line("  bar" + numbers({bar.x, bar.y, bar.width, bar.height}) + color(bar.color));
  }
  void add(const CodeSquares& code) { line("  code" + numbers({code.x, code.y, code.width, code.modules})); }
  void add(const Image& image) {
    line("  image" + numbers({image.x, image.y, image.width, image.height}) + " pixels" +
         numbers({image.picture->width, image.picture->height}));
  }
  void add(const Ghost& ghost) {
    std::string text;
    for (const Words& words : ghost.words) text += letters(words);
    line("  watermark" + numbers({ghost.x, ghost.y, ghost.size}) + " " + text);
  }

  void add(const Figure& figure) {
    line("  figure" + numbers({figure.x, figure.y, static_cast<int>(figure.steps.size())}) +
         (figure.fill ? " filled" : "") + (figure.line ? " drawn" : ""));
  }

  std::string text_;
};

}  // namespace

std::string write_text(const Setting& setting) { return TextWriter().write(setting); }

}  // namespace anjuan::pages
