// Effects of a step, in order, each to the function that knows how.

#include "handling/work.h"

namespace anjuan::handling {
namespace {

using cases::Case;

constexpr std::string_view case_prefix = "#_case_";

/// One effect at a time; the case is looked up anew because an effect may have changed it.
struct Carrier {
  Work& work;
  Case& c;

  Outcome operator()(const procedure::MakeDocument& e) { return make_document(work, c, e); }
  Outcome operator()(const procedure::MakeSheet& e) { return make_sheet(work, c, e); }
  Outcome operator()(const procedure::DrawLots& e) { return draw_lots(work, c, e); }
  Outcome operator()(const procedure::OpenCases& e) { return open_cases(work, c, e); }
  Outcome operator()(const procedure::Publish& e) { return publish(work, c, e); }
  Outcome operator()(const procedure::Push& e) { return push(work, c, e); }
  Outcome operator()(const procedure::CloseDossier& e) { return close_dossier(work, c, e); }

  /// The step has put the limit into the standing; here it is only told.
  Outcome operator()(const procedure::StartTimeLimit& e) {
    const auto found = c.standing.limits.find(e.id);
    if (found != c.standing.limits.end()) {
      work.receipt.limits.push_back({c.id, e.label, found->second.deadline.due, std::nullopt, found->second.deadline.provisional});
      work.effects.push_back(Fields{{"limit", e.id}, {"case", c.id.text()}, {"from", e.from}, {"due", found->second.deadline.due},
                                    {"provisional", found->second.deadline.provisional}});
    }
    return Done{};
  }
  Outcome operator()(const procedure::StopTimeLimit& e) {
    work.effects.push_back(Fields{{"limit_ended", e.id}, {"case", c.id.text()}});
    return Done{};
  }
  Outcome operator()(const procedure::SendMessage& e) {
    const bool up = e.target == "#_parent";
    CaseId to = up ? c.round : c.id;
    if (e.target.starts_with(case_prefix)) to = CaseId(e.target.substr(case_prefix.size()));
    const std::string origin = up ? std::string(case_prefix) + c.id.text() : "#_parent";
    work.messages.push_back({to, {e.event, e.values, work.act.on, origin}});
    return Done{};
  }
  Outcome operator()(const procedure::Note& e) {
    work.effects.push_back(Fields{{"note", e.label}, {"text", e.text}});
    work.receipt.notes.push_back(e.label.empty() ? e.text : e.label + "：" + e.text);
    return Done{};
  }
};

}  // namespace

Outcome carry_out(Work& work, const CaseId& id, const std::vector<procedure::Effect>& effects) {
  for (const procedure::Effect& effect : effects) {
    ANJUAN_TRY(Case* const c, touch(work, id));
    ANJUAN_DO(std::visit(Carrier{work, *c}, effect));
  }
  return Done{};
}

}  // namespace anjuan::handling
