#pragma once
// All definitions an office works with, loaded and checked together: procedures, forms, templates,
// styles, mappings, rules of dossiers, calendars, the map of the registers. Adding a procedure adds
// files, no C++.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "cases/bureau.h"
#include "documents/document_template.h"
#include "dossier/dossier_rules.h"
#include "forms/form.h"
#include "pages/pages.h"
#include "procedure/definition.h"
#include "publication/publication_rules.h"
#include "publication/mapping.h"
#include "registers/mapping.h"

namespace anjuan::handling {

/// A definition file as it was handed in; `path` is what messages print.
struct SourceFile {
  std::string path, bytes;
};

/// Something loaded, with the digest of the file it came from.
template <class T>
struct Loaded {
  T content;
  std::string file, bytes, digest;
};

struct Library {
  int edition = 0;  ///< which of the office's editions this is (edition.h); 0: none
  std::map<std::string, Loaded<std::shared_ptr<const procedure::Definition>>> procedures;  ///< by name
  std::map<std::string, Loaded<documents::DocumentTemplate>> templates;
  std::map<std::string, Loaded<forms::Form>> forms;
  std::map<std::string, Loaded<std::shared_ptr<const pages::Style>>> styles;
  std::map<std::string, Loaded<publication::Mapping>> mappings;
  std::vector<calendar::YearArrangement> years;
  std::shared_ptr<const registers::Mapping> registers;
  std::shared_ptr<const dossier::DossierRules> dossier;
  std::shared_ptr<const publication::PublicationRules> publication;
  std::shared_ptr<const cases::Bureau> bureau;
};

template <class Map>
std::vector<std::string> ids_of(const Map& map) {
  std::vector<std::string> out;
  for (const auto& [id, loaded] : map) out.push_back(id);
  return out;
}

/// The ids that may stand instead of one that is not known, the nearest first, as messages list them.
Wording ids_instead(std::string_view unknown, std::vector<std::string> ids);

/// What a definition file is, by its outermost element.
enum class FileKind { procedure, form, document_template, style, mapping, calendar, registers, dossier, publication, bureau, rules, migration };

struct LibraryResult {
  Library library;
  Diagnostics found;        ///< errors and warnings of all files, in their order
};

/// Whether a file is one that a case stays with: procedures, forms, templates, styles, mappings, rules of
/// dossiers and of publication; not people, calendars, registers or the list of rules, which are always
/// those of today.
bool stays_with_cases(const SourceFile&);

/// Loads what can be loaded and finds all that is wrong, in each file and between them: a template,
/// form, style or mapping that is named and not there; names that a template needs and the procedure
/// that makes it does not provide.
LibraryResult load_library(const std::vector<SourceFile>&);

/// The same without the checks: of files that an office has adopted, and so checked, before.
LibraryResult load_adopted(const std::vector<SourceFile>&);
/// What can be read of the files, whatever is wrong with the rest; nothing is held against anything else.
Library read_library(const std::vector<SourceFile>&);

/// The names that a template may use besides its needs, with their types: facts, the data of the procedures
/// that make it, what they hand to it. Of a template that none makes: facts and the data of all procedures.
expression::Names names_for(const Library&, const std::string& template_id);

/// The files one by one, without asking what else must be there (anjuan check FILE…). What they
/// refer to may stand in the same call or in the `companions`, which are not themselves reported on.
Diagnostics check_files(const std::vector<SourceFile>&, const std::vector<SourceFile>& companions = {});

}  // namespace anjuan::handling
