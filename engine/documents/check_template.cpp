#include "documents/check_template.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "documents/messages.h"

namespace anjuan::documents {

namespace {

using expression::Names;
using expression::Type;

/// The declared type of a plain path such as 检查表.问题; any if it is more than a path.
Type type_of_path(const std::string& source, const Names& names) {
  const Names* scope = &names;
  Names members;
  Type found;
  for (const std::string& part : split(source, '.')) {
    if (!scope) return {};
    const auto name = scope->find(std::string(trim(part)));
    if (name == scope->end()) return {};
    found = name->second;
    if (!found.fields) {
      scope = nullptr;
      continue;
    }
    members = Names(found.fields->begin(), found.fields->end());
    scope = &members;
  }
  return found;
}

/// Whether what the procedure has can serve where the template needs `wanted`.
bool serves(const Type& has, const Type& wanted) {
  using Kind = Type::Kind;
  const auto plain = [](Kind kind) { return kind == Kind::enumeration ? Kind::text : kind; };
  if (has.kind == Kind::any || wanted.kind == Kind::any) return true;
  if (has.kind == Kind::integer && wanted.kind == Kind::decimal) return true;
  return plain(has.kind) == plain(wanted.kind);
}

class TemplateCheck {
 public:
  explicit TemplateCheck(const Names& names) : names_(names) {}

  void visit(const Inlines& words) {
    for (const Inline& part : words) std::visit([&](const auto& piece) { visit_piece(piece); }, part.piece);
  }
  void visit(const TemplateBlocks& blocks) {
    for (const TemplateBlock& block : blocks)
      std::visit([&](const auto& piece) { visit_piece(piece); }, block.block);
  }

  Diagnostics found;
  std::set<std::string> used;

 private:
  void visit(const Expression& e, Type::Kind wanted) {
    for (const std::string& name : expression::names_used(e)) used.insert(name);
    for (auto& problem : expression::check(e, names_, Type{wanted, {}, nullptr, nullptr}))
      found.push_back(std::move(problem));
  }
  void visit(const std::optional<Expression>& test) {
    if (test) visit(*test, Type::Kind::boolean);
  }

  template <class Body>
  void inside(const Loop& loop, Body&& body) {
    visit(loop.list, Type::Kind::list);
    const Type list = type_of_path(loop.list.source(), names_);
    const Names outside = names_;
    if (!loop.item.empty()) names_[loop.item] = list.item ? *list.item : Type{};
    if (!loop.index.empty()) names_[loop.index] = Type{Type::Kind::integer, {}, nullptr, nullptr};
    body();
    names_ = outside;
  }

  void visit_piece(const std::string&) {}
  void visit_piece(const HandwritingBlank&) {}
  void visit_piece(const LineEnd&) {}
  void visit_piece(const PrintedField& field) { visit(field.expression, Type::Kind::any); }
  void visit_piece(const TickBox& box) {
    visit(box.test, Type::Kind::boolean);
    visit(box.words);
  }
  void visit_piece(const StyledWords& styled) { visit(styled.words); }
  void visit_piece(const InlineChoice& choice) {
    for (const InlineBranch& branch : choice.branches) {
      visit(branch.test);
      visit(branch.words);
    }
  }
  void visit_piece(const InlineEach& each) {
    inside(each.loop, [&] { visit(each.words); });
  }

  void visit_piece(const TemplateParagraph& paragraph) {
    visit(paragraph.label);
    visit(paragraph.signers);
    visit(paragraph.words);
  }
  void visit_piece(const TemplateJointMasthead& masthead) {
    for (const Inlines& organ : masthead.organs) visit(organ);
    visit(masthead.words);
  }
  void visit_piece(const TemplateTable& table) {
    for (const RowGroup& group : table.groups) {
      visit(group.test);
      if (group.loop)
        inside(*group.loop, [&] { visit_rows(group.rows); });
      else
        visit_rows(group.rows);
    }
  }
  void visit_rows(const std::vector<TemplateRow>& rows) {
    for (const TemplateRow& row : rows)
      for (const TemplateCell& cell : row.cells) visit(cell.blocks);
  }
  void visit_piece(const TemplateSignature& signature) {
    for (const Inlines& organ : signature.organs) visit(organ);
    visit(signature.date);
  }
  void visit_piece(const TemplateSignLine& line) { visit(line.words); }
  void visit_piece(const TemplateQrCode& qr) { visit(qr.text); }
  void visit_piece(const TemplatePhoto& photo) {
    visit(photo.source, Type::Kind::text);
    visit(photo.caption);
  }
  void visit_piece(const TemplateImprint& imprint) {
    for (const Inlines& organ : imprint.copied_to) visit(organ);
    visit(imprint.printed_by);
    visit(imprint.printed_on);
  }
  void visit_piece(const pages::PageBreak&) {}
  void visit_piece(const pages::Space&) {}
  void visit_piece(const pages::Rule&) {}
  void visit_piece(const BlockChoice& choice) {
    for (const BlockBranch& branch : choice.branches) {
      visit(branch.test);
      visit(branch.blocks);
    }
  }
  void visit_piece(const BlockEach& each) {
    inside(each.loop, [&] { visit(each.blocks); });
  }

  Names names_;
};

Diagnostics check_needs(const DocumentTemplate& made, const Names& available) {
  Diagnostics found;
  for (const Need& need : made.needs) {
    const auto has = available.find(need.name);
    if (has == available.end() && need.optional) continue;
    if (has == available.end())
      found.push_back(
          diagnose(need_not_available, need.place, made.label, need.name, expression::name_of(need.type)));
    else if (!serves(has->second, need.type))
      found.push_back(diagnose(need_type_differs, need.place, made.label, need.name,
                               expression::name_of(need.type), expression::name_of(has->second)));
  }
  return found;
}

}  // namespace

Names with_needs(const DocumentTemplate& made, Names known) {
  for (const Need& need : made.needs) known[need.name] = need.type;
  return known;
}

Diagnostics check(const DocumentTemplate& made, const Names& available) {
  Diagnostics found = check_needs(made, available);
  TemplateCheck names(with_needs(made, available));
  names.visit(made.title);
  names.visit(made.header);
  names.visit(made.footer);
  names.visit(made.blocks);
  found.insert(found.end(), names.found.begin(), names.found.end());
  for (const Need& need : made.needs)
    if (!names.used.contains(need.name)) found.push_back(diagnose(unused_need, need.place, need.name));
  return found;
}

}  // namespace anjuan::documents
