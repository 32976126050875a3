#pragma once
// The one door through which PoDoFo opens PDFs made elsewhere, after a trial where they unpack while they are opened
// (opening_trial.h). Throws PoDoFo::PdfError; the callers catch it.

#include <podofo/podofo.h>

#include <string>
#include <string_view>

namespace anjuan::pages {

enum class Purpose { reading, appending };

/// Opens `bytes`, which must outlive the document. ePdfError_OutOfMemory: it takes more memory than is allowed.
void open_pdf(PoDoFo::PdfMemDocument& document, std::string_view bytes, Purpose purpose = Purpose::reading);

/// The stream unpacked. ePdfError_ValueOutOfRange: it has more than `room` bytes.
std::string unpacked(const PoDoFo::PdfStream& stream, std::size_t room);

}  // namespace anjuan::pages
