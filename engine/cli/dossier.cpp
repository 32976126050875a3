// anjuan dossier verify: is a filed volume, with everything its manifest names, still what was filed?
// Needs no office: only the manifest and the files around it.

#include <filesystem>
#include <ostream>

#include "cli/command.h"
#include "cli/messages.h"
#include "dossier/manifest.h"
#include "handling/signed_form.h"

namespace anjuan::cli {
namespace {

namespace fs = std::filesystem;

/// Paths of a manifest count from the folder above the one it lies in (the office's, or the folder
/// that was handed over), or from its own.
std::optional<std::string> read_beside(const fs::path& manifest, const std::string& path) {
  const fs::path own = fs::absolute(manifest).parent_path();
  for (const fs::path& base : {own.parent_path(), own}) {
    std::string bytes;
    std::error_code error;
    if (fs::is_regular_file(base / path, error) && read_whole((base / path).string(), bytes)) return bytes;
  }
  return std::nullopt;
}

/// The electronic signatures of what was bound; `count`: how many there are.
Diagnostics check_signatures(const dossier::Manifest& manifest, const std::string& path, std::size_t& count) {
  Diagnostics found;
  for (const dossier::ManifestItem& item : manifest.items) {
    const auto bytes = read_beside(path, item.bound.path);
    if (!bytes || bytes->find("/ByteRange") == std::string::npos) continue;
    const auto all = handling::examine_signatures(*bytes, {}, item.bound.path);
    append(found, all.ok() ? handling::broken_signatures(*all, item.bound.path) : all.diagnostics());
    count += all.ok() ? all->size() : 0;
  }
  return found;
}

int run_dossier_verify(Terminal& terminal, const CommandLine& line) {
  const std::string path = line.get("MANIFEST");
  std::string text;
  if (!read_whole(path, text)) return report(terminal, {unreadable(path)});
  const auto manifest = dossier::read_manifest(text, path);
  if (!manifest.ok()) return report(terminal, manifest.diagnostics());
  std::size_t signatures = 0;
  Diagnostics found = dossier::verify(*manifest, [&](const std::string& file) { return read_beside(path, file); }, path);
  append(found, check_signatures(*manifest, path, signatures));
  if (!found.empty()) return report(terminal, found);
  const std::size_t n = manifest->items.size();
  if (terminal.language == Language::chinese) {
    terminal.out << "核验一致：" << manifest->title << "（档号 " << manifest->archival_code << "）共 " << n << " 件、" << manifest->pages << " 页，附件 " << manifest->others.size()
                 << " 个、办案记录 " << manifest->journal.size() << " 条，与立卷时完全相同。\n";
  } else {
    terminal.out << "verified: " << manifest->title << " (" << manifest->archival_code << "), " << n << " items, " << manifest->pages << " pages, " << manifest->others.size()
                 << " other files and " << manifest->journal.size() << " journal entries are what was filed.\n";
  }
  if (signatures > 0) terminal.out << terminal.say("电子签名完好：", "signatures hold: ") << signatures << terminal.say(" 个签名与文件一致。\n", "\n");
  return status_done;
}

}  // namespace

Command dossier_verify_command() {
  return {{"dossier verify", {"核验一卷案卷：卷册、文书、检查表、办案记录有没有被改动", "verify a bound volume with its papers, sheets and journal"},
           {{"MANIFEST", {"案卷文件夹里的清单文件（…-清单.json）", "the manifest beside the volume"}}}, {}}, run_dossier_verify};
}

}  // namespace anjuan::cli
