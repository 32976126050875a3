#pragma once
// The frozen list (冻结清单) of a draw: the base of objects, the inspectors, the conflicts and the
// contributors to the seed. Its bytes are fixed before any seed exists; its digest is the promise.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"

namespace anjuan::draw {

/// 行业: one group of objects with its quota: ceil(N·numerator/denominator), at least `min`, at
/// most `max`. `must_count`: objects taken in any case use up the quota.
struct Stratum {
  std::string id;
  std::int64_t numerator = 0, denominator = 1, min = 0;
  std::optional<std::int64_t> max;
  bool must_count = false;
  bool operator==(const Stratum&) const = default;
};

enum class Mode : std::uint8_t {
  draw,  ///< takes part
  must,  ///< taken in any case; the note says why
  skip,  ///< of the base, but not taken; the note says why
};

/// 检查对象. `weight`: lots in the box. `seats`: one inspector each; "" is anybody, else the tag that
/// the inspector must have.
struct Object {
  std::string id, stratum;
  Mode mode = Mode::draw;
  int weight = 1;
  std::vector<std::string> seats{"", ""};
  std::string name, note = "-";
  bool operator==(const Object&) const = default;
};

/// 执法检查人员. `load`: inspections of this year so far. `cap`: most that this draw may add.
struct Inspector {
  std::string id;
  bool in = true;  ///< may be drawn; otherwise the note says why not
  std::int64_t load = 0;
  std::optional<std::int64_t> cap;
  std::vector<std::string> tags;
  std::string name, note = "-";
  bool operator==(const Inspector&) const = default;
};

/// 回避: this inspector never inspects this object. The reason is a code, never a personal fact.
struct Conflict {
  std::string object, inspector, reason;
  bool operator==(const Conflict&) const = default;
};

enum class SourceKind { secret, beacon, d6, d10, lottery };

/// Who adds to the seed, and how; a secret is committed to beforehand.
struct Contributor {
  std::string id;
  SourceKind kind = SourceKind::d6;
  std::string commitment = "-";  ///< of a secret; "-" for all others
  bool operator==(const Contributor&) const = default;
};

inline const std::string no_previous_draw(64, '0');

/// What a list lays down besides its rows of objects and people.
struct ListHead {
  DigestKind hash = DigestKind::sha256;
  std::string draw;                         ///< number of the draw
  std::string date;                         ///< YYYY-MM-DD
  std::string previous = no_previous_draw;  ///< digest of the result (or voiding) of the draw before
  int slack = 1;
  int reserve_count = 0;
  std::string anchor = "-";  ///< r_0 of the sealed substitution values; "-" without
  std::vector<Stratum> strata;
  std::vector<Contributor> contributors;  ///< in their order
  std::string digest;                     ///< of the file's bytes; set by parse_list
  bool operator==(const ListHead&) const = default;
};

struct FrozenList : ListHead {
  std::vector<Object> objects;
  std::vector<Inspector> inspectors;
  std::vector<Conflict> conflicts;
  bool operator==(const FrozenList&) const = default;
};

/// Reads the bytes of a list file, strictly as anjuan-draw-1 says, and does the checks at the time
/// of freezing: every object that may be taken can be staffed on its own. A refusal names the line
/// and carries a code (refusal_code). Objects that cannot be staffed are all named at once.
Result<FrozenList> parse_list(std::string_view bytes, const std::string& file);

/// The bytes of the list, every section in byte order of its keys whatever order it came in. It is
/// not checked: use `freeze`, unless the list was parsed.
std::string write_list(const FrozenList&);

struct Frozen {
  FrozenList list;
  std::string bytes;
};
/// Writes a list made from registers and reads it back: what comes out is valid and says exactly
/// what was meant (a line break in a name, say, cannot smuggle in a line).
Result<Frozen> freeze(const FrozenList& draft, const std::string& file);

}  // namespace anjuan::draw
