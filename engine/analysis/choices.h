#pragma once
// Everything that the abstraction leaves open is chosen here. A step is followed from the beginning
// for each combination of choices, so that the code that follows it reads like the interpreter.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace anjuan::analysis {

struct Choice {
  unsigned options = 0;   ///< bits that may be taken
  unsigned taken = 0;     ///< one of them
  bool of_world = false;  ///< people or facts decide; otherwise what the case already holds
  std::size_t term = 0;   ///< the question, into the vocabulary
  bool free = false;      ///< some case surely takes it: what is known holds just the values that may be
  bool given = false;     ///< people or facts can always bring it about, whatever the case holds
  bool operator==(const Choice&) const = default;
};
inline constexpr unsigned choice_yes = 1, choice_no = 2, choice_fails = 4;
inline constexpr std::size_t no_term = static_cast<std::size_t>(-1);

class Choices {
 public:
  static constexpr std::size_t most = 256;  ///< in one step

  /// One bit of `options`, the lowest first; the same as before where a step is followed again.
  unsigned take(unsigned options, bool of_world, std::size_t term);
  /// A choice between two ways that no condition of the definition asks for.
  bool either(bool of_world) { return take(choice_yes | choice_no, of_world, no_term) == choice_yes; }
  /// Of the choice taken last: some case surely goes this way.
  void mark_free() { made_[at_ - 1].free = true; }
  /// Of the choice taken last: people or facts can always bring this answer about.
  void mark_given() { last().given = true; }
  Choice& last() { return made_[at_ - 1]; }
  /// The place of the choice taken last, for `at`.
  std::size_t place() const { return at_ - 1; }
  Choice& at(std::size_t place) { return made_[place]; }
  /// Goes on to the next combination; false when all have been tried.
  bool next();
  void rewind() { at_ = 0; }
  void clear() { made_.clear(), at_ = 0; }
  /// What was asked since `rewind`, with the answers.
  std::vector<Choice> asked() const {
    return {made_.begin(), made_.begin() + static_cast<std::ptrdiff_t>(at_)};
  }
  /// Too many: the step is given up.
  bool overflown() const { return made_.size() > most; }

 private:
  std::vector<Choice> made_;
  std::size_t at_ = 0;
};

}  // namespace anjuan::analysis
