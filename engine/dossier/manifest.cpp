#include "dossier/manifest.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "dossier/messages.h"
#include "json/json.h"

namespace anjuan::dossier {
namespace {

bool is_safe_path(const std::string& path) {
  if (path.empty() || path.front() == '/' || find_invalid_utf8(path)) return false;
  for (const unsigned char c : path) {
    if (c < 0x20 || c == 0x7F || c == '\\') return false;
  }
  for (const std::string& folder : split(path, '/')) {
    if (folder.empty() || folder == "." || folder == "..") return false;
  }
  return true;
}

std::vector<FileDigest> all_files(const Manifest& manifest) {
  std::vector<FileDigest> files{manifest.volume};
  for (const ManifestItem& item : manifest.items) {
    files.push_back(item.bound);
    if (item.source) files.push_back(*item.source);
  }
  files.insert(files.end(), manifest.others.begin(), manifest.others.end());
  return files;
}

std::string short_digest(const std::string& digest) { return digest.substr(0, 12); }

void verify_file(DigestKind kind, const FileDigest& recorded, const ReadFile& read, const std::string& file,
                 Diagnostics& found) {
  const std::optional<std::string> bytes = read(recorded.path);
  if (!bytes) {
    found.push_back(diagnose(messages::file_missing, {file}, recorded.path));
    return;
  }
  const std::string now = digest(kind, *bytes);
  if (now != recorded.digest) {
    found.push_back(diagnose(messages::file_changed, {file}, recorded.path, short_digest(recorded.digest),
                             short_digest(now)));
  }
}

/// Whether the entry's digest covers its number, its link and its text. The journal links canonical
/// text only, so a text that does not read back the same was changed.
bool covers(DigestKind kind, const journal::Entry& entry) {
  const auto act = json::read(entry.text, {});
  if (!act.ok()) return false;
  const journal::Entry again = journal::append(kind, entry.n - 1, entry.previous, *act);
  return again.text == entry.text && again.digest == entry.digest;
}

void verify_journal(const Manifest& manifest, const std::string& file, Diagnostics& found) {
  const journal::Entry* before = nullptr;
  for (const journal::Entry& entry : manifest.journal) {
    const std::string n = std::to_string(entry.n);
    if (before && entry.n <= before->n) {
      found.push_back(diagnose(messages::journal_order, {file}, std::to_string(before->n), n));
    }
    const bool linked = !before || entry.n != before->n + 1 || entry.previous == before->digest;
    if (!linked || !covers(manifest.kind, entry)) {
      found.push_back(diagnose(messages::journal_line_changed, {file}, n));
    }
    if (entry.n > manifest.head_n || (entry.n == manifest.head_n && entry.digest != manifest.head_digest)) {
      found.push_back(diagnose(messages::head_not_reached, {file}, std::to_string(manifest.head_n)));
    }
    before = &entry;
  }
}

}  // namespace

Manifest make_manifest(const VolumePlan& volume,
                       const std::function<std::string(const PaperItem&, bool is_source)>& path_of) {
  Manifest manifest;
  manifest.ordinal = volume.ordinal;
  manifest.total = volume.total;
  manifest.pages = volume.pages;
  for (const BoundItem& item : volume.items) {
    ManifestItem line;
    line.n = static_cast<int>(manifest.items.size()) + 1;
    line.id = item.paper.id;
    line.slot = item.paper.slot;
    line.title = item.paper.title;
    line.number = item.paper.number;
    line.first_page = item.first_page;
    line.last_page = item.last_page;
    line.bound = {path_of(item.paper, false), item.digest};
    if (!item.source_digest.empty()) line.source = FileDigest{path_of(item.paper, true), item.source_digest};
    manifest.items.push_back(std::move(line));
  }
  return manifest;
}

Diagnostics check_paths(const Manifest& manifest, const std::string& file) {
  Diagnostics found;
  for (const FileDigest& named : all_files(manifest)) {
    if (!is_safe_path(named.path)) found.push_back(diagnose(messages::bad_path, {file}, named.path));
  }
  return found;
}

std::string write_sums(const Manifest& manifest) {
  std::map<std::string, std::string> by_path;
  for (const FileDigest& file : all_files(manifest)) by_path.emplace(file.path, file.digest);
  std::string text;
  for (const auto& [path, digest] : by_path) text += digest + "  " + path + "\n";
  return text;
}

Diagnostics verify(const Manifest& manifest, const ReadFile& read, const std::string& file) {
  Diagnostics found = check_paths(manifest, file);
  if (!found.empty()) return found;
  for (const FileDigest& recorded : all_files(manifest))
    verify_file(manifest.kind, recorded, read, file, found);
  verify_journal(manifest, file, found);
  return found;
}

}  // namespace anjuan::dossier
