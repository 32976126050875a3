// Pango and Cairo, used plainly: one layout a paragraph, justified, one a cell; the same faces, sizes and
// page. Where the headers were not installed there is nothing to compare with.

#include "benchmarks/paper/report.h"

#ifdef ANJUAN_WITH_PANGO
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#endif

namespace anjuan::paper_benchmark {

#ifdef ANJUAN_WITH_PANGO
namespace {

constexpr double mm = 72 / 25.4, left = 28 * mm, top = 37 * mm, width = 156 * mm, bottom = 262 * mm,
                 line = 28.99;

class Sheet {
 public:
  explicit Sheet(const std::string& path)
      : surface_(cairo_pdf_surface_create(path.c_str(), 210 * mm, 297 * mm)),
        cairo_(cairo_create(surface_)) {}
  ~Sheet() {
    number_page();
    cairo_destroy(cairo_);
    cairo_surface_destroy(surface_);
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  void paragraph(const std::string& text, const char* font, PangoAlignment align, bool indent) {
    PangoLayout* layout = make(text, font, width, align);
    if (indent) pango_layout_set_indent(layout, 32 * PANGO_SCALE);
    if (align == PANGO_ALIGN_LEFT) pango_layout_set_justify(layout, TRUE);
    PangoLayoutIter* iter = pango_layout_get_iter(layout);
    do {
      room(line);
      PangoRectangle box;
      pango_layout_iter_get_line_extents(iter, nullptr, &box);
      cairo_move_to(cairo_, left + static_cast<double>(box.x) / PANGO_SCALE, y_ + 22);
      pango_cairo_show_layout_line(cairo_, pango_layout_iter_get_line_readonly(iter));
      y_ += line;
    } while (pango_layout_iter_next_line(iter) != 0);
    pango_layout_iter_free(iter);
    g_object_unref(layout);
  }

  void row(const std::vector<std::string>& cells, const char* font) {
    constexpr double columns[] = {3, 9, 4, 12};
    std::vector<PangoLayout*> layouts;
    double height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      layouts.push_back(make(cells[i], font, columns[i] / 28 * width - 6,
                             i % 2 == 0 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT));
      int w = 0, h = 0;
      pango_layout_get_pixel_size(layouts.back(), &w, &h);
      height = std::max(height, static_cast<double>(h) + 6);
    }
    room(height);
    double x = left;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cairo_rectangle(cairo_, x, y_, columns[i] / 28 * width, height);
      cairo_set_line_width(cairo_, 0.5);
      cairo_stroke(cairo_);
      cairo_move_to(cairo_, x + 3, y_ + 3);
      pango_cairo_show_layout(cairo_, layouts[i]);
      g_object_unref(layouts[i]);
      x += columns[i] / 28 * width;
    }
    y_ += height;
  }

 private:
  cairo_surface_t* surface_;
  cairo_t* cairo_;
  double y_ = top;
  int page_ = 1;

  PangoLayout* make(const std::string& text, const char* font, double wide, PangoAlignment align) {
    PangoLayout* layout = pango_cairo_create_layout(cairo_);
    PangoFontDescription* description = pango_font_description_from_string(font);
    // Points of the page, not of a screen.
    pango_font_description_set_absolute_size(description, pango_font_description_get_size(description));
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    pango_layout_set_text(layout, text.c_str(), static_cast<int>(text.size()));
    pango_layout_set_width(layout, static_cast<int>(wide * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, align);
    return layout;
  }
  void room(double height) {
    if (y_ + height <= bottom) return;
    number_page();
    cairo_show_page(cairo_);
    y_ = top;
    ++page_;
  }
  void number_page() {
    PangoLayout* layout = make("— " + std::to_string(page_) + " —", "AR PL SungtiL GB 14", width,
                               page_ % 2 == 1 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    cairo_move_to(cairo_, left, bottom + 7 * mm);
    pango_cairo_show_layout(cairo_, layout);
    g_object_unref(layout);
  }
};

}  // namespace

int set_by_pango(int count, const std::string& folder) {
  for (int n = 0; n < count; ++n) {
    const Report report = report_of(n);
    Sheet sheet(folder + "/" + std::to_string(n) + ".pdf");
    sheet.paragraph(report.title, "Droid Sans Fallback 22", PANGO_ALIGN_CENTER, false);
    sheet.paragraph(report.number, "AR PL SungtiL GB 16", PANGO_ALIGN_RIGHT, false);
    for (const std::string& text : report.paragraphs)
      sheet.paragraph(text, "AR PL SungtiL GB 16", PANGO_ALIGN_LEFT, true);
    sheet.row({"序号", "项目", "结果", "说明"}, "Droid Sans Fallback 12");
    for (std::size_t i = 0; i < report.rows.size(); ++i)
      sheet.row({std::to_string(i + 1), report.rows[i].item, report.rows[i].result, report.rows[i].remark},
                "AR PL SungtiL GB 12");
    sheet.paragraph(report.close, "AR PL SungtiL GB 16", PANGO_ALIGN_LEFT, true);
    sheet.paragraph(report.signature, "AR PL KaitiM GB 16", PANGO_ALIGN_RIGHT, false);
  }
  return 0;
}
#else
int set_by_pango(int, const std::string&) { return 2; }
#endif

}  // namespace anjuan::paper_benchmark
