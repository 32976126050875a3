#pragma once
// 核验: the electronic signatures of an office's papers, and of those that its bound volumes carry whole.

#include <vector>

#include "base/result.h"
#include "cases/case_store.h"
#include "signing/signing.h"

namespace anjuan::handling {

struct SignedForms {
  std::size_t papers = 0, signatures = 0;  ///< looked at
  std::size_t in_volumes = 0;              ///< signed forms that bound volumes carry
  Diagnostics found;                       ///< empty: all hold
};

/// Holds each electronic signature against its file and against whom to trust (where a root is given), and each volume that binds a signed form to carrying it
/// as it was signed. `rows`: with bodies. A fault of the store is returned as such.
Result<SignedForms> verify_signed_forms(cases::Reading&, const std::vector<cases::CaseRow>& rows, const signing::Trust& = {});

}  // namespace anjuan::handling
