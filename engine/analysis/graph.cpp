// Scenes and lists as keys.

#include "analysis/graph.h"

namespace anjuan::analysis {

namespace {

void mix(std::size_t& hash, std::size_t more) {
  hash = (hash ^ more) * 0x9e3779b97f4a7c15ULL ^ (hash >> 29U);
}

std::size_t hash_of(std::uint32_t n) { return n; }
std::size_t hash_of(const Choice& choice) {
  return choice.term * 64 + choice.taken * 8 + choice.options + (choice.of_world ? 512U : 0U);
}

}  // namespace

std::size_t Scene::hash() const {
  std::size_t hash = configuration.hash();
  for (const auto& [h, stored] : history) mix(hash, stored.hash() + h);
  for (const auto* list : {&inner, &outer, &asked, &failed}) {
    mix(hash, list->size());
    for (std::uint32_t n : *list) mix(hash, n);
  }
  for (const auto& [term, value] : known) mix(hash, term + reinterpret_cast<std::uintptr_t>(value));
  for (const Flags& flags : {running, due, made, signed_, served, fresh, brought, chosen, loose})
    mix(hash, flags.bits());
  mix(hash, (resting ? 1U : 0U) + (ended ? 2U : 0U) + (stirred ? 4U : 0U));
  return hash;
}

template <class T>
std::size_t Pool<T>::Hash::operator()(const std::vector<T>& list) const {
  std::size_t hash = list.size();
  for (const T& one : list) mix(hash, hash_of(one));
  return hash;
}

template <class T>
std::uint32_t Pool<T>::add(const std::vector<T>& list) {
  const auto [at, fresh] = known_.emplace(list, static_cast<std::uint32_t>(lists_.size()));
  if (fresh) lists_.push_back(&at->first);
  return at->second;
}

template class Pool<std::uint32_t>;
template class Pool<Choice>;

}  // namespace anjuan::analysis
