#pragma once
// 全过程记录: an append-only chain of entries; each covers the one before it, its own text, and the
// digests of the documents it brought. A stranger can check it with sha256sum:
//   digest = H("anjuan-log-1|" n "|" previous "|" canonical text)

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
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
  std::optional<DigestKind> kind = std::nullopt;  ///< where the note says so
};
/// Reads "221:a0ab3ff63abe51cb", a digest alone, or a line of `head_line`; spaces, a full-width colon and capitals
/// are allowed.
Result<NotedHead> read_noted_head(std::string_view);
/// The line that is given outside day by day: "anjuan-head-1 2026-11-26 221 sha256 a0ab…", with a line feed.
std::string head_line(DigestKind, Day, const Head&);
/// A file of such notes, one a line; empty lines and those that begin with # are passed over.
Result<std::vector<NotedHead>> read_noted_heads(std::string_view text, const std::string& file);

/// Links a text to the chain's head.
Entry append(DigestKind, std::int64_t last_n, std::string_view last_digest, const Value& act);

/// Checks a chain entry by entry, without holding it: for journals of a million.
class ChainCheck {
 public:
  explicit ChainCheck(DigestKind, std::vector<NotedHead> heads = {});
  void take(const Entry&);
  /// Where the chain was first broken; if nowhere, which noted heads it does not contain.
  Diagnostics finish() const;
  std::int64_t last() const { return last_; }
  /// The entries that the noted heads are the digests of, in the order of the notes; 0 where the chain was empty.
  std::vector<std::int64_t> noted() const;

 private:
  struct Noted {
    NotedHead head;
    std::optional<std::int64_t> found;
    std::optional<Diagnostic> differs;
  };
  void compare(Noted&, std::int64_t n, const std::string& digest) const;

  DigestKind kind_;
  std::vector<Noted> heads_;
  std::multimap<std::int64_t, std::size_t> numbered_;  ///< those of `heads_` that say which entry they are of: years of days
  std::vector<std::size_t> others_;
  std::string previous_ = origin;
  std::int64_t last_ = 0;
  std::optional<Diagnostic> broken_;
};

/// Where the chain is first broken, if anywhere: gap, wrong link, changed text. `head`: one noted
/// outside (`read_noted_head`); when given, the chain must contain it.
Diagnostics verify(DigestKind, const std::vector<Entry>&, std::string_view head = {});
/// The entry that a noted head is the digest of. Refused: none is.
Result<std::int64_t> find_head(const std::vector<Entry>&, const NotedHead&);

/// A text form of the chain for handing over: one entry per line, TAB-separated.
std::string write(const std::vector<Entry>&);
Result<std::vector<Entry>> read(std::string_view text, const std::string& file);

}  // namespace anjuan::journal
