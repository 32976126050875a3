#pragma once
// SHA-256 and SM3 for many tickets at once. A team's pool has thousands of tickets and a nation's list ten
// million; the library makes one digest after another. Here one instruction works on sixteen of them,
// where the processor has such instructions; elsewhere the same code is compiled to ordinary ones. A test
// holds every lane to the library.

#include <array>
#include <cstdint>

#include "base/digest.h"

namespace anjuan::draw {

inline constexpr int lane_count = 16;

/// Eight words between two blocks of a digest.
using DigestState = std::array<std::uint32_t, 8>;

/// One block of 64 bytes for each lane.
struct alignas(64) LaneBlocks {
  unsigned char bytes[lane_count][64];
};
/// What the rounds of a block take in, word by word, each of all lanes. It hangs on the block alone: a block
/// that is met after many keys is expanded once.
struct alignas(64) LaneSchedule {
  std::uint32_t words[68][lane_count];
};
/// Where the lanes arrive: word by word, each of all lanes.
struct alignas(64) LaneStates {
  std::uint32_t words[8][lane_count];
};

/// Before the first block.
const DigestState& first_state(DigestKind);

void expand_lanes(DigestKind, const LaneBlocks&, LaneSchedule&);
/// From one state through the block of each lane.
void compress_lanes(DigestKind, const DigestState& from, const LaneSchedule&, LaneStates& to);

}  // namespace anjuan::draw
