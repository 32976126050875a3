#include "pages/open_pdf.h"

#include <exception>
#include <string>
#include <utility>

#include "pages/opening_trial.h"

namespace anjuan::pages {
namespace {

void load(PoDoFo::PdfMemDocument& document, std::string_view bytes, Purpose purpose) {
  document.LoadFromBuffer(bytes.data(), static_cast<long>(bytes.size()), purpose == Purpose::appending);
}

[[noreturn]] void give_up(PoDoFo::EPdfError why) { throw PoDoFo::PdfError(why, __FILE__, __LINE__); }

PoDoFo::EPdfError error_of(const Trial& trial) {
  switch (trial.end) {
    case Trial::End::told:
      return static_cast<PoDoFo::EPdfError>(trial.told);
    case Trial::End::out_of_memory:
      return PoDoFo::ePdfError_OutOfMemory;
    case Trial::End::too_long:
      return PoDoFo::ePdfError_ValueOutOfRange;
    case Trial::End::fell_over:
      return PoDoFo::ePdfError_BrokenFile;
    case Trial::End::not_begun:
      break;
  }
  return PoDoFo::ePdfError_InternalLogic;
}

/// Takes what a filter unpacks, as long as there is room.
class Room : public PoDoFo::PdfOutputStream {
 public:
  explicit Room(std::size_t room) : room_(room) {}
  PoDoFo::pdf_long Write(const char* piece, PoDoFo::pdf_long length) override {
    if (bytes.size() + static_cast<std::size_t>(length) > room_) give_up(PoDoFo::ePdfError_ValueOutOfRange);
    bytes.append(piece, static_cast<std::size_t>(length));
    return length;
  }
  void Close() override {}

  std::string bytes;

 private:
  std::size_t room_;
};

}  // namespace

void open_pdf(PoDoFo::PdfMemDocument& document, std::string_view bytes, Purpose purpose) {
  const Trial trial = try_opening(bytes, [&]() -> int {
    try {
      PoDoFo::PdfMemDocument tried;
      load(tried, bytes, purpose);
      return PoDoFo::ePdfError_ErrOk;
    } catch (const PoDoFo::PdfError& error) {
      return error.GetError();
    }
  });
  if (const PoDoFo::EPdfError error = error_of(trial); error != PoDoFo::ePdfError_ErrOk) give_up(error);
  load(document, bytes, purpose);
}

std::string unpacked(const PoDoFo::PdfStream& stream, std::size_t room) {
  Room out(room);
  stream.GetFilteredCopy(&out);
  return std::move(out.bytes);
}

}  // namespace anjuan::pages
