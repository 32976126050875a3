#pragma once
// Runs the operators of a page and notes what they print. Included by the .cpp files that read PDFs.

#include <map>
#include <memory>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "measurement/finished_paper.h"
#include "measurement/fixed_point.h"
#include "measurement/font_reader.h"

namespace anjuan::measurement {

/// A number of a PDF; 0 for anything else.
Billionths value_of(QPDFObjectHandle);

/// Fonts of one file, each read once.
class FontShelf {
 public:
  const FontReader& of(QPDFObjectHandle font);
  /// Index of the font's name in `names`.
  int number(const FontReader& font);
  std::vector<std::string> names;

 private:
  const FontReader& read(QPDFObjectHandle font);

  std::map<QPDFObjGen, const FontReader*> fonts_;
  std::vector<std::unique_ptr<FontReader>> all_;
  std::size_t room_ = kMostCodes;
};

/// What a page prints, before signs are joined to lines.
struct Printed {
  std::vector<Sign> signs;
  std::vector<Rule> rules;
  std::vector<Picture> pictures;
};

class ContentReader : public QPDFObjectHandle::ParserCallbacks {
 public:
  /// `base` leads from the space of the page to the page as shown, y up, `height` high (points).
  ContentReader(const Matrix& base, Billionths height, FontShelf& shelf, Printed& printed);

  void read_page(QPDFObjectHandle page);
  void handleObject(QPDFObjectHandle object) override;
  void handleEOF() override {}

 private:
  struct State {
    Matrix ctm;
    Color fill, stroke;
    Billionths line_width = kOne;
    const FontReader* font = nullptr;
    Billionths size = 0, spacing = 0, word_spacing = 0, scale = kOne, leading = 0, rise = 0;
    bool visible = true;
  };
  struct Point {
    int x = 0, y = 0;
  };
  using Operator = void (ContentReader::*)();

  static const std::map<std::string, Operator>& operators();
  Billionths number(std::size_t index) const;
  Matrix matrix() const;
  Color color() const;
  Point shown(Billionths x, Billionths y) const;
  void run_form(QPDFObjectHandle form);

  void save();
  void restore();
  void concatenate();
  void set_line_width() { state_.line_width = number(0); }
  void set_fill() { state_.fill = color(); }
  void set_stroke() { state_.stroke = color(); }
  void draw_object();

  void begin_text();
  void set_font();
  void set_spacing() { state_.spacing = number(0); }
  void set_word_spacing() { state_.word_spacing = number(0); }
  void set_scale() { state_.scale = number(0) / 100; }
  void set_leading() { state_.leading = number(0); }
  void set_rise() { state_.rise = number(0); }
  void set_rendering() { state_.visible = number(0) / kOne != 3 && number(0) / kOne != 7; }
  void move_text();
  void move_text_and_lead();
  void set_text_matrix();
  void next_line();
  void show();
  void show_on_next_line();
  void show_spaced();
  void show_array();
  void show_string(const std::string& string);
  void advance(Billionths by);

  void move_to();
  void line_to();
  void curve_to();
  void close_path();
  void rectangle();
  void fill_path();
  void stroke_path();
  void fill_and_stroke_path();
  void end_path() { path_.clear(); }
  void note_rule(const std::vector<Point>& around, int thickness, Color color);

  Billionths height_;
  FontShelf& shelf_;
  Printed& printed_;
  State state_;
  std::vector<State> saved_;
  Matrix text_, text_line_;
  std::vector<std::vector<Point>> path_;
  std::vector<QPDFObjectHandle> operands_;
  QPDFObjectHandle resources_;
  int depth_ = 0, forms_ = 0;
};

}  // namespace anjuan::measurement
