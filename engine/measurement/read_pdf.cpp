#include "measurement/read_pdf.h"

#include <algorithm>
#include <exception>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "measurement/content_reader.h"
#include "measurement/join_signs.h"
#include "measurement/messages.h"
#include "pages/opening_trial.h"

namespace anjuan::measurement {
namespace {

constexpr std::size_t kMostPages = 2000;

/// The part of the sheet that is shown, and how it is turned.
struct Frame {
  Billionths left = 0, foot = 0, right = 595 * kOne, top = 842 * kOne;
  int turns = 0;  ///< to the right, by 90 degrees
  Billionths unit = kOne;

  bool lies() const { return turns % 2 == 1; }
  Billionths width() const { return times(lies() ? top - foot : right - left, unit); }
  Billionths height() const { return times(lies() ? right - left : top - foot, unit); }
  /// From the space of the page to the page as shown, y up.
  Matrix base() const {
    Matrix m;
    if (turns == 0) m = {kOne, 0, 0, kOne, -left, -foot};
    if (turns == 1) m = {0, -kOne, kOne, 0, -foot, right};
    if (turns == 2) m = {-kOne, 0, 0, -kOne, right, top};
    if (turns == 3) m = {0, kOne, -kOne, 0, top, -left};
    return m.then({unit, 0, 0, unit, 0, 0});
  }
};

Frame frame_of(QPDFPageObjectHelper page) {
  Frame frame;
  QPDFObjectHandle box = page.getAttribute("/CropBox", false);
  if (!box.isArray() || box.getArrayNItems() != 4) box = page.getAttribute("/MediaBox", false);
  if (box.isArray() && box.getArrayNItems() == 4) {
    const Billionths x1 = value_of(box.getArrayItem(0)), y1 = value_of(box.getArrayItem(1)),
                     x2 = value_of(box.getArrayItem(2)), y2 = value_of(box.getArrayItem(3));
    frame.left = std::min(x1, x2);
    frame.right = std::max(x1, x2);
    frame.foot = std::min(y1, y2);
    frame.top = std::max(y1, y2);
  }
  QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
  if (rotate.isInteger()) frame.turns = static_cast<int>((rotate.getIntValue() / 90 % 4 + 4) % 4);
  QPDFObjectHandle unit = page.getObjectHandle().getKey("/UserUnit");
  if (unit.isNumber() && value_of(unit) > 0) frame.unit = value_of(unit);
  return frame;
}

FinishedPage read_page(QPDFPageObjectHelper page, FontShelf& shelf) {
  const Frame frame = frame_of(page);
  Printed printed;
  ContentReader reader(frame.base(), frame.height(), shelf, printed);
  reader.read_page(page.getObjectHandle());
  FinishedPage made{
      in_um(frame.width()), in_um(frame.height()), join_signs(std::move(printed.signs)), {}, {}};
  made.rules = std::move(printed.rules);
  made.pictures = std::move(printed.pictures);
  return made;
}

Wording meaning_of(const QPDFExc& error) {
  if (error.getErrorCode() == qpdf_e_password)
    return {"需要口令才能打开", "it cannot be opened without a password"};
  return {"文件损坏或者不是 PDF", "it is damaged or no PDF"};
}

void open(QPDF& pdf, std::string_view bytes, const std::string& file) {
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(file.c_str(), bytes.data(), bytes.size());
}

/// qpdf unpacks objects when they are first asked for, so the trial asks for all.
Outcome try_to_open(std::string_view bytes, const std::string& file) {
  const pages::Trial trial = pages::try_opening(bytes, [&]() -> int {
    try {
      QPDF pdf;
      open(pdf, bytes, file);
      pdf.getAllObjects();
    } catch (const QPDFExc&) {  // the reading tells
    }
    return 0;
  });
  using End = pages::Trial::End;
  if (trial.end == End::told) return Done{};
  if (trial.end == End::not_begun) return diagnose(pdf_not_tried, Place{file});
  if (trial.end == End::fell_over) return diagnose(pdf_not_read, Place{file}, Wording("文件损坏", "it is damaged"));
  return diagnose(pdf_not_read, Place{file}, Wording("展开以后超过允许的内存限度（128 MiB）或者时间，或者内存不足", "unpacked it takes more memory (128 MiB) or time than is allowed, or there is not enough"));
}

}  // namespace

Result<FinishedPaper> read_pdf(std::string_view bytes, const std::string& file) {
  ANJUAN_DO(try_to_open(bytes, file));
  try {
    QPDF pdf;
    open(pdf, bytes, file);
    FinishedPaper paper;
    paper.file = file;
    QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
    if (info.isDictionary() && info.getKey("/Style").isString())
      paper.style = info.getKey("/Style").getUTF8Value();
    FontShelf shelf;
    for (const QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
      if (paper.pages.size() >= kMostPages) break;
      paper.pages.push_back(read_page(page, shelf));
    }
    paper.fonts = std::move(shelf.names);
    if (!paper.pages.empty()) return paper;
    return diagnose(pdf_not_read, Place{file}, Wording("里面没有页面", "it has no pages"));
  } catch (const QPDFExc& error) {
    return diagnose(pdf_not_read, Place{file}, meaning_of(error));
  } catch (const TooMuch& refused) {
    return diagnose(pdf_not_read, Place{file}, refused.what);
  } catch (const std::exception&) {
    return diagnose(pdf_not_read, Place{file}, Wording("文件损坏", "it is damaged"));
  }
}

}  // namespace anjuan::measurement
