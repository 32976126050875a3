// What an office can answer for: its papers, sheets, draws, publications and dossiers.

#include "stories/judge.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/text.h"
#include "cases/case_value.h"
#include "handling/edition.h"
#include "registers/register.h"
#include "stories/known_names.h"
#include "stories/messages.h"

namespace anjuan::stories {
namespace {

std::string listed(const std::vector<std::string>& all) { return all.empty() ? "—" : join(all, "；"); }
Wording named(const char* chinese, const char* english, const std::string& name) {
  return {std::string(chinese) + "“" + name + "”", std::string(english) + " “" + name + "”"};
}

/// As much of a text as a person reads in a message.
std::string beginning(const std::string& text) {
  constexpr std::size_t longest = 120;
  const std::u32string letters = to_u32(text);
  return letters.size() <= longest ? text : to_utf8(letters.substr(0, longest)) + "……";
}

std::string state_of(const cases::Paper& p) {
  if (p.state == cases::Paper::State::voided) return "作废";
  if (p.state == cases::Paper::State::superseded) return "取代";
  return p.served_on ? "已送达" : p.signed_on ? "已签署" : "已制作";
}

/// Judges the lines about one case or round as it stands now.
class CaseJudge {
 public:
  CaseJudge(const cases::Case& c, const procedure::Definition& definition, cases::Reading& reading,
            const Evidence& evidence)
      : c_(c), definition_(definition), reading_(reading), evidence_(evidence) {}

  /// 应有 2026-1-01 文书 检查报告 [文号 …] [日期 …] [状态 …] [共 2]
  Verdict has_paper(const Expectation& e) const {
    std::vector<std::string> others;
    int count = 0;
    bool fits = false;
    for (const cases::Paper& p : c_.papers) {
      if (p.slot != e.word(2)) continue;
      ++count;
      others.push_back(p.id + " " + p.number + " " + iso(p.date) + " " + state_of(p));
      const auto same = [&](const char* name, const std::string& is) {
        const std::string wanted = e.after(name);
        return wanted.empty() || wanted == is;
      };
      fits = fits || (same("文号", p.number) && same("日期", iso(p.date)) && same("状态", state_of(p)));
    }
    if (const std::string number = e.after("共"); !number.empty() && number != std::to_string(count))
      fits = false;
    if (fits) return holds();
    if (others.empty()) {
      for (const cases::Paper& p : c_.papers) {
        if (std::find(others.begin(), others.end(), p.slot) == others.end()) others.push_back(p.slot);
      }
      return {diagnose(story_lacks, Place{}, named("文书", "paper", e.word(2)), listed(others)), ""};
    }
    std::vector<std::string> wanted(e.words.begin() + 3, e.words.end());
    return {diagnose(story_differs, Place{}, join(wanted, " "), listed(others)), ""};
  }

  Verdict lacks_paper(const Expectation& e) const {
    const cases::Paper* paper = cases::paper_in(c_, e.word(2));
    if (paper)
      return {diagnose(story_has, Place{}, named("文书", "paper", paper->id + " " + paper->slot)), ""};
    KnownNames known = names_of_papers(definition_);
    for (const cases::Paper& p : c_.papers) known.names.push_back(p.slot);  // voided ones, those of the draw
    return {unknown_among(known, e.word(2), procedure_, named("文书", "paper", e.word(2))), ""};
  }

  /// 应写明 2026-1-01 检查报告 词语 词语: what is printed on the paper, or in the bound dossier.
  Verdict says(const Expectation& e) const {
    const cases::Paper* paper = cases::paper_in(c_, e.word(1));
    const bool dossier = e.word(1) == "案卷" && c_.dossier;
    if (!paper && !dossier)
      return {diagnose(story_lacks, Place{}, named("文书", "paper", e.word(1)), "—"), ""};
    const auto reading = evidence_.office.office().store.read();
    if (!reading.ok()) return {reading.diagnostics().front(), ""};
    const auto pdf = (*reading)->read_file(dossier ? c_.dossier->volumes.front().file : paper->print);
    if (!pdf.ok()) return {pdf.diagnostics().front(), ""};
    const std::optional<std::string> words = evidence_.words_of ? evidence_.words_of(*pdf) : std::nullopt;
    if (!words) return {diagnose(words_unreadable, Place{}), ""};
    for (std::size_t i = 2; i < e.words.size(); ++i) {
      if (words->find(e.words[i]) == std::string::npos)
        return {
            diagnose(story_unsaid, Place{}, named("文书", "paper", e.word(1)), e.words[i], beginning(*words)),
            ""};
    }
    return holds();
  }

  /// Names and ids of the targets whose lots were drawn.
  std::vector<std::string> drawn() const {
    std::vector<std::string> out;
    const cases::DrawRecord* record = cases::current_draw(c_);
    if (!record) return out;
    for (const Value& target : record->facts.field("对象").list()) {
      out.push_back(target.field("名称").text_or_empty());
      out.push_back(target.field("编号").text_or_empty());
    }
    return out;
  }
  Verdict drew(const Expectation& e) const {
    const auto names = drawn();
    for (std::size_t i = 1; i < e.words.size(); ++i) {
      if (std::find(names.begin(), names.end(), e.words[i]) == names.end())
        return {diagnose(story_lacks, Place{}, named("抽中的", "drawn target", e.words[i]), listed(names)),
                ""};
    }
    return holds();
  }
  Verdict did_not_draw(const Expectation& e) const {
    const auto names = drawn();
    if (names.empty()) return {diagnose(story_lacks, Place{}, Wording("抽取", "draw"), "—"), ""};
    for (std::size_t i = 1; i < e.words.size(); ++i) {
      if (std::find(names.begin(), names.end(), e.words[i]) != names.end())
        return {diagnose(story_has, Place{}, named("抽中的", "drawn target", e.words[i])), ""};
    }
    return not_in_register(e);
  }
  /// A target that no register knows cannot be drawn: the name is a slip.
  Verdict not_in_register(const Expectation& e) const {
    const auto row = reading_.load_register("targets");
    if (!row.ok()) return {row.diagnostics().front(), ""};
    KnownNames known;
    if (*row) {
      for (const auto& target : registers::register_of<registers::InspectionTarget>((*row)->body).rows) {
        known.names.push_back(target.name);
        known.names.push_back(target.id);
      }
    }
    for (std::size_t i = 1; i < e.words.size(); ++i) {
      if (auto slip = unknown_among(known, e.words[i], Wording("名录", "the register"),
                                    named("检查对象", "target", e.words[i])))
        return {std::move(slip), ""};
    }
    return holds();
  }

  /// 应有抽取 2026-1 D2026-1 作废
  Verdict has_draw(const Expectation& e) const {
    std::vector<std::string> all;
    for (const cases::DrawRecord& record : c_.draws) {
      all.push_back(record.id + (record.annulled ? " 作废" : " 有效"));
      if (all.back() == e.word(1) + " " + e.word(2)) return holds();
    }
    return {diagnose(story_lacks, Place{}, named("抽取", "draw", e.word(1) + " " + e.word(2)), listed(all)),
            ""};
  }

  /// 应有检查表 2026-1-01 共 1 已读回 1
  Verdict has_sheets(const Expectation& e) const {
    const auto filled =
        std::count_if(c_.sheets.begin(), c_.sheets.end(), [](const auto& s) { return !s.filled.empty(); });
    const auto line = [](const std::string& all, const std::string& back) {
      return "共 " + all + " 已读回 " + back;
    };
    const std::string is = line(std::to_string(c_.sheets.size()), std::to_string(filled)),
                      wanted = line(e.after("共"), e.after("已读回"));
    if (is == wanted) return holds();
    return {diagnose(story_differs, Place{}, wanted, is), "应有检查表 " + e.word(0) + " " + is};
  }

  /// 应由 2026-1-01 检查 某某、某某
  Verdict team(const Expectation& e) const {
    std::vector<std::string> names;
    if (c_.inspectors.is(Value::Kind::list)) {
      for (const Value& person : c_.inspectors.list()) names.push_back(person.field("姓名").text_or_empty());
    }
    const std::string is = or_empty(join(names, "、"));
    if (is == or_empty(e.word(2))) return holds();
    return {diagnose(story_differs, Place{}, e.word(2), is), "应由 " + e.word(0) + " 检查 " + is};
  }

  /// 应有公示 2026-1 第1批 [文件名]
  Verdict published(const Expectation& e) const {
    std::vector<std::string> all;
    for (const cases::PublishedBatch& batch : c_.batches) {
      for (const auto& [name, digest] : batch.files) {
        all.push_back(batch.batch + " " + name);
        if (batch.batch == e.word(1) && (e.word(2).empty() || name == e.word(2))) return holds();
      }
    }
    return {diagnose(story_lacks, Place{}, named("公示", "publication", e.word(1) + " " + e.word(2)),
                     listed(all)),
            ""};
  }
  Verdict not_published(const Expectation& e) const {
    const Wording what = named("公示", "publication", e.word(1));
    if (!published(e).wrong) return {diagnose(story_has, Place{}, what), ""};
    return {unknown_among(names_of_batches(definition_), e.word(1), procedure_, what), ""};
  }

  /// 应有案卷 2026-1-01 [档号 …]
  Verdict bound(const Expectation& e) const {
    if (!c_.dossier) return {diagnose(story_lacks, Place{}, Wording("案卷", "dossier"), "—"), ""};
    const std::string wanted = e.after("档号"), &is = c_.dossier->archival_code;
    if (wanted.empty() || wanted == is) return holds();
    return {diagnose(story_differs, Place{}, wanted, is), "应有案卷 " + e.word(0) + " 档号 " + is};
  }

 private:
  const cases::Case& c_;
  const procedure::Definition& definition_;
  cases::Reading& reading_;
  const Evidence& evidence_;
  const Wording procedure_{"流程", "the procedure"};
};

/// 应提示 词语
Verdict notes(const Expectation& e, const Result<handling::Receipt>& last) {
  const std::vector<std::string> told = last.ok() ? last->notes : std::vector<std::string>{};
  const std::string all = join(told, "；");
  if (all.find(e.word(0)) != std::string::npos) return holds();
  return {diagnose(story_unsaid, Place{}, Wording("提示", "the note"), e.word(0), listed(told)), ""};
}

using CaseVerdict = Verdict (CaseJudge::*)(const Expectation&) const;
const std::map<std::string, CaseVerdict>& case_verdicts() {
  static const std::map<std::string, CaseVerdict> all = {
      {"应有", &CaseJudge::has_paper},        {"应无", &CaseJudge::lacks_paper},
      {"应写明", &CaseJudge::says},           {"应抽中", &CaseJudge::drew},
      {"应未抽中", &CaseJudge::did_not_draw}, {"应由", &CaseJudge::team},
      {"应有检查表", &CaseJudge::has_sheets}, {"应有抽取", &CaseJudge::has_draw},
      {"应有公示", &CaseJudge::published},    {"应无公示", &CaseJudge::not_published},
      {"应有案卷", &CaseJudge::bound}};
  return all;
}

/// Of the plan that the last 试迁移 has made for the case.
Verdict judge_plan(const Expectation& e, const Evidence& evidence) {
  std::vector<std::string> planned;
  for (const handling::CasePlan& plan : evidence.plans) {
    planned.push_back(plan.id.text());
    if (plan.id.text() != e.word(0) || !plan.migration) continue;
    const auto& procedures = evidence.office.definitions().library.procedures;
    const auto to = std::find_if(procedures.begin(), procedures.end(), [&](const auto& one) {
      return one.second.content->digest == plan.migration->after.definition_digest;
    });
    if (to == procedures.end()) break;
    return judge_migrated(e, 1, *plan.migration, *to->second.content).value_or(Verdict{});
  }
  return {diagnose(story_lacks, Place{}, named("试算的迁移", "migration tried out for", e.word(0)), listed(planned)), ""};
}

/// 应按 2026-1-01 第2版
Verdict runs_on(const Expectation& e, const cases::Case& c) {
  const std::string is = "第" + std::to_string(c.edition) + "版";
  if (is == e.word(1)) return holds();
  return {diagnose(story_differs, Place{}, e.word(1), is), "应按 " + e.word(0) + " " + is};
}

}  // namespace

std::vector<std::string> known_verbs(bool chart) {
  std::vector<std::string> out = {"应在",     "应为",       "应有期限",   "应无期限", "应拒绝",
                                  "应迁后在", "应迁后为", "应迁后有期限", "应迁后无期限"};
  if (chart) {
    for (const char* verb : {"应出", "应不出", "应可办", "应不可办", "应办结"}) out.emplace_back(verb);
    return out;
  }
  out.emplace_back("应提示");
  out.emplace_back("应按");
  for (const auto& [verb, any] : case_verdicts()) out.push_back(verb);
  return out;
}

Verdict judge(const Expectation& e, const Evidence& evidence) {
  if (e.verb == "应拒绝")
    return judge_refusal(e, evidence.last.ok() ? nullptr : &evidence.last.diagnostics());
  if (e.verb == "应提示") return notes(e, evidence.last);
  const auto known = known_verbs(false);
  if (std::find(known.begin(), known.end(), e.verb) == known.end()) return not_understood(e, known);
  if (e.verb.starts_with("应迁后")) return judge_plan(e, evidence);
  const auto reading = evidence.office.office().store.read();
  if (!reading.ok()) return {reading.diagnostics().front(), ""};
  const auto row = (*reading)->load_case(CaseId(e.word(0)));
  if (!row.ok()) return {row.diagnostics().front(), ""};
  const cases::Case c = cases::case_from(row->body);
  if (e.verb == "应按") return runs_on(e, c);
  const std::vector<std::string> labels = split(replace_all(row->label, "；", ";"), ';');
  const auto definition = handling::definition_of(evidence.office.office(), **reading, c);
  if (!definition.ok()) return {definition.diagnostics().front(), ""};
  if (const auto verdict = judge_standing(e, 1, labels, c.standing, **definition)) return *verdict;
  return (CaseJudge(c, **definition, **reading, evidence).*case_verdicts().at(e.verb))(e);
}

}  // namespace anjuan::stories
