#pragma once
// A set of up to 64 small numbers.

#include <compare>
#include <cstddef>
#include <cstdint>

namespace anjuan::analysis {

/// A set of small numbers; those above 63 are not told apart: they may be in it or not.
class Flags {
 public:
  bool may_hold(std::size_t i) const { return i >= 64 || (bits_ >> i & 1U) != 0; }
  bool holds(std::size_t i) const { return i < 64 && (bits_ >> i & 1U) != 0; }
  void set(std::size_t i, bool on) {
    if (i < 64) bits_ = on ? bits_ | (std::uint64_t{1} << i) : bits_ & ~(std::uint64_t{1} << i);
  }
  bool empty() const { return bits_ == 0; }
  bool within(Flags other) const { return (bits_ & ~other.bits_) == 0; }
  bool meets(Flags other) const { return (bits_ & other.bits_) != 0; }
  std::uint64_t bits() const { return bits_; }
  Flags& operator|=(Flags other) {
    bits_ |= other.bits_;
    return *this;
  }
  Flags& operator-=(Flags other) {
    bits_ &= ~other.bits_;
    return *this;
  }
  Flags& operator&=(Flags other) {
    bits_ &= other.bits_;
    return *this;
  }
  auto operator<=>(const Flags&) const = default;
  bool operator==(const Flags&) const = default;

 private:
  std::uint64_t bits_ = 0;
};

}  // namespace anjuan::analysis
