#include "draw/ticket_order.h"

#include <algorithm>

namespace anjuan::draw {
namespace {

constexpr std::uint64_t beyond_heads = std::uint64_t{1} << 32;
constexpr std::uint64_t first_few = 32;

/// Tickets are spread evenly, so a bound on their heads lets through about as many as are wanted.
std::uint64_t next_bound(std::uint64_t bound, std::size_t pool) {
  return std::min(beyond_heads, bound == 0 ? beyond_heads / std::max<std::uint64_t>(1, pool) * first_few : 4 * bound);
}

}  // namespace

void TicketOrder::sort_more() {
  const std::uint64_t from = sorted_to_, to = next_bound(from, pool_.size());
  const auto sorted = static_cast<std::ptrdiff_t>(sorted_.size());
  for (std::size_t i = 0; i < pool_.size(); ++i) {
    const std::uint64_t head = head_at(tickets_, i);
    if (head >= from && head < to) sorted_.push_back({ticket_at(tickets_, i), pool_[i]});
  }
  std::sort(sorted_.begin() + sorted, sorted_.end());
  sorted_to_ = to;
}

TicketPools::TicketPools(const Roster& roster) : roster_(roster) {
  for (int pool = 0; pool < roster.pool_count(); ++pool) {
    std::vector<std::string_view> ids;
    for (const int inspector : roster.pool(pool)) ids.push_back(roster.inspector(inspector).id);
    pools_.emplace_back(roster.head().hash, std::move(ids));
  }
}

}  // namespace anjuan::draw
