#pragma once
// What was filled in for one item → its record, checked against options and rules. Private to this
// module.

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "forms/form.h"

namespace anjuan::forms {

struct Answer {
  const Column* column;
  Place place;
  std::string text;            ///< as filled
  std::vector<Option> chosen;  ///< of a column with options
  bool refused = false;        ///< already reported: rules are not applied to it
};

struct ItemAnswers {
  Value record;                     ///< by column ids
  std::vector<std::string> counts;  ///< fields to count up
  bool problem = false;
  Diagnostics found;
};

ItemAnswers read_answers(const Form&, const Item&, std::vector<Answer>);

/// Every counting field of the form, at zero.
std::map<std::string, std::int64_t> empty_counts(const Form&);

}  // namespace anjuan::forms
