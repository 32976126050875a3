#pragma once
// Two sets of definition files compared: procedures in the words of legal staff, everything else by what
// its texts say. Layout and comments are no difference.

#include <string>
#include <vector>

#include "handling/consequences.h"
#include "handling/library.h"
#include "procedure/difference.h"

namespace anjuan::handling {

struct ProcedureDifference {
  enum class Kind { added, removed, changed };
  Kind kind = Kind::changed;
  std::string name, label, version_was, version_is;
  std::string file_was, file_is;       ///< "" where there is none
  std::vector<procedure::Difference> found;
};

/// A form, template, style or other file.
struct FileDifference {
  enum class Kind { added, removed, changed };
  Kind kind = Kind::changed;
  Wording what = "";                   ///< 文书模板“检查通知书” / the template “检查通知书”
  std::vector<std::string> gone, news;  ///< texts no longer there, and new ones
  std::vector<std::string> papers;     ///< documents of the procedures that are made by it
};

struct Comparison {
  std::vector<ProcedureDifference> procedures;
  std::vector<FileDifference> files;
  Consequences consequences;
  bool nothing() const { return procedures.empty() && files.empty(); }
};

/// Each side: files that belong together. One procedure on each side is one version beside another, whatever
/// their names. `companions`: what the files may refer to; `staff`: the office's people, where they are known.
/// Refused: a file that cannot be read.
Result<Comparison> compare_definitions(const std::vector<SourceFile>& old, const std::vector<SourceFile>& fresh,
                                       const std::vector<SourceFile>& companions = {}, const Staff& staff = {});

/// Of `all`, the files of the same kind and id as one of `some`.
std::vector<SourceFile> counterparts(const std::vector<SourceFile>& all, const std::vector<SourceFile>& some);
/// Of `all`, the files of a kind (procedure, template, calendar, …) that `some` has too.
std::vector<SourceFile> of_same_kinds(const std::vector<SourceFile>& all, const std::vector<SourceFile>& some);
/// Of `all`, the files that are of no kind and id that one of `some` has.
std::vector<SourceFile> without(const std::vector<SourceFile>& all, const std::vector<SourceFile>& some);
/// `base` with the files of `over` in the place of those of the same kind and id, others added.
std::vector<SourceFile> laid_over(const std::vector<SourceFile>& base, const std::vector<SourceFile>& over);

}  // namespace anjuan::handling
