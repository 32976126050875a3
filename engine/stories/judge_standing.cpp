// What a standing alone can answer for, and refusals.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "stories/judge.h"
#include "stories/known_names.h"
#include "stories/messages.h"

namespace anjuan::stories {
namespace {

/// The words before what is expected: "应在 2026-1-01 ".
std::string lead(const Expectation& e, std::size_t of) {
  std::string out = e.verb + " ";
  for (std::size_t i = 0; i < of; ++i) out += e.word(i) + " ";
  return out;
}

std::string rest(const Expectation& e, std::size_t from) {
  if (from >= e.words.size()) return "";
  return join(std::vector<std::string>(e.words.begin() + static_cast<std::ptrdiff_t>(from), e.words.end()),
              " ");
}

Verdict stands(const Expectation& e, std::size_t of, const std::vector<std::string>& labels) {
  const auto set_of = [](const std::string& text) {
    std::set<std::string> out;
    for (const std::string& part : split(replace_all(text, "；", ";"), ';')) out.emplace(trim(part));
    return out;
  };
  const std::string is = join(labels, "；"), wanted = rest(e, of);
  if (set_of(is) == set_of(wanted)) return holds();
  return {diagnose(story_differs, Place{}, wanted, is), lead(e, of) + is};
}

Verdict has_value(const Expectation& e, std::size_t of, const Fields& data) {
  const auto value = data.find(e.word(of));
  if (value == data.end()) {
    std::vector<std::string> names;
    for (const auto& [name, any] : data) names.push_back(name);
    return {
        diagnose(story_lacks, Place{},
                 Wording("数据项“" + e.word(of) + "”", "data item “" + e.word(of) + "”"), enumerated(names)),
        ""};
  }
  const std::string is = or_empty(display(value->second)), wanted = rest(e, of + 2);
  if (is == or_empty(wanted)) return holds();
  return {diagnose(story_differs, Place{}, wanted, is), lead(e, of + 1) + "= " + is};
}

std::string words_of(const procedure::OpenTimeLimit& limit) {
  return limit.label + " 到期 " + iso(limit.deadline.due) + (limit.deadline.provisional ? " 暂定" : "");
}

Verdict has_limit(const Expectation& e, std::size_t of, const procedure::Standing& standing) {
  std::vector<std::string> running;
  for (const auto& [id, limit] : standing.limits) {
    running.push_back(words_of(limit));
    if (id != e.word(of) && limit.label != e.word(of)) continue;
    if (e.after("到期") == iso(limit.deadline.due) && e.has("暂定") == limit.deadline.provisional)
      return holds();
    return {diagnose(story_differs, Place{}, rest(e, of), words_of(limit)), lead(e, of) + words_of(limit)};
  }
  const Wording wanted{"期限“" + e.word(of) + "”", "time limit “" + e.word(of) + "”"};
  return {diagnose(story_lacks, Place{}, wanted, running.empty() ? "—" : join(running, "；")), ""};
}

Verdict lacks_limit(const Expectation& e, std::size_t of, const procedure::Standing& standing,
                    const procedure::Definition& definition) {
  const Wording named{"期限“" + e.word(of) + "”", "time limit “" + e.word(of) + "”"};
  if (auto slip =
          unknown_among(names_of_limits(definition), e.word(of), Wording("流程", "the procedure"), named))
    return {std::move(slip), ""};
  for (const auto& [id, limit] : standing.limits) {
    if (id != e.word(of) && limit.label != e.word(of)) continue;
    const Wording unwanted{"期限“" + words_of(limit) + "”", "time limit “" + words_of(limit) + "”"};
    return {diagnose(story_has, Place{}, unwanted), ""};
  }
  return holds();
}

}  // namespace

std::string or_empty(const std::string& text) { return text.empty() || text == "空" ? "（空）" : text; }

std::optional<Verdict> judge_standing(const Expectation& e, std::size_t of,
                                      const std::vector<std::string>& labels,
                                      const procedure::Standing& standing,
                                      const procedure::Definition& definition) {
  if (e.verb == "应在") return stands(e, of, labels);
  if (e.verb == "应为") return has_value(e, of, standing.data);
  if (e.verb == "应有期限") return has_limit(e, of, standing);
  if (e.verb == "应无期限") return lacks_limit(e, of, standing, definition);
  return std::nullopt;
}

std::optional<Verdict> judge_migrated(const Expectation& e, std::size_t of, const procedure::Migration& migration,
                                      const procedure::Definition& to) {
  constexpr std::string_view must = "应", then = "应迁后";
  if (!e.verb.starts_with(then)) return std::nullopt;
  Expectation plain = e;
  plain.verb = std::string(must) + e.verb.substr(then.size());
  auto verdict = judge_standing(plain, of, migration.states_is, migration.after, to);
  if (verdict && !verdict->rewrite.empty()) verdict->rewrite = std::string(then) + verdict->rewrite.substr(must.size());
  return verdict;
}

Verdict judge_refusal(const Expectation& e, const Diagnostics* refusal) {
  if (!refusal) return {diagnose(not_refused, Place{}), ""};
  std::string says, first = refusal->front().row->code;
  bool coded = false;
  for (const Diagnostic& d : *refusal) {
    coded = coded || d.row->code == e.word(0);
    says += (says.empty() ? "" : "；") + sentence(d, Language::chinese);
    if (const std::string next = hint(d, Language::chinese); !next.empty()) says += "（" + next + "）";
    if (d.basis) says += "（依据：" + d.basis->instrument + d.basis->article + "）";
  }
  if (!coded) return {diagnose(story_other_refusal, Place{}, e.word(0), first, says), "应拒绝 " + first};
  for (std::size_t i = 1; i < e.words.size(); ++i) {
    if (says.find(e.words[i]) == std::string::npos)
      return {diagnose(story_unsaid, Place{}, Wording("拒绝的理由", "the refusal"), e.words[i], says), ""};
  }
  return {};
}

Verdict not_understood(const Expectation& e, const std::vector<std::string>& known) {
  return {diagnose(expectation_unknown, Place{}, e.verb, enumerated(known)), ""};
}

}  // namespace anjuan::stories
