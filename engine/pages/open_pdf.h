#pragma once
// The one door through which PDFs made elsewhere are opened. PoDoFo unpacks compressed tables and objects of a
// file while it opens it, without any bound: a few thousand bytes can become gigabytes. So a file that has
// such parts, or is large, is first opened in a process of its own, with bounded memory and time, which ends
// whatever happens. Throws PoDoFo::PdfError; the callers catch it.

#include <podofo/podofo.h>

#include <string>
#include <string_view>

namespace anjuan::pages {

/// What opening a file may take besides four times the file itself.
inline constexpr std::size_t most_opening_memory = std::size_t{128} << 20;

enum class Purpose { reading, appending };

/// Opens `bytes`, which must outlive the document. ePdfError_OutOfMemory: it takes more memory than is allowed.
void open_pdf(PoDoFo::PdfMemDocument& document, std::string_view bytes, Purpose purpose = Purpose::reading);

/// Whether opening the file unpacks parts of it: it holds a cross-reference stream.
bool has_packed_structure(std::string_view bytes);

/// The stream unpacked. ePdfError_ValueOutOfRange: it has more than `room` bytes.
std::string unpacked(const PoDoFo::PdfStream& stream, std::size_t room);

}  // namespace anjuan::pages
