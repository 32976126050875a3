#include "documents/template_shape.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <optional>
#include <vector>

#include "base/text.h"

namespace anjuan::documents {
namespace {

using expression::Type;
using TypeKind = Type::Kind;

using Path = std::vector<std::string>;

/// A path and whether a comparison or sum behind it makes it a number.
struct ReadPath {
  Path names;
  bool number = false;
};

bool in_name(char32_t c) {
  const bool punctuation = (c >= 0x2000 && c < 0x2E80) || (c >= 0x3000 && c < 0x3040) || c >= 0xFF00;
  return (c < 0x80 && (std::isalnum(static_cast<int>(c)) || c == '_')) || (c >= 0x80 && !punctuation);
}

/// Finds paths such as 检查表.问题 in the text of an expression.
class PathReader {
 public:
  explicit PathReader(std::string_view source) : text_(to_u32(source)) {}

  std::vector<ReadPath> paths() {
    std::vector<ReadPath> out;
    while (at_ < text_.size()) {
      const char32_t c = text_[at_];
      if (c == U'\'' || c == U'"' || c == U'“' || c == U'‘') {
        const char32_t end = c == U'“' ? U'”' : c == U'‘' ? U'’' : c;
        at_ = std::min(text_.find(end, at_ + 1), text_.size() - 1) + 1;
      } else if (in_name(c) && !(c < 0x80 && std::isdigit(static_cast<int>(c)))) {
        if (Path path = read_path(); !path.empty()) out.push_back({std::move(path), reckoned()});
      } else {
        ++at_;
      }
    }
    return out;
  }

 private:
  bool reckoned() const {
    const std::size_t next = std::min(text_.find_first_not_of(U" \n\t", at_), text_.size());
    const std::u32string_view rest = std::u32string_view(text_).substr(next);
    constexpr std::u32string_view signs[] = {U">", U"<", U"-", U"*", U"大于", U"小于", U"不大于", U"不小于"};
    return std::any_of(std::begin(signs), std::end(signs),
                       [&](std::u32string_view sign) { return rest.starts_with(sign); });
  }

  Path read_path() {
    Path path;
    for (;;) {
      const std::size_t from = at_;
      while (at_ < text_.size() && in_name(text_[at_])) ++at_;
      if (at_ == from) return path;
      std::string name = to_utf8(std::u32string_view(text_).substr(from, at_ - from));
      const bool called = at_ < text_.size() && (text_[at_] == U'(' || text_[at_] == U'（');
      if (called) return path;
      path.push_back(std::move(name));
      if (at_ >= text_.size() || text_[at_] != U'.') return path;
      ++at_;
    }
  }

  std::u32string text_;
  std::size_t at_ = 0;
};

Shape shape_of(const Type& type, std::string label) {
  Shape shape;
  shape.type = type;
  shape.label = std::move(label);
  if (type.fields) {
    for (const auto& [name, field] : *type.fields) shape.fields.emplace(name, shape_of(field, name));
  }
  if (type.item) shape.item = std::make_shared<Shape>(shape_of(*type.item, shape.label));
  return shape;
}

/// What a format says of a value whose type nobody declares.
std::optional<TypeKind> kind_for(const Format& format) {
  switch (format.kind) {
    case FormatKind::chinese_date:
    case FormatKind::iso_date:
    case FormatKind::month_and_day:
    case FormatKind::year:
      return TypeKind::date;
    case FormatKind::chinese_number:
    case FormatKind::chinese_digits:
      return TypeKind::integer;
    case FormatKind::money:
      return TypeKind::decimal;
    case FormatKind::joined_by_comma:
    case FormatKind::joined_by_semicolon:
    case FormatKind::one_per_line:
    case FormatKind::numbered:
      return TypeKind::list;
    default:
      return std::nullopt;
  }
}

/// Walks a template with the names that are visible at each place.
class ShapeReader {
 public:
  ShapeReader(const DocumentTemplate& made, const expression::Names& provided) : provided_(provided) {
    for (const Need& need : made.needs) shapes_.insert_or_assign(need.name, shape_of(need.type, need.label));
    visit(made.title);
    visit(made.header);
    visit(made.footer);
    visit(made.blocks);
  }

  Shapes take() { return std::move(shapes_); }

 private:
  /// The shape of a path; null for words that are no names here.
  Shape* find(const Path& path) {
    Shape* shape = nullptr;
    if (const auto inner = inside_.find(path.front()); inner != inside_.end()) {
      shape = inner->second;
    } else if (const auto known = shapes_.find(path.front()); known != shapes_.end()) {
      shape = &known->second;
    } else if (const auto given = provided_.find(path.front()); given != provided_.end()) {
      shape = &shapes_.emplace(path.front(), shape_of(given->second, path.front())).first->second;
    }
    for (std::size_t i = 1; shape != nullptr && i < path.size(); ++i) {
      const auto [field, fresh] = shape->fields.try_emplace(path[i]);
      if (fresh) field->second.label = path[i];
      shape = &field->second;
    }
    return shape;
  }

  /// Notes all paths of the expression; gives the shape if it is nothing but one path.
  Shape* note(const Expression& e) {
    const std::vector<ReadPath> paths = PathReader(e.source()).paths();
    Shape* last = nullptr;
    for (const ReadPath& path : paths) {
      last = find(path.names);
      if (last != nullptr && path.number && last->type.kind == TypeKind::any && last->fields.empty())
        last->type.kind = TypeKind::integer;
    }
    return paths.size() == 1 && join(paths.front().names, ".") == trim(e.source()) ? last : nullptr;
  }
  void note_as(const Expression& e, TypeKind kind) {
    Shape* shape = note(e);
    if (shape != nullptr && shape->type.kind == TypeKind::any) shape->type.kind = kind;
  }

  void visit(const Inlines& words) {
    for (const Inline& part : words) std::visit([&](const auto& piece) { read(piece); }, part.piece);
  }
  void visit(const TemplateBlocks& blocks) {
    for (const TemplateBlock& block : blocks)
      std::visit([&](const auto& piece) { read(piece); }, block.block);
  }
  void visit(const std::vector<Inlines>& all) {
    for (const Inlines& words : all) visit(words);
  }
  void visit(const std::optional<Expression>& test) {
    if (test) note_as(*test, TypeKind::boolean);
  }
  template <class Branch>
  void visit_branches(const std::vector<Branch>& branches) {
    for (const Branch& branch : branches) visit(branch.test);
  }

  template <class Body>
  void inside(const Loop& loop, Body&& body) {
    Shape* list = note(loop.list);
    const auto outside = inside_;
    if (list != nullptr && list->type.kind == TypeKind::any) list->type.kind = TypeKind::list;
    if (list != nullptr && !list->item) {
      list->item = std::make_shared<Shape>();
      list->item->label = list->label;
    }
    inside_[loop.item] = list == nullptr ? nullptr : list->item.get();
    if (!loop.index.empty()) inside_[loop.index] = nullptr;
    body();
    inside_ = outside;
  }

  void read(const std::string&) {}
  void read(const HandwritingBlank&) {}
  void read(const LineEnd&) {}
  void read(const PrintedField& field) {
    Shape* shape = note(field.expression);
    if (shape == nullptr || field.formats.empty()) return;
    const Format& first = field.formats.front();
    if (first.kind == FormatKind::pick && shape->type.kind != TypeKind::record) {
      if (shape->type.kind == TypeKind::any) shape->type.kind = TypeKind::list;
      if (!shape->item) shape->item = std::make_shared<Shape>();
      shape->item->fields.try_emplace(first.text).first->second.label = first.text;
    } else if (const auto kind = kind_for(first); kind && shape->type.kind == TypeKind::any) {
      shape->type.kind = *kind;
    }
  }
  void read(const TickBox& box) {
    note_as(box.test, TypeKind::boolean);
    visit(box.words);
  }
  void read(const StyledWords& styled) { visit(styled.words); }
  void read(const InlineChoice& choice) {
    visit_branches(choice.branches);
    for (const InlineBranch& branch : choice.branches) visit(branch.words);
  }
  void read(const InlineEach& each) {
    inside(each.loop, [&] { visit(each.words); });
  }
  void read(const TemplateParagraph& paragraph) {
    visit(paragraph.label);
    visit(paragraph.signers);
    visit(paragraph.words);
  }
  void read(const TemplateJointMasthead& masthead) {
    visit(masthead.organs);
    visit(masthead.words);
  }
  void read(const TemplateTable& table) {
    for (const RowGroup& group : table.groups) {
      visit(group.test);
      const auto rows = [&] {
        for (const TemplateRow& row : group.rows)
          for (const TemplateCell& cell : row.cells) visit(cell.blocks);
      };
      if (group.loop)
        inside(*group.loop, rows);
      else
        rows();
    }
  }
  void read(const TemplateSignature& signature) {
    visit(signature.organs);
    visit(signature.date);
  }
  void read(const TemplateSignLine& line) { visit(line.words); }
  void read(const TemplateQrCode& qr) { visit(qr.text); }
  void read(const TemplatePhoto& photo) {
    if (Shape* shape = note(photo.source)) shape->picture = true;
    visit(photo.caption);
  }
  void read(const TemplateImprint& imprint) {
    visit(imprint.copied_to);
    visit(imprint.printed_by);
    visit(imprint.printed_on);
  }
  void read(const pages::PageBreak&) {}
  void read(const pages::Space&) {}
  void read(const pages::Rule&) {}
  void read(const BlockChoice& choice) {
    visit_branches(choice.branches);
    for (const BlockBranch& branch : choice.branches) visit(branch.blocks);
  }
  void read(const BlockEach& each) {
    inside(each.loop, [&] { visit(each.blocks); });
  }

  const expression::Names& provided_;
  Shapes shapes_;
  std::map<std::string, Shape*, std::less<>> inside_;  ///< names of loops; null: running numbers and the like
};

}  // namespace

Shapes shapes_of(const DocumentTemplate& made, const expression::Names& provided) {
  return ShapeReader(made, provided).take();
}

}  // namespace anjuan::documents
