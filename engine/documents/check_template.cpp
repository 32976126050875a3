#include "documents/check_template.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "documents/messages.h"

namespace anjuan::documents {

namespace {

using expression::Names;
using expression::Type;

using TypeKind = Type::Kind;

/// Whether what the procedure has can serve where the template needs `wanted`.
bool serves(const Type& has, const Type& wanted) {
  const auto plain = [](TypeKind kind) { return kind == TypeKind::enumeration ? TypeKind::text : kind; };
  if (has.kind == TypeKind::any || wanted.kind == TypeKind::any) return true;
  if (has.kind == TypeKind::integer && wanted.kind == TypeKind::decimal) return true;
  return plain(has.kind) == plain(wanted.kind);
}

bool is_text(const Type& type) { return type.kind == TypeKind::text || type.kind == TypeKind::enumeration; }
bool is_group_type(const Type& type) {
  return type.kind == TypeKind::record ||
         (type.kind == TypeKind::list && type.item && is_group_type(*type.item));
}
Type plain_type(TypeKind kind) { return Type{kind, {}, nullptr, nullptr}; }

/// Whether the format can print a value of the type; any may be anything.
bool is_for(const Format& format, const Type& type) {
  if (type.kind == TypeKind::any || is_for_blank(format)) return true;
  switch (format.kind) {
    case FormatKind::chinese_date:
    case FormatKind::iso_date:
    case FormatKind::month_and_day:
    case FormatKind::year:
      return type.kind == TypeKind::date;
    case FormatKind::chinese_number:
    case FormatKind::chinese_digits:
      return type.kind == TypeKind::integer;
    case FormatKind::money:
      return type.kind == TypeKind::integer || type.kind == TypeKind::decimal;
    case FormatKind::pick:
      return type.kind == TypeKind::record || type.kind == TypeKind::list;
    case FormatKind::first_characters:
    case FormatKind::book_title:
      return is_text(type);
    default:
      return is_text(type) || (type.kind == TypeKind::list && !is_group_type(type));
  }
}

/// The fields of a record, or of the records in a list; null: not known.
const std::map<std::string, Type>* fields_of(const Type& type) {
  if (type.kind == TypeKind::record) return type.fields.get();
  return type.kind == TypeKind::list && type.item ? type.item->fields.get() : nullptr;
}

/// What is left after the format.
Type after(const Format& format, const Type& type) {
  if (is_for_blank(format)) return type;
  if (format.kind != FormatKind::pick) return plain_type(TypeKind::text);
  const auto* fields = fields_of(type);
  Type picked;
  if (fields != nullptr && fields->contains(format.text)) picked = fields->at(format.text);
  if (type.kind == TypeKind::record) return picked;
  return {TypeKind::list, {}, std::make_shared<const Type>(picked), nullptr};
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
    for (auto& problem : expression::check(e, names_, plain_type(wanted)))
      found.push_back(std::move(problem));
  }
  void visit(const std::optional<Expression>& test) {
    if (test) visit(*test, Type::Kind::boolean);
  }

  template <class Body>
  void inside(const Loop& loop, Body&& body) {
    visit(loop.list, Type::Kind::list);
    const Type list = expression::type_of(loop.list, names_);
    const Names outside = names_;
    if (!loop.item.empty()) names_[loop.item] = list.item ? *list.item : Type{};
    if (!loop.index.empty()) names_[loop.index] = plain_type(TypeKind::integer);
    body();
    names_ = outside;
  }

  void visit_piece(const std::string&) {}
  void visit_piece(const HandwritingBlank&) {}
  void visit_piece(const LineEnd&) {}
  void visit_piece(const PrintedField& field) {
    visit(field.expression, Type::Kind::any);
    const std::string& source = field.expression.source();
    Type type = expression::type_of(field.expression, names_);
    for (const Format& format : field.formats) {
      if (!is_for(format, type)) {
        found.push_back(diagnose(format_type_differs, format.place, source, expression::name_of(type),
                                 format.name, wanted_by(format)));
        return;
      }
      if (format.kind == FormatKind::pick) check_pick(format, type, source);
      type = after(format, type);
    }
    if (!is_group_type(type)) return;
    const bool one = type.kind == TypeKind::record;
    found.push_back(diagnose(record_printed, field.expression.place(), source, expression::name_of(type),
                             one ? "{" + source + ".名称}" : "{" + source + "|取 名称|顿号}"));
  }
  void check_pick(const Format& format, const Type& type, const std::string& source) {
    const auto* fields = fields_of(type);
    if (fields == nullptr || fields->contains(format.text)) return;
    std::vector<std::string> names;
    for (const auto& [name, field] : *fields) names.push_back(name);
    found.push_back(diagnose(unknown_picked, format.place, source, format.text, enumerated(names)));
  }
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

/// One need, or a field of it, against what there is; `name` with the names of the records around it.
void hold(const DocumentTemplate& made, const Need& need, const std::string& name, const Type& has,
          const Type& wanted, Diagnostics& found) {
  if (!serves(has, wanted)) {
    found.push_back(diagnose(need_type_differs, need.place, made.label, name, expression::name_of(wanted),
                             expression::name_of(has)));
    return;
  }
  const auto *there = fields_of(has), *needed = fields_of(wanted);
  if (there == nullptr || needed == nullptr) return;
  for (const auto& [field, type] : *needed) {
    const auto at = there->find(field);
    const std::string whole = name + "." + field;
    if (at == there->end())
      found.push_back(diagnose(need_not_available, need.place, made.label, whole, expression::name_of(type)));
    else
      hold(made, need, whole, at->second, type, found);
  }
}

}  // namespace

Diagnostics check_needs(const DocumentTemplate& made, const Names& available) {
  Diagnostics found;
  for (const Need& need : made.needs) {
    const auto has = available.find(need.name);
    if (has == available.end() && need.optional) continue;
    if (has == available.end())
      found.push_back(
          diagnose(need_not_available, need.place, made.label, need.name, expression::name_of(need.type)));
    else
      hold(made, need, need.name, has->second, need.type, found);
  }
  return found;
}

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
