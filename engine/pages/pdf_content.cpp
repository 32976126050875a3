#include "pages/pdf_content.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

#include "pages/photo.h"

namespace anjuan::pages {
namespace {

constexpr char kSmallHex[] = "0123456789abcdef";

class Operators {
 public:
  Operators& add(std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    text_.append(digits, end);
    text_ += ' ';
    return *this;
  }
  Operators& add(std::string_view word) {
    text_ += word;
    return *this;
  }
  /// value / 255 with four decimals
  Operators& add_part(int value) {
    const int scaled = (value * 10000 + 127) / 255;
    std::string digits = std::to_string(10000 + scaled % 10000).substr(1);
    text_ += std::to_string(scaled / 10000) + "." + digits + " ";
    return *this;
  }
  Operators& add_code(std::uint32_t code) {
    for (int shift = 12; shift >= 0; shift -= 4) text_ += kSmallHex[code >> shift & 0xf];
    return *this;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

class ContentWriter {
 public:
  ContentWriter(const Page& page, const FontUses& fonts, PictureUses& pictures)
      : page_(page), fonts_(fonts), pictures_(pictures) {}

  PageContent write() {
    out_.add("q\n0.0028346457 0 0 0.0028346457 0 0 cm\n");  // 72/25400: micrometres
    for (const Mark& mark : page_.marks) std::visit([this](const auto& shape) { draw(shape); }, mark);
    end_text();
    out_.add("Q\n");
    content_.operators = out_.take();
    return std::move(content_);
  }

 private:
  int up(int y) const { return page_.height - y; }

  void set_color(Color color) {
    if (color == color_) return;
    out_.add_part(color.red).add_part(color.green).add_part(color.blue).add("rg\n");
    color_ = color;
  }

  void end_text() {
    if (in_text_) out_.add("ET\n");
    in_text_ = false;
    font_ = -1;
  }

  void draw(const Words& words) {
    std::size_t from = 0;
    int x = words.turned ? words.y : words.x;
    while (from < words.glyphs.size()) {
      const int font = fonts_.coded(words.face, words.glyphs[from]).font;
      std::size_t end = from + 1;
      while (end < words.glyphs.size() && fonts_.coded(words.face, words.glyphs[end]).font == font) ++end;
      draw_run(words, from, end, font, x);
      for (; from < end; ++from) x += words.glyphs[from].advance;
    }
  }

  /// What the viewer adds for a glyph by itself, thousandths of a µm.
  std::int64_t natural(const Words& words, std::size_t i, int font) const {
    return std::int64_t{fonts_.width(font, words.glyphs[i].id)} * words.size;
  }

  /// The spacing that most glyphs of the run want, in µm.
  int common_spacing(const Words& words, std::size_t from, std::size_t end, int font) const {
    std::map<std::int64_t, int> counts;
    for (std::size_t i = from; i + 1 < end; ++i) {
      const std::int64_t wanted = std::int64_t{words.glyphs[i].advance} * 1000 - natural(words, i, font);
      ++counts[(wanted + (wanted < 0 ? -500 : 500)) / 1000];
    }
    std::int64_t best = 0;
    int most = 0;
    for (const auto& [spacing, count] : counts) {
      if (count > most) {
        best = spacing;
        most = count;
      }
    }
    return static_cast<int>(best);
  }

  /// `x`: where the run begins along the line.
  void draw_run(const Words& words, std::size_t from, std::size_t end, int font, int x) {
    if (!in_text_) out_.add("BT\n");
    in_text_ = true;
    set_color(words.color);
    if (font_ != font || size_ != words.size) {
      out_.add("/").add(font_name(static_cast<std::size_t>(font))).add(" ").add(words.size).add("Tf\n");
      font_ = font;
      size_ = words.size;
    }
    const int spacing = common_spacing(words, from, end, font);
    if (spacing_ != spacing) out_.add(spacing).add("Tc\n");
    spacing_ = spacing;
    if (words.turned)
      out_.add("0 -1 1 0 ").add(words.x).add(up(x));
    else
      out_.add("1 0 0 1 ").add(x).add(up(words.y));
    out_.add("Tm\n[<");
    std::int64_t pen = 0, wanted = 0;  // thousandths of a µm from x
    for (std::size_t i = from; i < end; ++i) {
      const std::int64_t off = pen - wanted;
      if (off > 3000 || off < -3000) {
        const std::int64_t units = (off + (off < 0 ? -words.size / 2 : words.size / 2)) / words.size;
        out_.add(">").add(units).add("<");
        pen -= units * words.size;
      }
      out_.add_code(fonts_.coded(words.face, words.glyphs[i]).code);
      pen += natural(words, i, font) + std::int64_t{spacing} * 1000;
      wanted += std::int64_t{words.glyphs[i].advance} * 1000;
    }
    out_.add(">]TJ\n");
  }

  void draw(const Bar& bar) {
    end_text();
    set_color(bar.color);
    out_.add(bar.x).add(up(bar.y + bar.height)).add(bar.width).add(bar.height).add("re f\n");
  }

  void draw(const CodeSquares& code) {
    end_text();
    set_color({});
    const auto edge = [&](int module) {
      return static_cast<int>(std::int64_t{code.width} * module / code.modules);
    };
    for (int row = 0; row < code.modules; ++row) {
      for (int column = 0; column < code.modules; ++column) {
        if (!code.dark[static_cast<std::size_t>(row) * code.modules + column]) continue;
        int last = column;
        while (last + 1 < code.modules && code.dark[static_cast<std::size_t>(row) * code.modules + last + 1])
          ++last;
        out_.add(code.x + edge(column)).add(up(code.y + edge(row + 1)));
        out_.add(edge(last + 1) - edge(column)).add(edge(row + 1) - edge(row)).add("re\n");
        column = last;
      }
    }
    out_.add("f\n");
  }

  void draw(const Figure& figure) {
    if (!figure.fill && !figure.line) return;
    end_text();
    if (figure.fill) set_color(*figure.fill);
    if (figure.line) {
      out_.add_part(figure.line->red).add_part(figure.line->green).add_part(figure.line->blue).add("RG\n");
      out_.add(figure.thickness).add("w ").add("1 j 1 J [");
      if (figure.dash > 0) out_.add(figure.dash).add(figure.gap);
      out_.add("] 0 d\n");
    }
    for (const Figure::Step& step : figure.steps) {
      for (std::size_t i = 0; i + 1 < step.at.size(); i += 2)
        out_.add(figure.x + step.at[i]).add(up(figure.y + step.at[i + 1]));
      static constexpr const char* operators[] = {"m\n", "l\n", "c\n", "h\n"};
      out_.add(operators[static_cast<std::size_t>(step.kind)]);
    }
    out_.add(figure.fill && figure.line ? "B\n" : figure.fill ? "f\n" : "S\n");
  }

  void draw(const Image& image) {
    end_text();
    const int x = image.x, y = up(image.y + image.height), w = image.width, h = image.height;
    out_.add("q ");
    switch (image.picture->turn) {
      case 1:
        out_.add(0).add(-h).add(w).add(0).add(x).add(y + h);
        break;
      case 2:
        out_.add(-w).add(0).add(0).add(-h).add(x + w).add(y + h);
        break;
      case 3:
        out_.add(0).add(h).add(-w).add(0).add(x + w).add(y);
        break;
      default:
        out_.add(w).add(0).add(0).add(h).add(x).add(y);
    }
    const std::string name = pictures_.name_of(image.picture);
    out_.add("cm /").add(name).add(" Do Q\n");
    content_.pictures.push_back(name);
  }

  void draw(const Ghost& ghost) {
    end_text();
    set_color(ghost.color);
    out_.add("q 0.7071068 0.7071068 -0.7071068 0.7071068 ").add(ghost.x).add(up(ghost.y)).add("cm\n");
    for (const Words& words : ghost.words) {
      const Face& face = fonts_.fonts().face(words.face);
      int x = words.x;
      for (const Glyph& glyph : words.glyphs) {
        draw_outline(face.outline(glyph.id), x, -words.y, words.size, face.units_per_em());
        x += glyph.advance;
      }
    }
    out_.add("f Q\n");
  }

  void draw_outline(const std::vector<PathStep>& steps, int x, int y, int size, int units) {
    const auto point = [&](const PathStep& step, int i) {
      out_.add(x + std::int64_t{step.x[i]} * size / units).add(y + std::int64_t{step.y[i]} * size / units);
    };
    for (const PathStep& step : steps) {
      if (step.kind == PathStep::Kind::close) {
        out_.add("h\n");
        continue;
      }
      point(step, 0);
      if (step.kind == PathStep::Kind::curve) {
        point(step, 1);
        point(step, 2);
      }
      out_.add(step.kind == PathStep::Kind::move ? "m\n" : step.kind == PathStep::Kind::line ? "l\n" : "c\n");
    }
  }

  const Page& page_;
  const FontUses& fonts_;
  PictureUses& pictures_;
  Operators out_;
  PageContent content_;
  Color color_;
  bool in_text_ = false;
  int font_ = -1, size_ = 0, spacing_ = 0;
};

}  // namespace

std::string PictureUses::name_of(const std::shared_ptr<const PlacedPicture>& picture) {
  const auto at = std::find(used_.begin(), used_.end(), picture);
  const auto index = at - used_.begin();
  if (at == used_.end()) used_.push_back(picture);
  return "I" + std::to_string(index);
}

PageContent content_of(const Page& page, const FontUses& fonts, PictureUses& pictures) {
  return ContentWriter(page, fonts, pictures).write();
}

}  // namespace anjuan::pages
