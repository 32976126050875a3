#pragma once
// The seed (种子): what the contributors brought after the list was frozen. The seed is the digest
// of the seed file, so that list, order and values are all bound in.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "draw/list.h"

namespace anjuan::draw {

struct Seed {
  std::string digest;               ///< the seed: digest of the file's bytes
  std::vector<std::string> values;  ///< in the order of the contributors
  bool operator==(const Seed&) const = default;
};

/// Reads a seed file for this list; a secret must open its commitment.
Result<Seed> parse_seed(const ListHead&, std::string_view bytes, const std::string& file);

/// The bytes of the seed file; `values` in the order of the contributors. Checked by parse_seed.
std::string write_seed(const ListHead&, std::span<const std::string> values);

/// H("anjuan-draw-1|commit|DRAW|CONTRIBUTOR|VALUE"): what the list shows of a secret.
std::string commitment(DigestKind, std::string_view draw, std::string_view contributor,
                       std::string_view value);

/// Whether a value has the form of its kind, e.g. 20 to 500 of 1..6 for dice.
bool is_value_of(SourceKind, std::string_view value);
std::string_view name_of(SourceKind);  ///< secret, beacon, d6, d10, lottery
std::optional<SourceKind> parse_source_kind(std::string_view);

}  // namespace anjuan::draw
