#pragma once
// A pool of inspectors in the order of their tickets for one object, put in order as far as it is looked
// at: usually the first few of thousands.

#include <string>
#include <vector>

#include "draw/roster.h"
#include "draw/seed.h"
#include "draw/tickets.h"

namespace anjuan::draw {

/// An inspector's ticket for an object, with his number; smaller tickets come first.
struct Candidate {
  Ticket ticket;
  int inspector = 0;
  auto operator<=>(const Candidate&) const = default;
};

class TicketOrder {
 public:
  /// `tickets`: of the inspectors of the pool, in its order.
  TicketOrder(const std::vector<int>& pool, TicketPool::Tickets tickets) : pool_(pool), tickets_(std::move(tickets)) {}

  std::size_t size() const { return pool_.size(); }
  const Candidate& operator[](std::size_t place) {
    ANJUAN_CHECK(place < pool_.size());
    while (place >= sorted_.size()) sort_more();
    return sorted_[place];
  }

 private:
  void sort_more();

  const std::vector<int>& pool_;
  TicketPool::Tickets tickets_;
  std::vector<Candidate> sorted_;
  std::uint64_t sorted_to_ = 0;  // every ticket whose head is smaller stands in sorted_
};

/// The pools of a roster, ready to draw tickets for one object after another.
class TicketPools {
 public:
  explicit TicketPools(const Roster&);
  /// The order of a pool under the key of a context: `team|OBJECT`, `sub|OBJECT|RESERVE`.
  TicketOrder order(int pool, std::string_view key) const { return {roster_.pool(pool), pools_[at(pool)].under(key)}; }

 private:
  const Roster& roster_;
  std::vector<TicketPool> pools_;
};

}  // namespace anjuan::draw
