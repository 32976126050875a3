// Sets of states, word by word.

#include "procedure/state_set.h"

#include <algorithm>
#include <bit>

namespace anjuan::procedure {

bool StateSet::empty() const {
  return far_.empty() && std::all_of(near_.begin(), near_.end(), [](std::uint64_t w) { return w == 0; });
}

std::size_t StateSet::size() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words(); ++i) count += static_cast<std::size_t>(std::popcount(word(i)));
  return count;
}

bool StateSet::insert(StateIndex s) {
  const std::size_t i = s / word_bits;
  if (i >= words()) far_.resize(i - near_words + 1);
  std::uint64_t& bits = word_at(i);
  const std::uint64_t bit = std::uint64_t{1} << (s % word_bits);
  const bool fresh = (bits & bit) == 0;
  bits |= bit;
  return fresh;
}

void StateSet::erase(StateIndex s) {
  if (!contains(s)) return;
  word_at(s / word_bits) &= ~(std::uint64_t{1} << (s % word_bits));
  trim();
}

bool StateSet::intersects(const StateSet& other) const {
  const std::size_t common = std::min(words(), other.words());
  for (std::size_t i = 0; i < common; ++i) {
    if ((word(i) & other.word(i)) != 0) return true;
  }
  return false;
}

StateSet StateSet::within(StateIndex first, StateIndex last) const {
  StateSet found;
  for (StateIndex s = next(first); s < last; s = next(s + 1)) found.insert(s);
  return found;
}

StateSet& StateSet::operator|=(const StateSet& other) {
  if (other.far_.size() > far_.size()) far_.resize(other.far_.size());
  for (std::size_t i = 0; i < other.words(); ++i) word_at(i) |= other.word(i);
  return *this;
}

StateSet& StateSet::operator&=(const StateSet& other) {
  for (std::size_t i = 0; i < words(); ++i) word_at(i) &= other.word(i);
  trim();
  return *this;
}

StateSet& StateSet::operator-=(const StateSet& other) {
  for (std::size_t i = 0; i < std::min(words(), other.words()); ++i) word_at(i) &= ~other.word(i);
  trim();
  return *this;
}

std::size_t StateSet::hash() const {
  std::uint64_t mixed = 0;
  for (std::size_t i = 0; i < words(); ++i) {
    mixed = (mixed ^ word(i)) * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 29;
  }
  return static_cast<std::size_t>(mixed);
}

void StateSet::trim() {
  while (!far_.empty() && far_.back() == 0) far_.pop_back();
}

StateIndex StateSet::next(StateIndex from) const {
  std::size_t i = from / word_bits;
  if (i >= words()) return no_index;
  std::uint64_t bits = word(i) & (~std::uint64_t{0} << (from % word_bits));
  while (bits == 0) {
    if (++i >= words()) return no_index;
    bits = word(i);
  }
  return i * word_bits + static_cast<std::size_t>(std::countr_zero(bits));
}

StateIndex StateSet::previous(StateIndex before) const {
  std::size_t i = words() - 1;
  std::uint64_t bits = word(i);
  if (before != no_index) {
    i = before / word_bits;
    bits = word(i) & ~(~std::uint64_t{0} << (before % word_bits));
  }
  while (bits == 0) bits = word(--i);
  return i * word_bits + static_cast<std::size_t>(std::countl_zero(bits) ^ 63);
}

}  // namespace anjuan::procedure
