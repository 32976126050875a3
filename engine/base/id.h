#pragma once
// Strong text ids: a CaseId is not a RoundId, and neither is a plain string.

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace anjuan {

template <class Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  auto operator<=>(const Id&) const = default;

 private:
  std::string text_;
};

using CaseId = Id<struct CaseTag>;            ///< 案件 or 抽查任务: one running procedure
using TargetId = Id<struct TargetTag>;        ///< 检查对象
using InspectorId = Id<struct InspectorTag>;  ///< 执法检查人员
using PersonId = Id<struct PersonTag>;        ///< anybody who signs or records

/// The rule for ids that come from outside: a letter, digit, or Chinese character first; then also
/// `.`, `_`, `-`; at most 64 characters; so that an id is safe in paths, sheets and draw lists.
bool is_valid_id(std::string_view text);

}  // namespace anjuan
