#pragma once
// The manifest beside a bound volume: digests of the volume, of each paper and of the print behind a
// scan, and the lines of the case in the journal with the head of the whole chain. A stranger checks
// the files with sha256sum, and this program checks everything.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "dossier/volume.h"
#include "journal/journal.h"

namespace anjuan::dossier {

/// A file by its path from the office folder, with '/' between folders.
struct FileDigest {
  std::string path, digest;
  bool operator==(const FileDigest&) const = default;
};

/// A paper in the manifest: its place in the volume and the files that hold it.
struct ManifestItem {
  int n = 0;
  std::string id, slot, title, number;
  int first_page = 0, last_page = 0;
  FileDigest bound;                  ///< what is bound
  std::optional<FileDigest> source;  ///< the print, where a scan is bound
  bool operator==(const ManifestItem&) const = default;
};

struct Manifest {
  DigestKind kind = DigestKind::sha256;
  std::string case_number, archival_code, title;
  int ordinal = 1, total = 1;  ///< 卷次, 卷数
  int pages = 0;
  FileDigest volume;
  std::vector<ManifestItem> items;
  std::vector<FileDigest> others;       ///< what lies beside: a filled sheet, a recording
  std::vector<journal::Entry> journal;  ///< entries of this case; numbers rise, with gaps
  std::int64_t head_n = 0;              ///< the last entry of the office's chain when the volume was bound
  std::string head_digest;
};

/// The manifest of a planned volume. `path_of(paper, is_source)` names the file of each paper.
Manifest make_manifest(const VolumePlan&,
                       const std::function<std::string(const PaperItem&, bool is_source)>& path_of);

/// Refused: a path that is absolute, leaves its folder or holds line breaks or back-slashes.
Diagnostics check_paths(const Manifest&, const std::string& file);

/// Indented canonical JSON.
std::string write_manifest(const Manifest&);
/// Reads what write_manifest gives. Refused: anything missing or of the wrong kind, bad paths.
Result<Manifest> read_manifest(std::string_view text, const std::string& file);

/// All files once, by path, as sha256sum (or sm3sum) writes and checks them: "digest  path\n".
std::string write_sums(const Manifest&);

/// The bytes of a file, or nothing if it is not there.
using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;

/// Everything that no longer fits: files missing or changed, journal lines changed or out of order,
/// a journal line later than the head. Empty: the volume is what was filed.
Diagnostics verify(const Manifest&, const ReadFile&, const std::string& file);

}  // namespace anjuan::dossier
