#include "cli/check_draws.h"

#include "cli/messages.h"
#include "handling/draw_facts.h"

namespace anjuan::cli {

void DrawCheck::take(const std::string& round, const cases::DrawRecord& record) {
  if (!record.result.empty()) compute(round, record);
  link(round, record);
}

void DrawCheck::compute(const std::string& round, const cases::DrawRecord& record) {
  ++opened_;
  const auto result = handling::recompute(record);
  if (!result.ok()) append(found_, result.diagnostics());
  const bool same = result.ok() && (record.lots.empty() ? draw::write_result(*result) : record.lots) == record.result;
  if (!same) found_.push_back(diagnose(draw_changed, Place{}, round, record.id));
}

void DrawCheck::link(const std::string& round, const cases::DrawRecord& record) {
  const auto list = draw::parse_list(record.list, record.id);
  if (!list.ok()) return;  // told before
  named_.push_back({round, record.id, list->previous});
  const auto first = handling::first_result(record);
  if (!first.ok()) return;
  if (record.annulled && record.void_text.empty()) ++unkept_;
  if (!record.void_text.empty()) links_.emplace(sha256(record.void_text), "");
  if (record.opened_on) links_.emplace(digest(list->hash, *first), "");
}

Diagnostics DrawCheck::finish() && {
  links_.emplace(draw::no_previous_draw, "");
  for (const Named& one : named_) {
    const auto before = links_.find(one.previous);
    if (before == links_.end() && unkept_-- > 0) continue;
    if (before == links_.end() || !before->second.empty()) found_.push_back(diagnose(draw_chain_broken, Place{}, one.round, one.draw));
    else before->second = one.draw;
  }
  return std::move(found_);
}

}  // namespace anjuan::cli
