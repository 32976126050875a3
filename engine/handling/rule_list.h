#pragma once
// workflows/rules.xml: which rule of the office's own regulation is carried out where, and which test
// shows it. The table for those who must answer for the software is made from it.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "xml/outline.h"

namespace anjuan::handling {

/// Where a rule is carried out. Paths count from the folder above the one of the rules' file.
struct RulePlace {
  std::string file;        ///< a definition, template or form; "" where the engine itself does it
  std::string element;     ///< "aj:parameter"; "" the whole file
  std::string attribute, value;  ///< the element's attribute that names it: id, event, template, …
  std::string basis;       ///< all elements that cite this provision
  std::string engine;      ///< module of the engine
  std::string says;        ///< what it does there
  Place place;
};
struct RuleTest {
  std::string suite, name;
  std::string story;       ///< or a case told as text: tests/stories/<story>.story
  Place place;
};
struct Rule {
  std::string id;          ///< R11-12
  std::string article;     ///< 第十条
  std::string says;        ///< the rule in one sentence
  std::string open;        ///< why it is not carried out, or what is lacking; "" nothing
  std::vector<RulePlace> places;
  std::vector<RuleTest> tests;
  Place place;
};
struct RuleList {
  std::string instrument;
  std::vector<Rule> rules;
};

const xml::Outline& rules_outline();
Result<RuleList> load_rules(std::string_view xml, const std::string& file);

}  // namespace anjuan::handling
