#pragma once
// Signatures in a PDF (ISO 32000-1, 12.8): an empty place is appended to the finished file, the bytes around
// it are signed elsewhere, and the signature is put into the place. What stood in the file before stays to
// the byte, so earlier signatures go on holding and the unsigned file can be cut out again.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "pages/seal.h"
#include "pages/setting.h"

namespace anjuan::pages {

struct SignatureField {
  std::string name;  ///< of the field; one that the file has already gets a number added
  std::string signer, reason, location;
  Moment at;
  bool cades = false;
  std::optional<SealPlace> place;  ///< none: the signature is not seen
  std::shared_ptr<const SealPicture> picture;
};

/// A file with an empty place for one signature.
struct UnsignedPdf {
  std::string bytes;
  std::size_t hole_begin = 0, hole_end = 0;  ///< of the hexadecimal string with its angle brackets
  /// The bytes that the signature stands for: all but the hole.
  std::string signed_bytes() const { return bytes.substr(0, hole_begin) + bytes.substr(hole_end); }
};

/// Refused: no PDF, a damaged or protected one, a page that is not there. `file` is for messages.
Result<UnsignedPdf> make_place_for_signature(std::string_view pdf, const SignatureField&,
                                             const std::string& file);
/// Refused: a signature longer than the hole.
Result<std::string> put_signature(UnsignedPdf, std::string_view signature);

struct FoundSignature {
  std::string field, signer, reason, sub_filter;
  std::string signed_bytes, signature;
  std::size_t hole_begin = 0, hole_end = 0;  ///< of the hexadecimal string with its angle brackets
  std::size_t revision_size = 0;             ///< the file as it was when it was signed: its first bytes
  bool sound = false;  ///< the byte range leaves out the signature itself and nothing else
};
/// In the order of signing.
Result<std::vector<FoundSignature>> signatures_of(std::string_view pdf, const std::string& file);

/// The file with another value for a signature that it holds, such as the same with a timestamp taken in: the
/// hole is not part of what was signed. Refused: a value longer than the hole.
Result<std::string> replace_signature(std::string pdf, const FoundSignature&, std::string_view signature);

/// What a paper of ours tells of its seals; nothing for other files.
struct RoomForSeals {
  std::vector<SealPlace> places;  ///< kept free, in reading order
  std::string watermark;          ///< of drafts and exercises
};
Result<RoomForSeals> room_for_seals(std::string_view pdf, const std::string& file);

}  // namespace anjuan::pages
