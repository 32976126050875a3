#pragma once
// 全过程记录: an append-only chain of entries; each covers the one before it, its own text, and the
// digests of the documents it brought. A stranger can check it with sha256sum:
//   digest = H("anjuan-log-1|" n "|" previous "|" canonical text)

#include <cstdint>
#include <optional>
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

/// 链首: where the chain ends; it stands for every entry up to it.
struct Head {
  std::int64_t n = 0;  ///< 0: no entry yet
  std::string digest = origin;
};

/// A head as somebody noted it outside, or as a paper prints it: all of the digest or its beginning.
struct NotedHead {
  std::string digest;  ///< 16 to 64 of [0-9a-f]
  std::optional<std::int64_t> n;
};
/// Reads "221:a0ab3ff63abe51cb" or a digest alone; spaces, a full-width colon and capitals are allowed.
Result<NotedHead> read_noted_head(std::string_view);

/// Links a text to the chain's head.
Entry append(DigestKind, std::int64_t last_n, std::string_view last_digest, const Value& act);

/// Where the chain is first broken, if anywhere: gap, wrong link, changed text. `head`: one noted
/// outside (`read_noted_head`); when given, the chain must contain it.
Diagnostics verify(DigestKind, const std::vector<Entry>&, std::string_view head = {});
/// The entry that a noted head is the digest of. Refused: none is.
Result<std::int64_t> find_head(const std::vector<Entry>&, const NotedHead&);

/// A text form of the chain for handing over: one entry per line, TAB-separated.
std::string write(const std::vector<Entry>&);
Result<std::vector<Entry>> read(std::string_view text, const std::string& file);

}  // namespace anjuan::journal
