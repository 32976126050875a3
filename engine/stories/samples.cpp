#include "stories/samples.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "cases/case_facts.h"
#include "procedure/procedure.h"

namespace anjuan::stories {
namespace {

using expression::Names, expression::Type;
using Kind = Type::Kind;

bool in_name(char32_t c) {
  const bool punctuation = (c >= 0x2000 && c < 0x2E80) || (c >= 0x3000 && c < 0x3040) || c >= 0xFF00;
  return (c < 0x80 && (std::isalnum(static_cast<int>(c)) || c == '_')) || (c >= 0x80 && !punctuation);
}

/// Reads names and what stands around them in the text of a procedure.
class Reader {
 public:
  explicit Reader(std::string_view xml) : text_(to_u32(xml)) {}

  bool reads(const std::string& name) const {
    bool found = false;
    for_each(name, [&](std::size_t, std::size_t) { found = true; });
    return found;
  }
  /// The fields read of a record: 任务.检查止 gives 检查止.
  std::set<std::string> fields_of(const std::string& name) const {
    std::set<std::string> out;
    for_each(name, [&](std::size_t, std::size_t end) {
      if (end < text_.size() && text_[end] == U'.') {
        const std::string field = name_at(end + 1);
        if (!field.empty()) out.insert(field);
      }
    });
    return out;
  }
  /// What is looked up with a path: 各业依据[对象.业务类别] gives 各业依据.
  std::set<std::string> looked_up_with(const std::string& name, const std::string& field) const {
    std::set<std::string> out;
    for_each(name, [&](std::size_t start, std::size_t end) {
      const bool this_field = end < text_.size() && text_[end] == U'.' && name_at(end + 1) == field;
      if (!this_field || start < 2 || text_[start - 1] != U'[') return;
      std::size_t from = start - 1;
      while (from > 0 && in_name(text_[from - 1])) --from;
      out.insert(to_utf8(text_.substr(from, start - 1 - from)));
    });
    return out;
  }

 private:
  template <class Visit>
  void for_each(const std::string& name, const Visit& visit) const {
    const std::u32string wanted = to_u32(name);
    for (auto at = text_.find(wanted); at != std::u32string::npos; at = text_.find(wanted, at + 1)) {
      const std::size_t end = at + wanted.size();
      const bool begins =
          at == 0 || !(in_name(text_[at - 1]) || text_[at - 1] == U'.' || text_[at - 1] == U'\'');
      const bool ends = end >= text_.size() || !in_name(text_[end]);
      if (begins && ends) visit(at, end);
    }
  }
  std::string name_at(std::size_t from) const {
    std::size_t end = from;
    while (end < text_.size() && in_name(text_[end])) ++end;
    return to_utf8(text_.substr(from, end - from));
  }

  std::u32string text_;
};

Type plain(Kind kind) { return Type{kind, {}, {}, {}}; }

Type record_of(std::map<std::string, Type> fields) {
  Type out = plain(Kind::record);
  out.fields = std::make_shared<const std::map<std::string, Type>>(std::move(fields));
  return out;
}

class Inventor {
 public:
  Inventor(const procedure::Definition& d, std::string_view xml, const cases::Bureau& bureau, Day on)
      : d_(d), bureau_(bureau), reader_(xml), names_(cases::fact_names(bureau, d.kind)), on_(on) {}

  Fields facts() {
    Fields out;
    for (const auto& [name, type] : Names(names_)) {
      if (name == "机关" && !bureau_.facts.empty()) continue;
      const bool kept_by_the_trial =
          of_the_trial.end() != std::find(of_the_trial.begin(), of_the_trial.end(), name);
      if (kept_by_the_trial || !reader_.reads(name)) continue;
      out.emplace(name, type.kind == Kind::list ? people(name, type) : record(name, type));
    }
    return out;
  }

 private:
  static constexpr std::array of_the_trial = {"日期", "签署人", "记录人", "文书", "期限", "案件"};

  Value value(const std::string& name, const std::string& field, const Type& type) const {
    switch (type.kind) {
      case Kind::boolean:
        return Value(false);
      case Kind::integer:
      case Kind::decimal:
        return Value(0);
      case Kind::date:
        return Value(on_ + std::chrono::days(365));
      case Kind::list:
        return Value(List{});
      case Kind::record:
        return Value(Fields{});
      case Kind::enumeration:
        return Value(type.choices.front());
      default:
        break;
    }
    for (const std::string& table : reader_.looked_up_with(name, field)) {
      for (const procedure::Parameter& p : d_.parameters) {
        if (p.id == table && p.value.is(Value::Kind::record) && !p.value.record().empty())
          return Value(p.value.record().begin()->first);
      }
    }
    return Value("样例" + field);
  }

  Value record(const std::string& name, const Type& type) {
    Fields out;
    for (const std::string& field : reader_.fields_of(name)) {
      const bool known = type.fields && type.fields->contains(field);
      if (known) out.emplace(field, value(name, field, type.fields->at(field)));
    }
    if (type.fields) return out;
    std::map<std::string, Type> guessed;
    for (const std::string& field : reader_.fields_of(name)) {
      guessed.emplace(field, Type{});
      guessed[field] = fitting_type(name, guessed, field);
      out.emplace(field, value(name, field, guessed[field]));
    }
    return out;
  }

  /// The type with which the procedure has the fewest errors.
  Type fitting_type(const std::string& name, std::map<std::string, Type> fields, const std::string& field) {
    Type best;
    std::size_t fewest = static_cast<std::size_t>(-1);
    for (const Kind kind : {Kind::text, Kind::date, Kind::integer, Kind::boolean, Kind::list, Kind::record}) {
      fields[field] = plain(kind);
      Names names = names_;
      names[name] = record_of(fields);
      // Fields that are not guessed yet are unknown in all tries alike.
      const std::size_t errors = procedure::check(d_, names).size();
      if (errors >= fewest) continue;
      fewest = errors;
      best = plain(kind);
    }
    return best;
  }

  /// Two people, as a team has them.
  Value people(const std::string& name, const Type& type) const {
    List out;
    for (const char* which : {"甲", "乙"}) {
      Fields person;
      if (type.item && type.item->fields) {
        for (const auto& [field, of] : *type.item->fields) person.emplace(field, value(name, field, of));
      }
      person.insert_or_assign("编号", Value(std::string("样例") + which));
      person.insert_or_assign("姓名", Value(name + which));
      out.push_back(std::move(person));
    }
    return out;
  }

  const procedure::Definition& d_;
  const cases::Bureau& bureau_;
  Reader reader_;
  Names names_;
  Day on_;
};

}  // namespace

Fields sample_facts(const procedure::Definition& definition, std::string_view xml,
                    const cases::Bureau& bureau, Day on) {
  return Inventor(definition, xml, bureau, on).facts();
}

cases::Bureau with_sample_people(cases::Bureau bureau, const procedure::Definition& definition,
                                 const Fields& facts, Day on) {
  const auto add = [&](const std::string& id, const std::string& name, std::vector<cases::Post> posts) {
    bureau.people.push_back(
        {PersonId(id), name, posts.empty() ? "" : posts.front().name, "", "", std::move(posts)});
  };
  for (const procedure::Role& role : definition.roles) {
    if (role.outside || role.holders || role.posts.empty()) continue;
    const bool held = std::any_of(role.posts.begin(), role.posts.end(), [&](const std::string& post) {
      return !cases::holders(bureau, post, "", on).empty();
    });
    if (!held)
      add("样例" + role.posts.front(), role.posts.front() + "甲", {{role.posts.front(), "", {}, {}, false}});
  }
  for (const auto& [name, value] : facts) {
    if (!value.is(Value::Kind::list)) continue;
    for (const Value& person : value.list()) {
      if (!person.is(Value::Kind::record) || person.field("编号").text_or_empty().empty()) continue;
      const std::string id = person.field("编号").text(), called = person.field("姓名").text_or_empty();
      const bool known = std::any_of(bureau.people.begin(), bureau.people.end(),
                                     [&](const auto& p) { return p.id.text() == id; });
      if (!known && !called.empty()) add(id, called, {});
    }
  }
  return bureau;
}

}  // namespace anjuan::stories
