#pragma once
// What a definition says about values: the texts, numbers and keys that its expressions hold a name or a
// field against. Whoever makes up a case tries these first.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/model.h"

namespace anjuan::analysis {

/// Visits every expression of the definition; `decides`: it is a condition or a requirement.
void for_each_code(const Definition&, const std::function<void(const procedure::Code&, bool decides)>&);

/// By the canonical text of a path: "结论", "对象.业务类别".
class Spoken {
 public:
  explicit Spoken(const Model&);
  /// Texts it is compared with or looked for in: "结论 == '整改'", "包含(检查方式, '实地检查')".
  std::vector<Value> texts(const std::string& path) const { return listed(texts_, path); }
  /// Keys of the parameters in which it is looked up: 依据表[对象.类别].
  std::vector<Value> keys(const std::string& path) const { return listed(keys_, path); }
  /// Whole numbers, also of parameters, that it or its length is compared with.
  std::set<std::int64_t> numbers(const std::string& path) const;
  /// Whether it is gone through or handed to what takes only lists.
  bool is_list(const std::string& path) const { return items_.count(path) > 0; }
  /// Fields that are asked of its items.
  std::set<std::string> fields_of_items(const std::string& path) const;
  /// Fields below a name that expressions ask for.
  std::set<std::string> fields(const std::string& name) const;
  /// Paths that conditions and requirements ask for, in their order.
  const std::set<std::string>& asked() const { return asked_; }

 private:
  const Model& model_;
  std::map<std::string, std::set<std::string>> texts_, keys_, fields_, items_;
  std::map<std::string, std::set<std::int64_t>> numbers_;
  std::set<std::string> asked_;

  static std::vector<Value> listed(const std::map<std::string, std::set<std::string>>&, const std::string&);
  void visit(const expression::Node&, bool decides);
  void visit_list(const expression::Node& call);
  void visit_loops();
  void compare(const std::string& path, const expression::Node& other);
};

}  // namespace anjuan::analysis
