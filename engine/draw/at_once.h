#pragma once
// Two things done at the same time. What is computed never depends on who computes it, or when.

#include <cstddef>
#include <optional>
#include <system_error>
#include <thread>

namespace anjuan::draw {

/// Does both, the second in a thread of its own where one can be had. Neither reads what the other
/// writes; an exception in the second ends the program.
template <class Here, class There>
void at_once(const Here& here, const There& there) {
  std::optional<std::thread> thread;
  try {
    thread.emplace(there);
  } catch (const std::system_error&) {
    there();
  }
  here();
  if (thread) thread->join();
}

/// part(from, to) for the two halves of 0 … count, at once if they are worth it.
template <class Part>
void in_halves(std::size_t count, std::size_t worth_it, const Part& part) {
  if (count < worth_it) {
    part(std::size_t{0}, count);
    return;
  }
  at_once([&] { part(std::size_t{0}, count / 2); }, [&] { part(count / 2, count); });
}

}  // namespace anjuan::draw
