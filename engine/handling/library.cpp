#include "handling/library.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <set>

#include "base/text.h"
#include "cases/case_facts.h"
#include "documents/compose.h"
#include "documents/check_template.h"
#include "documents/load_template.h"
#include "documents/load_values.h"
#include "forms/load_form.h"
#include "handling/draw_rules.h"
#include "handling/messages.h"
#include "handling/migration_map.h"
#include "handling/rule_list.h"
#include "pages/style.h"
#include "procedure/draft.h"
#include "procedure/outline.h"
#include "procedure/procedure.h"

namespace anjuan::handling {
namespace {

struct KnownKind {
  std::string_view ns, root;
  FileKind kind;
};
constexpr std::array<KnownKind, 12> file_kinds{{
    {"http://www.w3.org/2005/07/scxml", "scxml", FileKind::procedure},
    {"urn:anjuan:form:1", "form", FileKind::form},
    {"urn:anjuan:template:1", "template", FileKind::document_template},
    {"urn:anjuan:style:1", "style", FileKind::style},
    {"urn:anjuan:mapping:1", "mapping", FileKind::mapping},
    {"", "calendar", FileKind::calendar},
    {"urn:anjuan:registers:1", "registers", FileKind::registers},
    {"urn:anjuan:dossier:1", "dossiers", FileKind::dossier},
    {"urn:anjuan:publication:1", "publication", FileKind::publication},
    {"urn:anjuan:bureau:1", "bureau", FileKind::bureau},
    {"urn:anjuan:rules:1", "rules", FileKind::rules},
    {"urn:anjuan:migration:1", "migration", FileKind::migration},
}};

/// By namespace; a file without the right one is told by its outermost element, so that the outline
/// of that kind can say what is wrong.
std::optional<FileKind> kind_of(const xml::Element& root) {
  for (const KnownKind& known : file_kinds) {
    if (!known.ns.empty() && known.ns == root.ns) return known.kind;
  }
  for (const KnownKind& known : file_kinds) {
    if (known.root == root.name) return known.kind;
  }
  return std::nullopt;
}

/// The kind where the first tag says it plainly, so that the file need not be read for this alone.
std::optional<FileKind> plain_kind_of(std::string_view bytes) {
  std::size_t at = bytes.find('<');
  while (at < bytes.size() && (bytes.substr(at).starts_with("<?") || bytes.substr(at).starts_with("<!--"))) {
    const std::size_t end = bytes.find(bytes[at + 1] == '?' ? "?>" : "-->", at);
    at = end == std::string_view::npos ? end : bytes.find('<', end);
  }
  if (at >= bytes.size()) return std::nullopt;
  const std::string_view tag = bytes.substr(at, bytes.find('>', at) - at);
  for (const KnownKind& known : file_kinds) {
    if (known.ns.empty() || !tag.substr(1).starts_with(known.root) || !tag.substr(1 + known.root.size()).starts_with(" ")) continue;
    if (tag.find(" xmlns=\"" + std::string(known.ns) + "\"") != std::string_view::npos) return known.kind;
  }
  return std::nullopt;
}

/// The path up to and with its last slash; "" of a bare name.
std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

/// "notice" of "templates/notice.xml".
std::string stem_of(std::string_view path) {
  path.remove_prefix(folder_of(path).size());
  return std::string(path.substr(0, path.rfind('.')));
}

/// The charts that lie in the folder of a file, by the names that its src may give them; itself among them.
procedure::Accompanying charts_beside(const SourceFile& file, const std::vector<const SourceFile*>& all) {
  procedure::Accompanying with;
  if (file.bytes.find("<invoke") == std::string::npos) return with;
  const std::string_view folder = folder_of(file.path);
  for (const SourceFile* other : all) {
    if (other->path.starts_with(folder) && other->bytes.find("scxml") != std::string::npos)
      with.files.emplace(other->path.substr(folder.size()), other->bytes);
  }
  return with;
}

class Loader {
 public:
  LibraryResult out;
  std::vector<Fields> values;   ///< to try a template with
  std::vector<procedure::Draft> drafts;  ///< procedures with faults, which are told once all files are known
  std::vector<std::string> broken;       ///< ids of what could not be read: not missing, but wrong
  std::set<FileKind> wrong;              ///< kinds of these
  bool unreadable = false;               ///< of one not even the kind is known
  std::vector<const SourceFile*> beside; ///< among which a chart may name another one

  void read(const SourceFile& file) {
    const std::size_t before = out.found.size();
    if (const auto kind = plain_kind_of(file.bytes)) {
      read_as(*kind, file);
      if (out.found.size() == before) return;
      out.found.erase(out.found.begin() + static_cast<std::ptrdiff_t>(before), out.found.end());  // told below, with what else is wrong
    }
    Diagnostics slips;  // told by whoever reads the file, with what else is wrong in it
    const auto root = xml::parse_as_meant(file.bytes, file.path, slips, procedure::usual_prefixes());
    if (root.ok())
      read_root(file, *root, slips);
    else
      report(root.diagnostics());
    if (out.found.size() == before) return;
    const auto kind = root.ok() ? kind_of(*root) : std::nullopt;
    if (kind) wrong.insert(*kind);
    unreadable = unreadable || !kind;
    const std::string id = root.ok() ? std::string(root->get(root->name == "scxml" ? "name" : "id")) : "";
    broken.push_back(id.empty() ? stem_of(file.path) : id);
  }

 private:
  void read_root(const SourceFile& file, const xml::Element& root, const Diagnostics& slips) {
    if (root.ns == documents::values_outline().ns) return read_values(file);
    const auto kind = kind_of(root);
    if (!kind) {
      report(slips);
      return out.found.push_back(diagnose(unknown_kind, root.place, root.name));
    }
    read_as(*kind, file);
  }

  void read_as(FileKind kind, const SourceFile& file) {
    switch (kind) {
      case FileKind::procedure: return read_procedure(file);
      case FileKind::form: return keep(file, forms::load_form(file.bytes, file.path), out.library.forms, [](const auto& f) { return f.id; });
      case FileKind::document_template:
        return keep(file, documents::load_template(file.bytes, file.path), out.library.templates, [](const auto& t) { return t.id; });
      case FileKind::style:
        return keep(file, pages::load_style(file.bytes, file.path), out.library.styles, [](const auto& s) { return s->id; });
      case FileKind::mapping:
        return keep(file, publication::load_mapping(file.bytes, file.path), out.library.mappings, [](const auto& m) { return m.id; });
      case FileKind::calendar: {
        auto year = calendar::load_year(file.bytes, file.path);
        if (!year.ok()) return report(year.diagnostics());
        return out.library.years.push_back(std::move(*year));
      }
      case FileKind::registers: return single(registers::load_mapping(file.bytes, file.path), out.library.registers);
      case FileKind::dossier: return single(dossier::load_dossier_rules(file.bytes, file.path), out.library.dossier);
      case FileKind::publication: return single(publication::load_publication_rules(file.bytes, file.path), out.library.publication);
      case FileKind::bureau: return single(cases::load_bureau(file.bytes, file.path), out.library.bureau);
      case FileKind::rules: return only_check(load_rules(file.bytes, file.path));
      case FileKind::migration: return only_check(load_migration_map(file.bytes, file.path));
    }
  }

  void report(const Diagnostics& more) { out.found.insert(out.found.end(), more.begin(), more.end()); }

  /// A chart that cannot be used is kept as a draft: what it names is looked at all the same.
  void read_procedure(const SourceFile& file) {
    procedure::Draft draft = procedure::read_draft(file.bytes, file.path, charts_beside(file, beside));
    if (draft.definition == nullptr) return report(procedure::inspect(std::move(draft), {}));
    const std::string name = draft.definition->name.empty() ? file.path : draft.definition->name;
    if (has_error(draft.found)) {
      broken.push_back(name);
      return drafts.push_back(std::move(draft));
    }
    const auto [at, fresh] = out.library.procedures.emplace(name, Loaded<procedure::DefinitionPtr>{draft.definition, file.path, file.bytes, sha256(file.bytes)});
    if (!fresh) out.found.push_back(diagnose(duplicate_definition, Place{file.path}, name, at->second.file));
  }

  void read_values(const SourceFile& file) {
    auto loaded = documents::load_values(file.bytes, file.path);
    if (!loaded.ok()) return report(loaded.diagnostics());
    values.push_back(std::move(*loaded));
  }

  template <class T, class Map, class IdOf>
  void keep(const SourceFile& file, Result<T> loaded, Map& map, IdOf id_of) {
    if (!loaded.ok()) return report(loaded.diagnostics());
    const std::string id = id_of(*loaded);
    const auto [at, fresh] = map.emplace(id, Loaded<T>{std::move(*loaded), file.path, file.bytes, sha256(file.bytes)});
    if (!fresh) out.found.push_back(diagnose(duplicate_definition, Place{file.path}, id, at->second.file));
  }

  /// A file that no case needs: looked at, not kept.
  template <class T>
  void only_check(const Result<T>& loaded) {
    if (!loaded.ok()) report(loaded.diagnostics());
  }

  template <class T>
  void single(Result<T> loaded, std::shared_ptr<const T>& slot) {
    if (!loaded.ok()) return report(loaded.diagnostics());
    slot = std::make_shared<const T>(std::move(*loaded));
  }
};

template <class Visit>
void visit_actions(const procedure::Definition& d, const Visit& visit) {
  for (const procedure::Transition& t : d.transitions) procedure::for_each_action(t.content, visit);
  for (const procedure::State& s : d.states) {
    for (const procedure::Block& block : s.on_entry) procedure::for_each_action(block, visit);
    for (const procedure::Block& block : s.on_exit) procedure::for_each_action(block, visit);
  }
}

/// Names that a procedure's <param>s give to a template.
expression::Names params_of_template(const procedure::Definition& d, const std::string& template_id) {
  expression::Names names;
  const auto visit = [&](const procedure::Action& action) {
    const auto* document = std::get_if<procedure::DocumentAction>(&action.what);
    if (!document || document->template_id != template_id) return;
    for (const procedure::Param& param : document->params) names.emplace(param.name, expression::Type{});
  };
  visit_actions(d, visit);
  return names;
}

expression::Names paper_names(const procedure::Definition& d, const cases::Bureau& bureau) {
  expression::Names names = procedure::names_declared(d);
  names.merge(cases::fact_names(bureau, d.kind));
  for (const auto& [name, type] : cases::names_of_papers_only()) names.insert_or_assign(name, type);
  return names;
}

/// The texts among a parameter's values: names of forms that an expression chooses among.
void collect_texts(const Value& value, std::vector<std::string>& out) {
  if (value.is(Value::Kind::text)) out.push_back(value.text());
  if (value.is(Value::Kind::list)) {
    for (const Value& item : value.list()) collect_texts(item, out);
  }
  if (value.is(Value::Kind::record)) {
    for (const auto& [name, item] : value.record()) collect_texts(item, out);
  }
}

/// Forms that a procedure chooses by a parameter (one for each trade): every text of that parameter.
std::vector<procedure::Mention> forms_by_parameter(const procedure::Definition& d) {
  std::vector<procedure::Mention> out;
  const auto visit = [&](const procedure::Action& action) {
    const auto* sheet = std::get_if<procedure::SheetAction>(&action.what);
    if (!sheet || !sheet->form.expression) return;
    const auto used = expression::names_used(*sheet->form.expression);
    for (const procedure::Parameter& p : d.parameters) {
      std::vector<std::string> ids;
      if (used.contains(p.id)) collect_texts(p.value, ids);
      for (std::string& id : ids) out.push_back({std::move(id), p.value_place});
    }
  };
  visit_actions(d, visit);
  return out;
}

/// What actions of one kind name, each with where it is written.
template <class Named>
std::vector<procedure::Mention> named_by(const procedure::Definition& d, std::string Named::*name, Place Named::*place) {
  std::vector<procedure::Mention> out;
  const auto visit = [&](const procedure::Action& action) {
    if (const auto* one = std::get_if<Named>(&action.what)) out.push_back({one->*name, one->*place});
  };
  visit_actions(d, visit);
  return out;
}

/// The procedures by which it opens cases.
std::vector<procedure::Mention> procedures_opened(const procedure::Definition& d) {
  using procedure::OpenCasesAction;
  return named_by(d, &OpenCasesAction::definition, &OpenCasesAction::definition_place);
}

/// The mappings by which it pushes.
std::vector<procedure::Mention> mappings_used(const procedure::Definition& d) {
  using procedure::PushAction;
  return named_by(d, &PushAction::mapping, &PushAction::mapping_place);
}

/// Ids that procedures may name; `broken` are of files that could not be read, and may be anything.
struct KnownIds {
  std::vector<std::string> templates, forms, procedures, mappings, broken;
  bool all = false;  ///< of all definitions of an office: what is not among them is not there
};

using Mentions = std::vector<procedure::Mention>;

/// What is mentioned and not there, each told once at a place.
class Missing {
 public:
  explicit Missing(const KnownIds& ids) : broken_(ids.broken), all_(ids.all) {}

  /// `read`: whether any of the kind was read, besides the procedure itself.
  void look_for(const Mentions& mentions, const std::vector<std::string>& ids, const anjuan::Message<2>& message, Wording what, bool read) {
    Mentions unknown;
    for (const procedure::Mention& mention : mentions) {
      const bool known = is_among(mention.id, ids) || is_among(mention.id, broken_);
      if (!known && !mention.id.empty()) unknown.push_back(mention);  // that it is left out is said already
    }
    if (!read && !all_ && !unknown.empty()) return found.push_back(not_read(unknown, std::move(what)));
    for (const procedure::Mention& mention : unknown) {
      found.push_back(diagnose(message, mention.place, mention.id, ids_instead(mention.id, ids)));
    }
  }

  Diagnostics found;

 private:
  /// A procedure that is looked at by itself, without anything of the kind that it names.
  static Diagnostic not_read(const Mentions& unknown, Wording what) {
    constexpr std::size_t most_listed = 5;
    std::vector<std::string> names;
    for (const procedure::Mention& mention : unknown) {
      if (!is_among(mention.id, names)) names.push_back(mention.id);
    }
    const std::string count = std::to_string(names.size());
    const std::string more = names.size() > most_listed ? "……" : "";
    names.resize(std::min(names.size(), most_listed));
    return diagnose(nothing_to_compare, unknown.front().place, std::move(what), count, Wording{join(names, "、") + more, join(names, ", ") + more});
  }

  static bool is_among(const std::string& id, const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  const std::vector<std::string>& broken_;
  const bool all_;
};

const cases::Bureau& bureau_of(const Library& library) {
  static const cases::Bureau unknown;
  return library.bureau ? *library.bureau : unknown;
}

/// The same found twice, because two procedures make the paper or one makes it twice, is told once.
void add_new(Diagnostics& found, const Diagnostics& more) {
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.row == b.row && a.values == b.values && a.place.file == b.place.file && a.place.line == b.place.line &&
           a.place.column == b.place.column;
  };
  for (const Diagnostic& one : more) {
    if (std::none_of(found.begin(), found.end(), [&](const Diagnostic& known) { return same(known, one); })) found.push_back(one);
  }
}

expression::Names facts_of(const procedure::Definition& d, const Library& library) {
  return d.kind.empty() ? expression::Names{} : cases::fact_names(bureau_of(library), d.kind);
}

/// Templates, forms, procedures and mappings that must be there.
void check_mentions(const procedure::Definition& d, const KnownIds& ids, Diagnostics& all) {
  Missing missing(ids);
  missing.look_for(procedure::templates_used(d), ids.templates, unknown_template, {"文书模板", "document templates"}, !ids.templates.empty());
  Mentions forms = procedure::forms_used(d);
  for (procedure::Mention& one : forms_by_parameter(d)) forms.push_back(std::move(one));
  missing.look_for(forms, ids.forms, unknown_form, {"表格", "forms"}, !ids.forms.empty());
  const bool others = std::any_of(ids.procedures.begin(), ids.procedures.end(), [&](const std::string& id) { return id != d.name; });
  missing.look_for(procedures_opened(d), ids.procedures, opened_unknown, {"别的流程", "other procedures"}, others);
  missing.look_for(mappings_used(d), ids.mappings, unknown_mapping, {"推送对照表", "mappings"}, !ids.mappings.empty());
  add_new(all, missing.found);
}

/// Expressions against facts; and what must be there.
Diagnostics check_procedure(const procedure::Definition& d, const Library& library, const KnownIds& ids) {
  Diagnostics found = procedure::check(d, facts_of(d, library));
  check_mentions(d, ids, found);
  if (library.registers) append(found, check_draw_rules(d, *library.registers));
  return found;
}

/// The same of one that has faults of its own.
Diagnostics check_draft(const procedure::Draft& draft, const Library& library, const KnownIds& ids) {
  Diagnostics found = procedure::inspect(draft, facts_of(*draft.definition, library));
  check_mentions(*draft.definition, ids, found);
  return found;
}

/// For each template that a procedure makes, the names it then has.
std::map<std::string, expression::Names> names_of_papers(const procedure::Definition& d, const cases::Bureau& bureau) {
  std::map<std::string, expression::Names> names;
  for (const auto& mention : procedure::templates_used(d)) {
    names.try_emplace(mention.id, paper_names(d, bureau)).first->second.merge(params_of_template(d, mention.id));
  }
  return names;
}

using Procedures = std::vector<const procedure::Definition*>;

Procedures procedures_of(std::initializer_list<const Library*> libraries) {
  Procedures all;
  for (const Library* library : libraries) {
    for (const auto& [name, loaded] : library->procedures) all.push_back(loaded.content.get());
  }
  return all;
}

using Drafts = std::vector<procedure::Draft>;

void add_drafts(Procedures& procedures, const Drafts& drafts) {
  for (const procedure::Draft& draft : drafts) procedures.push_back(draft.definition.get());
}

/// What a template has where no procedure makes it: the facts of a case and the data of every procedure.
expression::Names names_of_any_case(const Procedures& procedures, const cases::Bureau& bureau) {
  expression::Names names = cases::fact_names(bureau, "case");
  names.merge(cases::names_of_papers_only());
  for (const procedure::Definition* d : procedures) names.merge(procedure::names_declared(*d));
  return names;
}

/// A template against every procedure that makes it: each need must be provided.
void check_templates(const Library& library, const Drafts& drafts, Diagnostics& found) {
  Procedures procedures = procedures_of({&library});
  add_drafts(procedures, drafts);
  for (const procedure::Definition* d : procedures) {
    for (const auto& [id, names] : names_of_papers(*d, bureau_of(library))) {
      const auto model = library.templates.find(id);
      if (model != library.templates.end()) add_new(found, documents::check(model->second.content, names));
    }
  }
}

/// Templates one by one: against the procedures that make them, or by themselves.
Diagnostics check_each_template(const Library& library, const Library& beside, const Drafts& drafts) {
  Diagnostics found;
  Procedures procedures = procedures_of({&library, &beside});
  add_drafts(procedures, drafts);
  std::set<std::string> made;
  for (const procedure::Definition* d : procedures) {
    for (const auto& [id, names] : names_of_papers(*d, bureau_of(library))) {
      if (const auto model = library.templates.find(id); model != library.templates.end()) {
        made.insert(id);
        add_new(found, documents::check(model->second.content, names));
      }
    }
  }
  // A procedure by itself: whether it has what its papers need.
  Procedures own = procedures_of({&library});
  add_drafts(own, drafts);
  for (const procedure::Definition* d : own) {
    for (const auto& [id, names] : names_of_papers(*d, bureau_of(library))) {
      const auto model = beside.templates.find(id);
      if (model != beside.templates.end()) add_new(found, documents::check_needs(model->second.content, names));
    }
  }
  const expression::Names any = names_of_any_case(procedures, bureau_of(library));
  for (const auto& [id, loaded] : library.templates) {
    if (!made.contains(id)) add_new(found, documents::check(loaded.content, documents::with_needs(loaded.content, any)));
  }
  return found;
}

/// Of all that was read; what was read and is wrong is not missing too.
KnownIds known_ids(std::initializer_list<const Loader*> loaders) {
  KnownIds ids;
  const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& more) { to.insert(to.end(), more.begin(), more.end()); };
  for (const Loader* loader : loaders) {
    add(ids.templates, ids_of(loader->out.library.templates));
    add(ids.forms, ids_of(loader->out.library.forms));
    add(ids.procedures, ids_of(loader->out.library.procedures));
    add(ids.mappings, ids_of(loader->out.library.mappings));
    add(ids.broken, loader->broken);
  }
  return ids;
}

Diagnostics cross_check(const Loader& loader) {
  const Library& library = loader.out.library;
  Diagnostics found;
  KnownIds ids = known_ids({&loader});
  ids.all = true;
  for (const auto& [name, loaded] : library.procedures) append(found, check_procedure(*loaded.content, library, ids));
  for (const procedure::Draft& draft : loader.drafts) append(found, check_draft(draft, library, ids));
  check_templates(library, loader.drafts, found);
  for (const auto& [id, loaded] : library.templates) {
    const auto& broken = loader.broken;
    if (!library.styles.contains(loaded.content.style) && std::find(broken.begin(), broken.end(), loaded.content.style) == broken.end()) {
      found.push_back(diagnose(unknown_style, Place{loaded.file}, id, loaded.content.style, enumerated(ids_of(library.styles))));
    }
  }
  const auto missing = [&](bool there, FileKind kind, Wording what) {
    if (!there && !loader.unreadable && !loader.wrong.contains(kind)) found.push_back(diagnose(missing_piece, Place{}, what));
  };
  missing(library.bureau != nullptr, FileKind::bureau, {"机构文件（bureau）", "the office's file (bureau)"});
  missing(library.registers != nullptr, FileKind::registers, {"名录库列名对照（registers）", "the columns of the registers (registers)"});
  missing(library.dossier != nullptr, FileKind::dossier, {"案卷规则（dossiers）", "the rules of dossiers (dossiers)"});
  missing(library.publication != nullptr, FileKind::publication, {"公示规则（publication）", "the rules of publication (publication)"});
  missing(!library.years.empty(), FileKind::calendar, {"工作日历（calendar）", "a calendar (calendar)"});
  return found;
}

}  // namespace

Wording ids_instead(std::string_view unknown, std::vector<std::string> ids) {
  constexpr std::size_t most_listed = 5;
  if (ids.empty()) return {"无", "none"};
  if (const auto near = nearest(unknown, ids)) {
    const auto at = std::find(ids.begin(), ids.end(), *near);
    std::rotate(ids.begin(), at, at + 1);
  }
  const std::string more = ids.size() > most_listed ? "……" : "";
  ids.resize(std::min(ids.size(), most_listed));
  return {join(ids, "、") + more, join(ids, ", ") + more};
}

bool stays_with_cases(const SourceFile& file) {
  const auto root = xml::parse(file.bytes, file.path);
  const auto kind = root.ok() ? kind_of(*root) : std::nullopt;
  if (!kind) return true;
  switch (*kind) {
    case FileKind::calendar:
    case FileKind::registers:
    case FileKind::bureau:
    case FileKind::rules:
    case FileKind::migration: return false;
    default: return true;
  }
}

namespace {

Loader read_all(const std::vector<SourceFile>& files, const std::vector<SourceFile>& companions = {}) {
  Loader loader;
  for (const auto* list : {&files, &companions}) {
    for (const SourceFile& file : *list) loader.beside.push_back(&file);
  }
  for (const SourceFile& file : files) loader.read(file);
  return loader;
}

/// Procedures with faults, held against the facts alone.
void tell_drafts(Loader& loader) {
  for (const procedure::Draft& draft : loader.drafts)
    append(loader.out.found, procedure::inspect(draft, facts_of(*draft.definition, loader.out.library)));
}

}  // namespace

LibraryResult load_adopted(const std::vector<SourceFile>& files) {
  Loader loader = read_all(files);
  tell_drafts(loader);
  return std::move(loader.out);
}

LibraryResult load_library(const std::vector<SourceFile>& files) {
  Loader loader = read_all(files);
  append(loader.out.found, cross_check(loader));
  return std::move(loader.out);
}

Library read_library(const std::vector<SourceFile>& files) { return read_all(files).out.library; }

expression::Names names_for(const Library& library, const std::string& template_id) {
  expression::Names names;
  for (const auto& [name, loaded] : library.procedures) {
    auto papers = names_of_papers(*loaded.content, bureau_of(library));
    if (const auto found = papers.find(template_id); found != papers.end()) names.merge(found->second);
  }
  return names.empty() ? names_of_any_case(procedures_of({&library}), bureau_of(library)) : names;
}

Diagnostics check_files(const std::vector<SourceFile>& files, const std::vector<SourceFile>& companions) {
  Loader loader = read_all(files, companions);
  const Loader beside = read_all(companions);
  Library& library = loader.out.library;
  if (!library.bureau) library.bureau = beside.out.library.bureau;
  Diagnostics found = std::move(loader.out.found);
  const auto add = [&](const Diagnostics& more) { found.insert(found.end(), more.begin(), more.end()); };
  const KnownIds ids = known_ids({&loader, &beside});
  for (const auto& [name, loaded] : library.procedures) add(check_procedure(*loaded.content, library, ids));
  for (const procedure::Draft& draft : loader.drafts) add(check_draft(draft, library, ids));
  const Diagnostics of_templates = check_each_template(library, beside.out.library, loader.drafts);
  add(of_templates);
  // Values beside the one template: whether they fill it.
  if (library.templates.size() == 1 && !has_error(of_templates)) {
    for (const Fields& values : loader.values) {
      const auto filled = documents::compose(library.templates.begin()->second.content, values);
      if (!filled.ok()) add(filled.diagnostics());
    }
  }
  for (const auto& [id, loaded] : library.forms) {
    expression::Names names = cases::fact_names(bureau_of(library), "case");
    Procedures procedures = procedures_of({&library, &beside.out.library});
    add_drafts(procedures, loader.drafts);
    for (const procedure::Definition* d : procedures) names.merge(procedure::names_declared(*d));
    if (!procedures.empty()) add(forms::check(loaded.content, names));
  }
  return found;
}

}  // namespace anjuan::handling
