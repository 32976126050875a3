#pragma once
// The verifiable draw `anjuan-draw-1`: same list, same seed, same events: same lots, for anyone.
// Every digest is of a text that can be printed, so that a witness can check each with sha256sum.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "draw/events.h"
#include "draw/list.h"
#include "draw/result.h"
#include "draw/seed.h"

namespace anjuan::draw {

/// Draws objects and teams, then applies the events. Refused: no assignment exists within the caps
/// (E_INFEASIBLE), an event that cannot be (E_EVENT), a reserve value out of turn (E_RESERVE).
Result<DrawResult> draw(const FrozenList&, const Seed&, const Events& = {});

/// A file as it was handed in, with the name that messages use.
struct NamedBytes {
  std::string_view bytes;
  std::string file;
};

/// The way from the files to the result's bytes, which are handed on in pieces. The files may be a
/// nation's: beyond their bytes it takes less than a hundred for each object. Nothing is written when
/// anything is refused.
Outcome draw_files(const NamedBytes& list, const NamedBytes& seed, const std::optional<NamedBytes>& events,
                   const std::function<void(std::string_view)>& write);

/// Computes the result anew from the files and compares. Empty if every byte is the same; else what
/// is wrong with a file, or where the result first differs.
Diagnostics verify(const NamedBytes& list, const NamedBytes& seed, const std::optional<NamedBytes>& events,
                   const NamedBytes& result);

/// The last step of `verify` alone: where the result file first differs from the bytes computed.
Diagnostics compare(std::string_view computed, const NamedBytes& result);

/// The code of anjuan-draw-1 (E_SYNTAX, E_INFEASIBLE, …) that a refusal of this module stands for;
/// "" for any other diagnostic.
std::string_view refusal_code(const Diagnostic&);

}  // namespace anjuan::draw
