#include "pages/seal.h"

#include <cstdint>
#include <vector>

#include "base/text.h"
#include "pages/fonts.h"
#include "pages/messages.h"
#include "pages/photo.h"

namespace anjuan::pages {
namespace {

constexpr std::int64_t one = 1'000'000;      ///< scale of sines
constexpr std::int64_t full_turn = 360'000;  ///< thousandths of a degree
constexpr std::int64_t pi_millionths = 3'141'593;

/// Sine of an angle in thousandths of a degree, in millionths: the series up to the ninth power, in whole
/// numbers.
std::int64_t sine(std::int64_t angle) {
  angle = (angle % full_turn + full_turn) % full_turn;
  if (angle >= full_turn / 2) return -sine(angle - full_turn / 2);
  if (angle > full_turn / 4) angle = full_turn / 2 - angle;
  const std::int64_t x = angle * pi_millionths / (full_turn / 2);
  std::int64_t term = x, sum = x;
  for (std::int64_t n = 2; n <= 8; n += 2) {
    term = -term * x / one * x / one / (n * (n + 1));
    sum += term;
  }
  return sum;
}
std::int64_t cosine(std::int64_t angle) { return sine(angle + full_turn / 4); }

/// Path operators with whole numbers.
class Outlines {
 public:
  explicit Outlines(std::int64_t middle) : middle_(middle) {}

  void circle(std::int64_t radius) {
    const std::int64_t k = radius * 552285 / one;  // control points of a quarter
    move(radius, 0);
    curve(radius, k, k, radius, 0, radius);
    curve(-k, radius, -radius, k, -radius, 0);
    curve(-radius, -k, -k, -radius, 0, -radius);
    curve(k, -radius, radius, -k, radius, 0);
    text_ += "h ";
  }

  void star(std::int64_t radius, std::int64_t middle_y) {
    for (std::int64_t i = 0; i < 10; ++i) {
      const std::int64_t r = i % 2 == 0 ? radius : radius * 381966 / one,
                         angle = full_turn / 4 + i * full_turn / 10;
      const std::int64_t x = r * cosine(angle) / one, y = middle_y + r * sine(angle) / one;
      if (i == 0)
        move(x, y);
      else
        line(x, y);
    }
    text_ += "h ";
  }

  /// A character of `size` whose box's middle is at (x, y), turned by `angle`, its width pressed to `share`
  /// percent.
  void character(const Fonts& fonts, FontRole role, char32_t c, std::int64_t size, std::int64_t x,
                 std::int64_t y, std::int64_t angle, std::int64_t share = 100) {
    const auto found = fonts.find(role, c);
    if (!found) return;
    const Face& face = fonts.face(found->face);
    const std::int64_t units = face.units_per_em();
    const std::int64_t half = std::int64_t{face.advance(found->glyph)} * size / units / 2,
                       rise = size * 38 / 100;
    const auto place = [&](int px, int py) {
      const std::int64_t gx = (std::int64_t{px} * size / units - half) * share / 100,
                         gy = std::int64_t{py} * size / units - rise;
      return std::pair(x + (gx * cosine(angle) - gy * sine(angle)) / one,
                       y + (gx * sine(angle) + gy * cosine(angle)) / one);
    };
    for (const PathStep& step : face.outline(found->glyph)) {
      const auto [ax, ay] = place(step.x[0], step.y[0]);
      const auto [bx, by] = place(step.x[1], step.y[1]);
      const auto [cx, cy] = place(step.x[2], step.y[2]);
      if (step.kind == PathStep::Kind::move) move(ax, ay);
      if (step.kind == PathStep::Kind::line) line(ax, ay);
      if (step.kind == PathStep::Kind::curve) curve(ax, ay, bx, by, cx, cy);
      if (step.kind == PathStep::Kind::close) text_ += "h ";
    }
  }

  void paint(const char* how) { text_ += how; }
  std::string text() && { return std::move(text_); }

 private:
  std::int64_t middle_;
  std::string text_;

  void point(std::int64_t x, std::int64_t y) {
    text_ += std::to_string(middle_ + x) + " " + std::to_string(middle_ + y) + " ";
  }
  void move(std::int64_t x, std::int64_t y) {
    point(x, y);
    text_ += "m ";
  }
  void line(std::int64_t x, std::int64_t y) {
    point(x, y);
    text_ += "l ";
  }
  void curve(std::int64_t ax, std::int64_t ay, std::int64_t bx, std::int64_t by, std::int64_t cx,
             std::int64_t cy) {
    point(ax, ay);
    point(bx, by);
    point(cx, cy);
    text_ += "c ";
  }
};

/// Whether a dot is inked: clearly darker or redder than paper.
bool is_inked(std::string_view sample) {
  const auto level = [&](std::size_t i) { return static_cast<int>(static_cast<unsigned char>(sample[i])); };
  if (sample.size() == 1) return level(0) < 128;
  return level(1) + level(2) < 256;  // red ink and black ink are both dark in green and blue
}

}  // namespace

Result<std::shared_ptr<const SealPicture>> seal_from_picture(std::string_view bytes, int width,
                                                             const std::string& file) {
  ANJUAN_TRY(const Picture picture, read_picture(bytes, file));
  if (picture.jpeg) {
    return diagnose(picture_unreadable, {}, file,
                    Wording("印章图片要用 PNG 格式", "the picture of a seal must be a PNG"));
  }
  auto seal = std::make_shared<SealPicture>();
  seal->columns = picture.width;
  seal->rows = picture.height;
  seal->width = width;
  seal->height = static_cast<int>(std::int64_t{width} * picture.height / picture.width);
  const std::size_t row_bytes = static_cast<std::size_t>(picture.width + 7) / 8,
                    components = static_cast<std::size_t>(picture.components);
  seal->stencil.assign(row_bytes * static_cast<std::size_t>(picture.height), '\xff');
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
    for (std::size_t x = 0; x < static_cast<std::size_t>(picture.width); ++x) {
      const std::size_t at = (y * static_cast<std::size_t>(picture.width) + x) * components;
      if (!is_inked(std::string_view(picture.bytes).substr(at, components))) continue;
      char& packed = seal->stencil[y * row_bytes + x / 8];
      packed = static_cast<char>(packed & ~(0x80 >> x % 8));
    }
  }
  return std::shared_ptr<const SealPicture>(std::move(seal));
}

Result<std::shared_ptr<const SealPicture>> sample_seal(const std::string& organ, const std::string& below,
                                                       const std::string& mark, int diameter,
                                                       const Fonts& fonts) {
  if (mark.empty()) return diagnose(seal_needs_mark, Place{});
  const std::int64_t radius = diameter / 2, letter = radius * 30 / 100, around = radius * 74 / 100;
  Outlines outlines(radius);
  outlines.circle(radius);
  outlines.circle(radius - radius * 6 / 100);
  outlines.paint("f* ");
  const std::u32string name = to_u32(organ);
  const std::int64_t count = static_cast<std::int64_t>(name.size());
  // The name goes over the upper three fifths of the rim, more tightly if it is long.
  const std::int64_t step = count > 1 ? std::min<std::int64_t>(32'000, 250'000 / (count - 1)) : 0;
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t angle = full_turn / 4 + step * (count - 1) / 2 - step * i;
    outlines.character(fonts, FontRole::song, name[static_cast<std::size_t>(i)], letter,
                       around * cosine(angle) / one, around * sine(angle) / one, angle - full_turn / 4,
                       std::min<std::int64_t>(100, step / 300));
  }
  outlines.star(radius * 24 / 100, radius * 20 / 100);
  const auto across = [&](const std::u32string& words, std::int64_t size, std::int64_t pitch, std::int64_t y,
                          FontRole role) {
    const std::int64_t letters = static_cast<std::int64_t>(words.size());
    for (std::int64_t i = 0; i < letters; ++i)
      outlines.character(fonts, role, words[static_cast<std::size_t>(i)], size,
                         pitch * (2 * i - letters + 1) / 2, y, 0);
  };
  across(to_u32(mark), radius * 44 / 100, radius * 64 / 100, -radius * 26 / 100, FontRole::hei);
  across(to_u32(below), radius * 18 / 100, radius * 20 / 100, -radius * 66 / 100, FontRole::song);
  outlines.paint("f");
  auto seal = std::make_shared<SealPicture>();
  seal->width = seal->height = diameter;
  seal->outlines = std::move(outlines).text();
  return std::shared_ptr<const SealPicture>(std::move(seal));
}

}  // namespace anjuan::pages
