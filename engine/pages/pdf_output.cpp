#include "pages/pdf_output.h"

#include <string>

#include "base/check.h"
#include "base/digest.h"

namespace anjuan::pages {
namespace {

/// The object as it stands in a file, from "N 0 obj" to "endobj".
std::string as_written(const PoDoFo::PdfObject& object) {
  PoDoFo::PdfRefCountedBuffer buffer;
  PoDoFo::PdfOutputDevice device(&buffer);
  object.WriteObject(&device, PoDoFo::ePdfWriteMode_Clean, nullptr);
  return {buffer.GetBuffer(), static_cast<std::size_t>(device.GetLength())};
}

/// Twenty bytes of the cross-reference table.
std::string table_line(std::uint64_t place, const char* generation_and_kind) {
  std::string digits = std::to_string(place);
  ANJUAN_CHECK(digits.size() <= 10);
  return std::string(10 - digits.size(), '0') + digits + generation_and_kind;
}

}  // namespace

void PdfOutput::put(std::string_view bytes) {
  at_ += bytes.size();
  if (outcome_.ok()) outcome_ = sink_(bytes);
}

void PdfOutput::begin(std::string_view version) {
  // Four bytes above 127 tell programs that the file is no text.
  put("%PDF-" + std::string(version) + "\n%\xe2\xe3\xcf\xd3\n");
}

void PdfOutput::write(const PoDoFo::PdfObject& object) {
  ANJUAN_CHECK(places_.emplace(object.Reference().ObjectNumber(), at_).second);
  put(as_written(object));
}

void PdfOutput::finish(const PoDoFo::PdfReference& root, const PoDoFo::PdfObject& information) {
  const std::uint64_t table = at_;
  const std::uint32_t count = places_.empty() ? 1 : places_.rbegin()->first + 1;
  std::string text = "xref\n0 " + std::to_string(count) + "\n";
  for (std::uint32_t n = 0; n < count; ++n) {
    const auto found = places_.find(n);
    text += found == places_.end() ? table_line(0, n == 0 ? " 65535 f \n" : " 00000 f \n")
                                   : table_line(found->second, " 00000 n \n");
  }
  const std::string id = "<" + sha256(as_written(information)).substr(0, 32) + ">";
  const auto reference = [](const PoDoFo::PdfReference& to) {
    return std::to_string(to.ObjectNumber()) + " 0 R";
  };
  text += "trailer\n<< /Size " + std::to_string(count) + " /Root " + reference(root) + " /Info " +
          reference(information.Reference()) + " /ID [" + id + id + "] >>\nstartxref\n" +
          std::to_string(table) + "\n%%EOF\n";
  put(text);
}

}  // namespace anjuan::pages
