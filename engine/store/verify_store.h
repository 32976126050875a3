#pragma once
// 核验: is everything in the office folder still as it was saved?

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/id.h"
#include "journal/journal.h"
#include "store/layout.h"

namespace anjuan::store {

struct VerifyRequest {
  std::vector<journal::NotedHead> heads;  ///< noted outside: the chain must contain each
  std::function<void(const journal::Entry&)> each = [](const journal::Entry&) {};  ///< sees every entry, in order
  std::function<bool(std::string_view body)> wanted = [](std::string_view) { return false; };  ///< which cases are to be looked at further
};

struct Verified {
  Diagnostics found;                ///< empty when all is well
  DigestKind kind = DigestKind::sha256;
  journal::Head head;               ///< where the chain ends
  std::vector<std::int64_t> noted;  ///< the entries that the heads are the digests of
  std::size_t cases = 0, papers = 0;  ///< rounds and cases, and their papers
  std::vector<CaseId> wanted;         ///< those whose bodies are wanted, and those with columns that cannot be read; by id
};

/// What was found, each with the entry, paper, case or number it is about: the database's own check, its tables and
/// triggers, the journal's chain, every file on record or named under "files" in the journal, number books without
/// gaps, every row against its seal, every case's version against the record of its acts.
/// Works on a live office; nothing is changed.
Verified verify_store(const Layout&, const VerifyRequest&);
/// The same with one head, as it was noted; what was found.
Diagnostics verify_store(const std::string& folder, std::string_view head = {});

}  // namespace anjuan::store
