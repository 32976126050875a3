#pragma once
// 电子签名件: a paper's print with electronic signatures after it, each held against the file. What such a
// file says is read from its bytes alone, so that the same is found when it is recorded, verified and
// replayed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cases/bureau.h"
#include "cases/case.h"
#include "handling/work.h"
#include "pages/revisions.h"
#include "pages/sign_pdf.h"
#include "signing/signing.h"

namespace anjuan::handling {

/// One signature of a file, held against it.
struct ExaminedSignature {
  pages::FoundSignature found;
  std::optional<signing::Verified> verified;  ///< none: it cannot be read
  pages::Added added = pages::Added::nothing;

  /// The file is what was signed; only further signatures came after it.
  bool intact() const { return found.sound && verified && verified->intact && added != pages::Added::other; }
};

/// All signatures of a PDF, in the order of signing. Refused: a file that is no PDF. `file` is for messages.
Result<std::vector<ExaminedSignature>> examine_signatures(std::string_view pdf, const signing::Trust&, const std::string& file);

/// Signatures that do not hold, each as a refusal that says why.
Diagnostics broken_signatures(const std::vector<ExaminedSignature>&, const std::string& file);

/// Nothing is against the certificate, as far as lists of revoked ones were given.
bool is_current(const signing::Verified&);
/// Signatures that do not lead to a given root, or whose certificate is revoked or not shown to be current; none
/// where no root is given.
Diagnostics untrusted_signatures(const std::vector<ExaminedSignature>&, const signing::Trust&, const std::string& file);

/// What a signed form brings to a paper.
struct NewSignatures {
  int total = 0;  ///< of the whole file
  List told;      ///< those that are new, as the journal tells them
};
/// The electronic signatures of a form handed in for the paper; none where it is a scan. Refused: a signature
/// that does not hold; a form that does not go on from the signed form already kept; a registered seal that
/// may not be set by these people or on this day. Noted in the receipt: a form that does not begin with the
/// print.
Result<NewSignatures> check_signed_form(Work&, const cases::Paper&, const std::string& bytes,
                                        const std::string& file, const std::string& seal);

}  // namespace anjuan::handling
