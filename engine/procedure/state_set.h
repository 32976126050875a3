#pragma once
// A set of states as bits. States are numbered in document order, so going through a set is entry
// order and going through it backwards is exit order. Charts of up to 256 states need no heap.

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <vector>

namespace anjuan::procedure {

using StateIndex = std::size_t;  ///< into Definition::states; 0 is the root
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

class StateSet {
 public:
  /// Visits the members upwards; `std::reverse_iterator` downwards. Yields numbers, not references.
  class iterator {
   public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = StateIndex;
    using difference_type = std::ptrdiff_t;
    using pointer = const StateIndex*;
    using reference = StateIndex;

    iterator() = default;
    iterator(const StateSet& set, StateIndex at) : set_(&set), at_(at) {}
    StateIndex operator*() const { return at_; }
    iterator& operator++() {
      at_ = set_->next(at_ + 1);
      return *this;
    }
    iterator operator++(int) {
      iterator before = *this;
      ++*this;
      return before;
    }
    iterator& operator--() {
      at_ = set_->previous(at_);
      return *this;
    }
    iterator operator--(int) {
      iterator before = *this;
      --*this;
      return before;
    }
    bool operator==(const iterator& other) const { return at_ == other.at_; }

   private:
    const StateSet* set_ = nullptr;
    StateIndex at_ = 0;
  };
  using const_iterator = iterator;
  using value_type = StateIndex;

  StateSet() = default;
  StateSet(std::initializer_list<StateIndex> states) {
    for (StateIndex s : states) insert(s);
  }

  bool contains(StateIndex s) const { return (word(s / word_bits) >> (s % word_bits) & 1U) != 0; }
  bool empty() const;
  std::size_t size() const;
  /// Whether the state was not there yet.
  bool insert(StateIndex);
  template <class Iterator>
  void insert(Iterator first, Iterator last) {
    for (; first != last; ++first) insert(*first);
  }
  void erase(StateIndex);
  void clear() { *this = {}; }

  bool intersects(const StateSet&) const;
  /// Whether some member lies in [first, last): a state's descendants are such a range.
  bool any_within(StateIndex first, StateIndex last) const { return next(first) < last; }
  /// The members in [first, last).
  StateSet within(StateIndex first, StateIndex last) const;
  StateSet& operator|=(const StateSet&);
  StateSet& operator&=(const StateSet&);
  StateSet& operator-=(const StateSet&);
  bool operator==(const StateSet&) const = default;
  std::size_t hash() const;

  iterator begin() const { return {*this, next(0)}; }
  iterator end() const { return {*this, no_index}; }
  auto rbegin() const { return std::reverse_iterator<iterator>(end()); }
  auto rend() const { return std::reverse_iterator<iterator>(begin()); }

 private:
  static constexpr std::size_t word_bits = 64, near_words = 4;
  std::array<std::uint64_t, near_words> near_{};
  std::vector<std::uint64_t> far_;  ///< of states from 256 on; its last word is never zero

  std::size_t words() const { return near_words + far_.size(); }
  std::uint64_t word(std::size_t i) const {
    return i < near_words ? near_[i] : i - near_words < far_.size() ? far_[i - near_words] : 0;
  }
  std::uint64_t& word_at(std::size_t i) { return i < near_words ? near_[i] : far_[i - near_words]; }
  void trim();
  StateIndex next(StateIndex from) const;        ///< the first member not below; no_index: none
  StateIndex previous(StateIndex before) const;  ///< the last member below; there must be one
};

}  // namespace anjuan::procedure
