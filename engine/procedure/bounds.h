#pragma once
// What one act may take up at most, so that no chart makes the engine hang or run out of memory.
// A chart that needs more is stopped, the act is refused and nothing of it is kept.

#include <cstddef>
#include <cstdint>

namespace anjuan::procedure {

inline constexpr int max_microsteps = 1000;       ///< of one act, all its sessions together
inline constexpr int max_actions = 100000;        ///< of one act
/// Steps and items of all evaluations of one act (expression::max_steps, max_items): about a second's work.
inline constexpr std::int64_t max_effort = 20'000'000;
inline constexpr std::size_t max_queued = 10000;  ///< events waiting at the same time
inline constexpr std::size_t max_delayed = 1000;  ///< delayed events of one session
inline constexpr std::int64_t max_delay_ms = std::int64_t{1} << 52;     ///< far more than a thousand years
inline constexpr std::int64_t max_act_bytes = std::int64_t{64} << 20;   ///< of all values made in one act
inline constexpr std::int64_t max_value_bytes = std::int64_t{4} << 20;  ///< of one value kept
inline constexpr int max_value_depth = 64;  ///< lists and records inside each other
inline constexpr int max_invoked = 100;     ///< charts invoked in one act
inline constexpr int max_invoke_depth = 8;  ///< charts invoked inside each other

}  // namespace anjuan::procedure
