#pragma once
// Papers and rules that several tests of the dossier build on.

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "base/digest.h"
#include "dossier/dossier_rules.h"
#include "dossier/volume.h"

namespace anjuan::dossier {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The rules as shipped.
inline DossierRules shipped_rules() {
  const std::string path = std::string(ANJUAN_SOURCE_DIR) + "/workflows/dossier.xml";
  auto rules = load_dossier_rules(read_file(path), "dossier.xml");
  if (!rules.ok()) {
    for (const Diagnostic& diagnostic : rules.diagnostics()) {
      std::fputs(render(diagnostic, Language::english).c_str(), stderr);
    }
  }
  return std::move(rules).value();
}

/// A finished paper: `pages` pages, a digest made from its id, made in the order of `created`.
inline PaperItem paper(std::string id, std::string title, std::string place, Day date, int pages = 1,
                       std::int64_t created = 0) {
  PaperItem item;
  item.id = id;
  item.slot = std::move(id);
  item.title = std::move(title);
  item.place = std::move(place);
  item.date = date;
  item.pages = pages;
  item.created = created;
  item.responsible = "澄阳县司法局";
  item.print_digest = sha256(item.id);
  return item;
}

inline PaperItem receipt(std::string id, std::string of, Day date, int pages = 1) {
  PaperItem item = paper(std::move(id), "送达回证", "", date, pages);
  item.receipt_of = std::move(of);
  return item;
}

inline std::vector<std::string> ids(const VolumePlan& volume) {
  std::vector<std::string> found;
  for (const BoundItem& item : volume.items) found.push_back(item.paper.id);
  return found;
}

inline std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : diagnostics) found.emplace_back(diagnostic.row->code);
  return found;
}

}  // namespace anjuan::dossier
