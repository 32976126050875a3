#include "measurement/content_reader.h"

#include <algorithm>
#include <exception>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace anjuan::measurement {
namespace {

constexpr int kDeepest = 8, kMostForms = 2000;
constexpr std::size_t kMostFonts = 10'000;
constexpr std::size_t kMostSigns = 200'000;
constexpr std::size_t kMostContents = std::size_t{32} << 20;  // bytes, unpacked

/// qpdf unpacks contents whole before it reads them, so they are counted first.
void refuse_endless(const std::vector<QPDFObjectHandle>& contents) {
  std::size_t room = kMostContents;
  for (const QPDFObjectHandle& stream : contents) {
    if (!takes_at_most(stream, room)) throw TooMuch{{"有一页的内容展开后超过 32 MiB", "the contents of a page unpack to more than 32 MiB"}};
  }
}

std::uint8_t shade(Billionths part) {
  return static_cast<std::uint8_t>(std::clamp<Billionths>(times(part, 255 * kOne) / kOne, 0, 255));
}

}  // namespace

Billionths value_of(QPDFObjectHandle object) {
  if (object.isInteger()) return parse_number(std::to_string(object.getIntValue()));
  return object.isReal() ? parse_number(object.getRealValue()) : 0;
}

const FontReader& FontShelf::of(QPDFObjectHandle font) {
  if (!font.isIndirect()) return read(font);
  const FontReader*& known = fonts_[font.getObjGen()];
  if (known == nullptr) known = &read(font);
  return *known;
}

const FontReader& FontShelf::read(QPDFObjectHandle font) {
  if (all_.size() >= kMostFonts) throw TooMuch{{"用的字体太多", "it uses too many fonts"}};
  all_.push_back(std::make_unique<FontReader>(font, room_));
  return *all_.back();
}

int FontShelf::number(const FontReader& font) {
  const auto found = std::find(names.begin(), names.end(), font.name());
  if (found != names.end()) return static_cast<int>(found - names.begin());
  names.push_back(font.name());
  return static_cast<int>(names.size()) - 1;
}

ContentReader::ContentReader(const Matrix& base, Billionths height, FontShelf& shelf, Printed& printed)
    : height_(height), shelf_(shelf), printed_(printed) {
  state_.ctm = base;
}

void ContentReader::read_page(QPDFObjectHandle page) {
  QPDFPageObjectHelper whole(page);
  resources_ = whole.getAttribute("/Resources", false);
  refuse_endless(page.getPageContents());
  whole.parseContents(this);
}

const std::map<std::string, ContentReader::Operator>& ContentReader::operators() {
  using C = ContentReader;
  static const std::map<std::string, Operator> all{{"q", &C::save},
                                                   {"Q", &C::restore},
                                                   {"cm", &C::concatenate},
                                                   {"w", &C::set_line_width},
                                                   {"rg", &C::set_fill},
                                                   {"g", &C::set_fill},
                                                   {"k", &C::set_fill},
                                                   {"sc", &C::set_fill},
                                                   {"scn", &C::set_fill},
                                                   {"RG", &C::set_stroke},
                                                   {"G", &C::set_stroke},
                                                   {"K", &C::set_stroke},
                                                   {"SC", &C::set_stroke},
                                                   {"SCN", &C::set_stroke},
                                                   {"Do", &C::draw_object},
                                                   {"BT", &C::begin_text},
                                                   {"Tf", &C::set_font},
                                                   {"Tc", &C::set_spacing},
                                                   {"Tw", &C::set_word_spacing},
                                                   {"Tz", &C::set_scale},
                                                   {"TL", &C::set_leading},
                                                   {"Ts", &C::set_rise},
                                                   {"Tr", &C::set_rendering},
                                                   {"Td", &C::move_text},
                                                   {"TD", &C::move_text_and_lead},
                                                   {"Tm", &C::set_text_matrix},
                                                   {"T*", &C::next_line},
                                                   {"Tj", &C::show},
                                                   {"'", &C::show_on_next_line},
                                                   {"\"", &C::show_spaced},
                                                   {"TJ", &C::show_array},
                                                   {"m", &C::move_to},
                                                   {"l", &C::line_to},
                                                   {"c", &C::curve_to},
                                                   {"v", &C::curve_to},
                                                   {"y", &C::curve_to},
                                                   {"h", &C::close_path},
                                                   {"re", &C::rectangle},
                                                   {"f", &C::fill_path},
                                                   {"F", &C::fill_path},
                                                   {"f*", &C::fill_path},
                                                   {"S", &C::stroke_path},
                                                   {"s", &C::stroke_path},
                                                   {"B", &C::fill_and_stroke_path},
                                                   {"B*", &C::fill_and_stroke_path},
                                                   {"b", &C::fill_and_stroke_path},
                                                   {"b*", &C::fill_and_stroke_path},
                                                   {"n", &C::end_path}};
  return all;
}

void ContentReader::handleObject(QPDFObjectHandle object) {
  if (!object.isOperator()) {
    if (operands_.size() < 64) operands_.push_back(object);
    return;
  }
  const auto known = operators().find(object.getOperatorValue());
  if (known != operators().end()) (this->*known->second)();
  operands_.clear();
}

Billionths ContentReader::number(std::size_t index) const {
  return index < operands_.size() ? value_of(operands_[index]) : 0;
}

Matrix ContentReader::matrix() const {
  return {number(0), number(1), number(2), number(3), number(4), number(5)};
}

/// Grey, RGB or CMYK, told apart by how many figures there are.
Color ContentReader::color() const {
  const std::size_t count = static_cast<std::size_t>(
      std::count_if(operands_.begin(), operands_.end(), [](QPDFObjectHandle o) { return o.isNumber(); }));
  if (count == 3) return {shade(number(0)), shade(number(1)), shade(number(2))};
  if (count == 4) {
    const auto mixed = [&](std::size_t i) { return shade(times(kOne - number(i), kOne - number(3))); };
    return {mixed(0), mixed(1), mixed(2)};
  }
  if (count != 1) return {};
  return {shade(number(0)), shade(number(0)), shade(number(0))};
}

ContentReader::Point ContentReader::shown(Billionths x, Billionths y) const {
  return {in_um(state_.ctm.x(x, y)), in_um(height_ - state_.ctm.y(x, y))};
}

void ContentReader::save() {
  if (saved_.size() < 256) saved_.push_back(state_);
}
void ContentReader::restore() {
  if (saved_.empty()) return;
  state_ = saved_.back();
  saved_.pop_back();
}
void ContentReader::concatenate() { state_.ctm = matrix().then(state_.ctm); }

void ContentReader::draw_object() {
  if (operands_.empty() || !operands_[0].isName() || !resources_.isDictionary()) return;
  QPDFObjectHandle objects = resources_.getKey("/XObject");
  if (!objects.isDictionary()) return;
  QPDFObjectHandle object = objects.getKey(operands_[0].getName());
  if (!object.isStream()) return;
  QPDFObjectHandle subtype = object.getDict().getKey("/Subtype");
  if (subtype.isName() && subtype.getName() == "/Form") return run_form(object);
  const Point corners[] = {shown(0, 0), shown(kOne, 0), shown(0, kOne), shown(kOne, kOne)};
  const auto [left, right] = std::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
  const auto [top, foot] = std::minmax({corners[0].y, corners[1].y, corners[2].y, corners[3].y});
  printed_.pictures.push_back({left, top, right - left, foot - top});
}

void ContentReader::run_form(QPDFObjectHandle form) {
  if (depth_ >= kDeepest || ++forms_ > kMostForms) return;
  ++depth_;
  const State outside = state_;
  const auto saved = std::exchange(saved_, {});
  QPDFObjectHandle resources = resources_;
  const auto operands = std::exchange(operands_, {});
  QPDFObjectHandle dictionary = form.getDict();
  if (dictionary.getKey("/Resources").isDictionary()) resources_ = dictionary.getKey("/Resources");
  QPDFObjectHandle own = dictionary.getKey("/Matrix");
  if (own.isArray() && own.getArrayNItems() == 6) {
    Billionths m[6];
    for (int i = 0; i < 6; ++i) m[i] = value_of(own.getArrayItem(i));
    state_.ctm = Matrix{m[0], m[1], m[2], m[3], m[4], m[5]}.then(state_.ctm);
  }
  refuse_endless({form});
  QPDFObjectHandle::parseContentStream(form, this);
  state_ = outside;
  saved_ = saved;
  resources_ = resources;
  operands_ = operands;
  --depth_;
}

// ---- text ----

void ContentReader::begin_text() { text_ = text_line_ = Matrix{}; }

void ContentReader::set_font() {
  state_.size = number(1);
  state_.font = nullptr;
  if (operands_.empty() || !operands_[0].isName() || !resources_.isDictionary()) return;
  QPDFObjectHandle fonts = resources_.getKey("/Font");
  if (!fonts.isDictionary()) return;
  QPDFObjectHandle font = fonts.getKey(operands_[0].getName());
  if (font.isDictionary()) state_.font = &shelf_.of(font);
}

void ContentReader::move_text() {
  text_line_ = Matrix{kOne, 0, 0, kOne, number(0), number(1)}.then(text_line_);
  text_ = text_line_;
}
void ContentReader::move_text_and_lead() {
  state_.leading = -number(1);
  move_text();
}
void ContentReader::set_text_matrix() { text_ = text_line_ = matrix(); }
void ContentReader::next_line() {
  text_line_ = Matrix{kOne, 0, 0, kOne, 0, -state_.leading}.then(text_line_);
  text_ = text_line_;
}
void ContentReader::show() {
  if (!operands_.empty() && operands_[0].isString()) show_string(operands_[0].getStringValue());
}
void ContentReader::show_on_next_line() {
  next_line();
  show();
}
void ContentReader::show_spaced() {
  state_.word_spacing = number(0);
  state_.spacing = number(1);
  next_line();
  if (operands_.size() > 2 && operands_[2].isString()) show_string(operands_[2].getStringValue());
}
void ContentReader::show_array() {
  if (operands_.empty() || !operands_[0].isArray()) return;
  QPDFObjectHandle array = operands_[0];
  for (int i = 0; i < array.getArrayNItems(); ++i) {
    QPDFObjectHandle item = array.getArrayItem(i);
    if (item.isString())
      show_string(item.getStringValue());
    else if (item.isNumber())
      advance(times(times(-value_of(item) / 1000, state_.size), state_.scale));
  }
}

void ContentReader::advance(Billionths by) { text_ = Matrix{kOne, 0, 0, kOne, by, 0}.then(text_); }

void ContentReader::show_string(const std::string& string) {
  if (state_.font == nullptr) return;
  for (const Code& code : state_.font->codes(string)) {
    const Matrix whole = text_.then(state_.ctm);
    const Billionths own = times(times(code.width, state_.size), state_.scale);
    if (state_.visible && printed_.signs.size() < kMostSigns) {
      Sign sign;
      sign.x = in_um(whole.x(0, state_.rise));
      sign.baseline = in_um(height_ - whole.y(0, state_.rise));
      sign.width = in_um(times(own, whole.along_x()));
      sign.size = in_um(times(state_.size, whole.along_y()));
      sign.character = code.character;
      sign.color = state_.fill;
      sign.font = shelf_.number(*state_.font);
      const Billionths aside = whole.b < 0 ? -whole.b : whole.b;
      sign.upright = whole.a > 0 && aside * 50 < whole.a;
      sign.downward = whole.b < 0 && (whole.a < 0 ? -whole.a : whole.a) * 50 < -whole.b;
      printed_.signs.push_back(sign);
    }
    const Billionths spaced = times(state_.spacing + (code.is_space ? state_.word_spacing : 0), state_.scale);
    advance(own + spaced);
  }
}

// ---- rules ----

void ContentReader::move_to() { path_.push_back({shown(number(0), number(1))}); }
void ContentReader::line_to() {
  if (!path_.empty()) path_.back().push_back(shown(number(0), number(1)));
}
/// A curve is no rule: two points that are not level make the path none.
void ContentReader::curve_to() {
  const std::size_t n = operands_.size();
  if (path_.empty() || n < 4) return;
  for (std::size_t i = 0; i + 1 < n; i += 2) path_.back().push_back(shown(number(i), number(i + 1)));
}
void ContentReader::close_path() {
  if (!path_.empty() && !path_.back().empty()) path_.back().push_back(path_.back().front());
}
void ContentReader::rectangle() {
  const Billionths x = number(0), y = number(1), right = x + number(2), top = y + number(3);
  path_.push_back({shown(x, y), shown(right, y), shown(right, top), shown(x, top), shown(x, y)});
}

void ContentReader::fill_path() {
  for (const auto& part : path_) note_rule(part, 0, state_.fill);
  path_.clear();
}
void ContentReader::stroke_path() {
  const int thickness = in_um(times(state_.line_width, state_.ctm.along_y()));
  for (const auto& part : path_) {
    for (std::size_t i = 1; i < part.size(); ++i) note_rule({part[i - 1], part[i]}, thickness, state_.stroke);
  }
  path_.clear();
}
void ContentReader::fill_and_stroke_path() {
  const auto path = path_;
  fill_path();
  path_ = path;
  stroke_path();
}

/// Points of a bar: longer than it is thick, and thin.
void ContentReader::note_rule(const std::vector<Point>& around, int thickness, Color color) {
  constexpr int kThickest = 3000, kShortest = 4000;
  if (around.size() < 2 || around.size() > 6) return;
  int left = around[0].x, right = left, top = around[0].y, foot = top;
  for (const Point& point : around) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    foot = std::max(foot, point.y);
  }
  if (right - left < foot - top) {
    left -= thickness / 2;
    right += thickness - thickness / 2;
  } else {
    top -= thickness / 2;
    foot += thickness - thickness / 2;
  }
  const int width = right - left, height = foot - top;
  if (std::min(width, height) <= kThickest && std::max(width, height) >= kShortest)
    printed_.rules.push_back({left, top, width, height, color});
}

}  // namespace anjuan::measurement
