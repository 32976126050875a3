#include "faults/shim/disk.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace anjuan::faults {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t sector = 512;

/// A step of SplitMix64: the same choice on every machine.
std::uint64_t next(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

std::string bytes_at(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string parent(const std::string& path) { return path.substr(0, path.find_last_of('/')); }
std::string last(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

}  // namespace

Disk::Disk(std::string folder) : folder_(std::move(folder)) {
  const Id root = add(true);
  now_[folder_] = root;
  scan(folder_, root);
}

Disk::Id Disk::add(bool folder) {
  const Id id = static_cast<Id>(nodes_.size()) + 1;
  nodes_[id].folder = folder;
  return id;
}

Disk::Id Disk::id_of(const std::string& path) const {
  const auto found = now_.find(path);
  return found == now_.end() ? 0 : found->second;
}

void Disk::scan(const std::string& path, Id id) {
  if (!fs::is_directory(path)) return;
  for (const auto& entry : fs::directory_iterator(path)) {
    const std::string inner = entry.path().string();
    const Id child = add(entry.is_directory());
    if (!entry.is_directory()) {
      nodes_[child].original = inner;
      nodes_[child].shared = entry.hard_link_count() > 1;
    }
    nodes_[id].names[last(inner)] = child;
    now_[inner] = child;
    if (entry.is_directory()) scan(inner, child);
  }
}

/// A name is given, moved or taken away; not yet durable.
void Disk::name(const std::string& path, Id id) {
  pending_names_.push_back({id_of(parent(path)), last(path), id, calls_});
  if (id == 0) {
    now_.erase(path);
  } else {
    now_[path] = id;
  }
}

bool Disk::is_shared(const std::string& path) const {
  const auto found = nodes_.find(id_of(path));
  return found != nodes_.end() && found->second.shared && !found->second.original.empty();
}

void Disk::before(const std::string& path) {
  const Id id = id_of(path);
  if (id == 0 || nodes_[id].original.empty()) return;
  Node& node = nodes_[id];
  node.content = bytes_at(node.original);
  node.original.clear();
}

void Disk::created(const std::string& path) {
  ++calls_;
  name(path, add(false));
}

void Disk::wrote(const std::string& path, off_t at, std::string_view bytes) {
  nodes_[id_of(path)].pending.push_back({at, std::string(bytes), false});
}

void Disk::resized(const std::string& path, off_t size) {
  nodes_[id_of(path)].pending.push_back({size, "", true});
}

void Disk::renamed(const std::string& from, const std::string& to) {
  ++calls_;
  const Id id = id_of(from);
  name(from, 0);
  name(to, id);
  std::map<std::string, Id> moved;  // what lies below a folder moves with it
  for (auto it = now_.lower_bound(from + "/"); it != now_.end() && it->first.starts_with(from + "/");) {
    moved[to + it->first.substr(from.size())] = it->second;
    it = now_.erase(it);
  }
  now_.merge(moved);
}

void Disk::removed(const std::string& path) {
  ++calls_;
  name(path, 0);
}

void Disk::made_folder(const std::string& path) {
  ++calls_;
  name(path, add(true));
}

void Disk::synced(const std::string& path) {
  const Id id = id_of(path);
  Node& node = nodes_[id];
  for (const Change& change : node.pending) apply(node.content, change, change.bytes.size());
  node.pending.clear();
  for (const NameChange& change : pending_names_) {
    if (change.folder != id) continue;
    if (change.node == 0) {
      node.names.erase(change.name);
    } else {
      node.names[change.name] = change.node;
    }
  }
  std::erase_if(pending_names_, [&](const NameChange& change) { return change.folder == id; });
}

/// The first `bytes` of a change.
void Disk::apply(std::string& content, const Change& change, std::size_t bytes) {
  const auto at = static_cast<std::size_t>(change.at);
  if (change.resize) return content.resize(at);
  if (content.size() < at + bytes) content.resize(at + bytes);
  content.replace(at, bytes, change.bytes, 0, bytes);
}

/// Each change is there, or not, or in its first sectors.
std::string Disk::content_left(const Node& node, std::uint64_t& random) const {
  std::string content = node.original.empty() ? node.content : bytes_at(node.original);
  for (const Change& change : node.pending) {
    const std::uint64_t luck = random == 0 ? 0 : next(random) % 4;
    if (luck == 0) continue;
    const std::size_t all = change.bytes.size();
    apply(content, change, luck == 1 ? next(random) % (all / sector + 1) * sector : all);
  }
  return content;
}

void Disk::lay_out(const std::string& folder, std::uint64_t choice) const {
  std::uint64_t random = choice;
  std::map<Id, std::map<std::string, Id>> names;
  for (const auto& [id, node] : nodes_) names[id] = node.names;
  std::map<std::uint64_t, bool> kept;
  for (const NameChange& change : pending_names_) {
    if (!kept.contains(change.call)) kept[change.call] = random != 0 && next(random) % 2 == 1;
    if (!kept[change.call]) continue;
    if (change.node == 0) {
      names[change.folder].erase(change.name);
    } else {
      names[change.folder][change.name] = change.node;
    }
  }
  std::vector<std::pair<std::string, Id>> open = {{folder, now_.at(folder_)}};
  while (!open.empty()) {
    const auto [path, id] = open.back();
    open.pop_back();
    fs::create_directories(path);
    for (const auto& [name, child] : names[id]) {
      const Node& node = nodes_.at(child);
      const std::string inner = path + "/" + name;
      if (node.folder) {
        open.emplace_back(inner, child);
      } else if (!node.original.empty() && node.shared) {
        fs::create_hard_link(node.original, inner);
      } else {
        std::ofstream(inner, std::ios::binary) << content_left(node, random);
      }
    }
  }
}

}  // namespace anjuan::faults
