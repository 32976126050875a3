#include "handling/compare.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "procedure/ahead.h"
#include "procedure/definition.h"
#include "xml/document.h"

namespace anjuan::handling {
namespace {

using procedure::Definition;

/// A file by what it is: "template inspection-notice", "calendar 2026".
std::string identity_of(const xml::Element& root) {
  std::string id(root.get("id"));
  if (id.empty()) id = root.get("name");
  if (id.empty()) id = root.get("year");
  return root.name + " " + id;
}

std::string identity_of(const SourceFile& file) {
  const auto root = xml::parse(file.bytes, file.path);
  return root.ok() ? identity_of(*root) : file.path;
}

Wording kind_words(const std::string& root) {
  static const std::map<std::string, Wording> words{
      {"form", {"检查表", "form"}}, {"template", {"文书模板", "template"}}, {"style", {"版式", "style"}}, {"mapping", {"推送对照表", "mapping"}},
      {"calendar", {"工作日历", "calendar"}}, {"registers", {"名录库列名对照", "columns of the registers"}}, {"dossiers", {"案卷规则", "rules of dossiers"}},
      {"publication", {"公示规则", "rules of publication"}}, {"bureau", {"机关文件", "office's file"}}, {"rules", {"规则清单", "list of rules"}}};
  const auto found = words.find(root);
  return found == words.end() ? Wording(root) : found->second;
}

Wording name_of(const xml::Element& root) {
  std::string label(root.get("label"));
  if (label.empty()) label = root.get("title");
  if (label.empty()) label = root.get("year");
  if (label.empty()) label = root.get("id");
  const Wording kind = kind_words(root.name);
  if (label.empty()) return {kind.zh, "the " + kind.en};
  return procedure::quoted(kind, label);
}

/// An element without what means nothing: comments, blanks around texts, the order of attributes.
void write_canonical(const xml::Element& e, std::string& out) {
  out += "<" + e.ns + " " + e.name;
  std::vector<std::string> attributes;
  for (const xml::Attribute& a : e.attributes) attributes.push_back(" " + a.ns + " " + a.name + "=" + collapse_space(a.value));
  std::sort(attributes.begin(), attributes.end());
  for (const std::string& a : attributes) out += a;
  out += ">";
  for (const xml::Node& node : e.content) {
    if (node.is_element()) write_canonical(node.element.front(), out);
    else out += collapse_space(node.text);
  }
  out += "</>";
}

std::string canonical_form(const xml::Element& root) {
  std::string out;
  write_canonical(root, out);
  return out;
}

/// The texts of a file as people read them: runs of text, and attributes.
void collect_texts(const xml::Element& e, std::vector<std::string>& out) {
  for (const xml::Attribute& a : e.attributes) out.push_back(collapse_space(a.value));
  for (const xml::Node& node : e.content) {
    if (node.is_element()) collect_texts(node.element.front(), out);
    else if (const std::string text = collapse_space(node.text); !text.empty()) out.push_back(text);
  }
}

std::vector<std::string> only_in(const std::vector<std::string>& these, std::vector<std::string> those) {
  std::vector<std::string> out;
  for (const std::string& text : these) {
    const auto same = std::find(those.begin(), those.end(), text);
    if (same == those.end()) out.push_back(text);
    else those.erase(same);
  }
  return out;
}

/// Files by what they are; procedures apart.
struct Side {
  std::map<std::string, procedure::DefinitionPtr> procedures;
  std::map<std::string, xml::Element> files;
};

Result<Side> read_side(const std::vector<SourceFile>& files) {
  Side side;
  Diagnostics wrong;
  for (const SourceFile& file : files) {
    auto root = xml::parse(file.bytes, file.path);
    if (!root.ok()) {
      wrong.insert(wrong.end(), root.diagnostics().begin(), root.diagnostics().end());
      continue;
    }
    if (root->name != "scxml") {
      side.files.emplace(identity_of(*root), std::move(*root));
      continue;
    }
    const auto definition = procedure::load(file.bytes, file.path);
    if (!definition.ok()) {
      wrong.insert(wrong.end(), definition.diagnostics().begin(), definition.diagnostics().end());
      continue;
    }
    side.procedures.emplace((*definition)->name.empty() ? file.path : (*definition)->name, *definition);
  }
  if (!wrong.empty()) return wrong;
  return side;
}

const std::string& label_of(const std::string& name, const Definition& d) { return d.label.empty() ? name : d.label; }

/// Documents of the procedures that a template makes, checklists that a form makes.
std::vector<std::string> made_by(const Side& side, const xml::Element& root) {
  std::vector<std::string> slots;
  const std::string id(root.get("id"));
  const auto note = [&](const std::string& slot) {
    if (!slot.empty() && std::find(slots.begin(), slots.end(), slot) == slots.end()) slots.push_back(slot);
  };
  for (const auto& [name, definition] : side.procedures) {
    procedure::for_every_action(*definition, [&](const procedure::Action& action) {
      const auto* document = std::get_if<procedure::DocumentAction>(&action.what);
      if (root.name == "template" && document != nullptr && document->template_id == id) note(slot_of(*document));
    });
  }
  return slots;
}

void compare_procedures(const Side& old, const Side& fresh, Comparison& out) {
  using Kind = ProcedureDifference::Kind;
  const auto pair = [&](const std::string& name, const Definition& was, const Definition& is) {
    auto found = procedure::differences(was, is);
    if (!found.empty()) out.procedures.push_back({Kind::changed, name, label_of(name, is), was.version, is.version, was.file, is.file, std::move(found)});
  };
  if (old.procedures.size() == 1 && fresh.procedures.size() == 1) {
    return pair(fresh.procedures.begin()->first, *old.procedures.begin()->second, *fresh.procedures.begin()->second);
  }
  for (const auto& [name, was] : old.procedures) {
    const auto same = fresh.procedures.find(name);
    if (same == fresh.procedures.end()) out.procedures.push_back({Kind::removed, name, label_of(name, *was), was->version, "", was->file, "", {}});
    else pair(name, *was, *same->second);
  }
  for (const auto& [name, is] : fresh.procedures) {
    if (!old.procedures.contains(name)) out.procedures.push_back({Kind::added, name, label_of(name, *is), "", is->version, "", is->file, {}});
  }
}

void compare_other_files(const Side& old, const Side& fresh, Comparison& out) {
  using Kind = FileDifference::Kind;
  for (const auto& [id, root] : old.files) {
    const auto same = fresh.files.find(id);
    if (same == fresh.files.end()) {
      out.files.push_back({Kind::removed, name_of(root), {}, {}, made_by(old, root)});
    } else if (canonical_form(root) != canonical_form(same->second)) {
      std::vector<std::string> before, after;
      collect_texts(root, before);
      collect_texts(same->second, after);
      std::vector<std::string> papers = made_by(fresh, root);
      if (papers.empty()) papers = made_by(old, root);
      out.files.push_back({Kind::changed, name_of(root), only_in(before, after), only_in(after, before), std::move(papers)});
    }
  }
  for (const auto& [id, root] : fresh.files) {
    if (!old.files.contains(id)) out.files.push_back({Kind::added, name_of(root), {}, {}, made_by(fresh, root)});
  }
}

}  // namespace

Result<Comparison> compare_definitions(const std::vector<SourceFile>& old, const std::vector<SourceFile>& fresh,
                                       const std::vector<SourceFile>& companions, const Staff& staff) {
  ANJUAN_TRY(const Side was, read_side(old));
  ANJUAN_TRY(const Side is, read_side(fresh));
  Comparison out;
  compare_procedures(was, is, out);
  compare_other_files(was, is, out);
  if (out.nothing()) return out;
  Versions versions{old, fresh, companions, staff, {}};
  for (const ProcedureDifference& p : out.procedures) versions.changed.emplace_back(p.file_was, p.file_is);
  out.consequences = consequences_of(versions);
  return out;
}

namespace {

/// Those of `all` that have a counterpart among `some`, or those that have none.
std::vector<SourceFile> chosen(const std::vector<SourceFile>& all, const std::vector<SourceFile>& some, bool counterparts) {
  std::set<std::string> ids;
  for (const SourceFile& file : some) ids.insert(identity_of(file));
  std::vector<SourceFile> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const SourceFile& file) { return ids.contains(identity_of(file)) == counterparts; });
  return out;
}

}  // namespace

std::vector<SourceFile> counterparts(const std::vector<SourceFile>& all, const std::vector<SourceFile>& some) { return chosen(all, some, true); }
std::vector<SourceFile> without(const std::vector<SourceFile>& all, const std::vector<SourceFile>& some) { return chosen(all, some, false); }

std::vector<SourceFile> of_same_kinds(const std::vector<SourceFile>& all, const std::vector<SourceFile>& some) {
  const auto kind = [](const SourceFile& file) {
    const auto root = xml::parse(file.bytes, file.path);
    return root.ok() ? root->name : "";
  };
  std::set<std::string> kinds;
  for (const SourceFile& file : some) kinds.insert(kind(file));
  if (kinds.contains("")) return all;  // one cannot be read: the comparison says why
  std::vector<SourceFile> out;
  for (const SourceFile& file : all) {
    if (kinds.contains(kind(file))) out.push_back(file);
  }
  return out;
}

std::vector<SourceFile> laid_over(const std::vector<SourceFile>& base, const std::vector<SourceFile>& over) {
  std::map<std::string, const SourceFile*> news;
  for (const SourceFile& file : over) news.emplace(identity_of(file), &file);
  std::vector<SourceFile> out;
  for (const SourceFile& file : base) {
    const auto found = news.find(identity_of(file));
    out.push_back(found == news.end() ? file : SourceFile{file.path, found->second->bytes});
    if (found != news.end()) news.erase(found);
  }
  for (const SourceFile& file : over) {
    if (const auto found = news.find(identity_of(file)); found != news.end() && found->second == &file) out.push_back(file);
  }
  return out;
}

}  // namespace anjuan::handling
