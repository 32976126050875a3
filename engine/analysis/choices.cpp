// Choices, depth first.

#include "analysis/choices.h"

namespace anjuan::analysis {

namespace {

unsigned lowest_bit(unsigned bits) { return bits & (~bits + 1U); }

}  // namespace

unsigned Choices::take(unsigned options, bool of_world, std::size_t term) {
  if (at_ == made_.size()) made_.push_back({options, lowest_bit(options), of_world, term});
  made_[at_].free = made_[at_].given = false;
  return made_[at_++].taken;
}

bool Choices::next() {
  made_.resize(at_);  // what was not asked this time is no choice
  while (!made_.empty()) {
    Choice& last = made_.back();
    const unsigned left = last.options & ~((last.taken << 1U) - 1U);
    if (left != 0) {
      last.taken = lowest_bit(left);
      at_ = 0;
      return true;
    }
    made_.pop_back();
  }
  at_ = 0;
  return false;
}

}  // namespace anjuan::analysis
