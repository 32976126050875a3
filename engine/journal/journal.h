#pragma once
// 全过程记录: an append-only chain of entries; each covers the one before it, its own text, and the
// digests of the documents it brought. A stranger can check it with sha256sum:
//   digest = H("anjuan-log-1|" n "|" previous "|" canonical text)

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "base/value.h"

namespace anjuan::journal {

struct Entry {
  std::int64_t n = 0;    ///< from 1, without gaps
  std::string previous;  ///< digest of the entry before; 64 zeros for the first
  std::string text;      ///< canonical JSON of the act
  std::string digest;
};

inline const std::string origin(64, '0');

/// Links a text to the chain's head.
Entry append(DigestKind, std::int64_t last_n, std::string_view last_digest, const Value& act);

/// Where the chain is first broken, if anywhere: gap, wrong link, changed text. `head`: a digest
/// noted outside; when given, the chain must contain it.
Diagnostics verify(DigestKind, const std::vector<Entry>&, std::string_view head = {});

/// A text form of the chain for handing over: one entry per line, TAB-separated.
std::string write(const std::vector<Entry>&);
Result<std::vector<Entry>> read(std::string_view text, const std::string& file);

}  // namespace anjuan::journal
