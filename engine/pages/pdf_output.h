#pragma once
// The bytes of a PDF, object after object: what is written need not be kept, so that a volume of scans
// takes no more memory than its largest part.

#include <podofo/podofo.h>

#include <cstdint>
#include <map>
#include <string_view>

#include "pages/pages.h"

namespace anjuan::pages {

class PdfOutput {
 public:
  explicit PdfOutput(Sink sink) : sink_(std::move(sink)) {}

  void begin(std::string_view version);  ///< "1.7"
  /// The object as it is now, at its number; each once.
  void write(const PoDoFo::PdfObject& object);
  /// Cross-reference table and trailer. The file's ID is made of its information.
  void finish(const PoDoFo::PdfReference& root, const PoDoFo::PdfObject& information);
  /// What the sink said first; nothing is handed to it after a refusal.
  const Outcome& outcome() const { return outcome_; }

 private:
  void put(std::string_view bytes);

  Sink sink_;
  Outcome outcome_{Done{}};
  std::uint64_t at_ = 0;
  std::map<std::uint32_t, std::uint64_t> places_;  ///< of the objects, from the file's beginning
};

}  // namespace anjuan::pages
