#include "cli/trial_data.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "cli/messages.h"
#include "cli/terminal.h"
#include "json/json.h"
#include "json/places.h"
#include "stories/trial_setting.h"

namespace anjuan::cli {
namespace {

using expression::Type;

/// Holds values against types and notes what does not fit.
class DataCheck {
 public:
  explicit DataCheck(const TrialData& data) : data_(data) {}

  Diagnostics check(const expression::Names& names) {
    fields(data_.values, names);
    return std::move(wrong_);
  }

 private:
  template <class Types>
  void fields(const Fields& values, const Types& types) {
    for (const auto& [name, value] : values) {
      path_.push_back(name);
      const auto type = types.find(name);
      if (type == types.end()) {
        unknown(name, types);
      } else {
        one(value, type->second);
      }
      path_.pop_back();
    }
  }

  void one(const Value& value, const Type& type) {
    using Kind = Type::Kind;
    if (type.kind == Kind::record && type.fields && value.is(Value::Kind::record))
      return fields(value.record(), *type.fields);
    if (type.kind == Kind::list && type.item && value.is(Value::Kind::list)) {
      for (std::size_t i = 0; i < value.list().size(); ++i) {
        path_.push_back(std::to_string(i));
        one(value.list()[i], *type.item);
        path_.pop_back();
      }
      return;
    }
    const Value meant = stories::with_dates(value, type);
    if (expression::fits(meant, type)) return;
    wrong_.push_back(diagnose(data_misfit, here(), join(path_, "."), expression::name_of(type),
                              expression::describe(meant)));
  }

  template <class Types>
  void unknown(const std::string& name, const Types& types) {
    std::vector<std::string> known;
    for (const auto& [other, type] : types) known.push_back(other);
    const auto near = nearest(name, known);
    wrong_.push_back(diagnose(data_unknown, here(), join(path_, "."), near ? Wording(*near) : enumerated(known)));
  }

  Place here() const { return json::place_of(data_.text, path_, Place{data_.file, 1, 1}); }

  const TrialData& data_;
  std::vector<std::string> path_;
  Diagnostics wrong_;
};

}  // namespace

Result<TrialData> read_trial_data(const std::string& file) {
  TrialData data{file, "", {}};
  if (!read_whole(file, data.text)) return unreadable(file);
  ANJUAN_TRY(const Value given, json::read(data.text, Place{file, 1, 1}));
  if (!given.is(Value::Kind::record)) return diagnose(facts_no_record, Place{file, 1, 1}, file);
  data.values = given.record();
  return data;
}

Outcome check_trial_data(const TrialData& data, const procedure::Definition& definition,
                         const cases::Bureau& bureau) {
  Diagnostics wrong = DataCheck(data).check(stories::given_names(definition, bureau));
  if (wrong.empty()) return Done{};
  std::stable_sort(wrong.begin(), wrong.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return wrong;
}

}  // namespace anjuan::cli
