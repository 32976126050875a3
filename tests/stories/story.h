#pragma once
// A story: acts as in a script, and between them lines that begin with 应 and say what must hold then.
// tests/stories/README.md tells how to write one.

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "support/script_player.h"

namespace anjuan::stories {

using support::Desk;
using support::FakeOffice;

/// One line that is no act: 接, 任职, 应….
struct Expectation {
  int line = 0;
  std::string verb;
  std::vector<std::string> words;
};

struct Story {
  std::string file;   ///< name within tests/stories
  std::string text;
  std::string begins_with;                 ///< 接: the story that this one goes on from, "" none
  std::vector<cli::ScriptAct> acts;        ///< by line
  std::vector<Expectation> expectations;   ///< by line
};

inline const support::fs::path folder = support::source_folder / "tests" / "stories";

inline bool is_expectation(const std::string& line) {
  return line.starts_with("应") || line.starts_with("接 ") || line.starts_with("任职 ");
}

/// Acts go to the reader of scripts; the other lines are kept here. Line numbers stay.
inline Story read_story(const std::string& file) {
  Story story{file, support::read_bytes(folder / file), "", {}, {}};
  std::string acts;
  int number = 0;
  for (const std::string& line : split(story.text, '\n')) {
    ++number;
    if (is_expectation(line)) {
      std::vector<std::string> words = split(collapse_space(line), ' ');
      Expectation e{number, words.front(), {words.begin() + 1, words.end()}};
      if (e.verb == "接") story.begins_with = e.words.empty() ? "" : e.words.front();
      else story.expectations.push_back(std::move(e));
    } else {
      acts += line;
    }
    acts += "\n";
  }
  story.acts = support::acts_of(acts, file);
  return story;
}

/// What stands against an expectation, and how its line would read if things are as they should be.
struct Judgement {
  std::string found;     ///< "" when it holds
  std::string rewrite;   ///< "" where a person has to think
};

/// Judges the lines that begin with 应 against an office.
class Judge {
 public:
  Judge(FakeOffice& office, const Result<handling::Receipt>& last) : office_(office), last_(last) {}

  Judgement operator()(const Expectation& e) {
    using Member = Judgement (Judge::*)(const Expectation&);
    static const std::map<std::string, Member> judges = {
        {"应在", &Judge::stands}, {"应有", &Judge::has_paper}, {"应无", &Judge::lacks_paper}, {"应写明", &Judge::says},
        {"应有期限", &Judge::has_limit}, {"应无期限", &Judge::lacks_limit}, {"应拒绝", &Judge::refused}, {"应提示", &Judge::notes},
        {"应为", &Judge::has_value}, {"应抽中", &Judge::drew}, {"应未抽中", &Judge::did_not_draw}, {"应由", &Judge::team},
        {"应有检查表", &Judge::has_sheets}, {"应有抽取", &Judge::has_draw}, {"应有公示", &Judge::published}, {"应无公示", &Judge::not_published}, {"应有案卷", &Judge::bound}};
    const auto judge = judges.find(e.verb);
    if (judge == judges.end()) return {"看不懂“" + e.verb + "”", ""};
    return (this->*judge->second)(e);
  }

 private:
  static std::string word(const Expectation& e, std::size_t n) { return n < e.words.size() ? e.words[n] : ""; }
  /// What follows a word of the line: 到期 2026-09-24.
  static std::string after(const Expectation& e, const std::string& name) {
    const auto at = std::find(e.words.begin(), e.words.end(), name);
    return at == e.words.end() || at + 1 == e.words.end() ? "" : *(at + 1);
  }
  static bool has(const Expectation& e, const std::string& name) { return std::find(e.words.begin(), e.words.end(), name) != e.words.end(); }

  Judgement stands(const Expectation& e) {
    const auto set_of = [](const std::string& text) {
      const auto parts = split(replace_all(text, "；", ";"), ';');
      return std::set<std::string>(parts.begin(), parts.end());
    };
    const std::string label = office_.row_of(word(e, 0)).label;
    std::string wanted;
    for (std::size_t i = 1; i < e.words.size(); ++i) wanted += (i > 1 ? " " : "") + e.words[i];
    if (set_of(label) == set_of(wanted)) return {};
    return {"现在是：" + label, "应在 " + word(e, 0) + " " + label};
  }

  static std::string state_of(const cases::Paper& p) {
    if (p.state == cases::Paper::State::voided) return "作废";
    if (p.state == cases::Paper::State::superseded) return "取代";
    return p.served_on ? "已送达" : p.signed_on ? "已签署" : "已制作";
  }

  /// 应有 2026-1-01 文书 检查报告 [文号 …] [日期 …] [状态 …] [共 2]
  Judgement has_paper(const Expectation& e) {
    std::string others;
    int count = 0;
    bool fits = false;
    const cases::Case c = office_.case_of(word(e, 0));
    for (const cases::Paper& p : c.papers) {
      if (p.slot != word(e, 2)) continue;
      ++count;
      others += "\n  " + p.id + " " + p.number + " " + iso(p.date) + " " + state_of(p);
      const auto same = [&](const std::string& name, const std::string& value) { return after(e, name).empty() || after(e, name) == value; };
      fits = fits || (same("文号", p.number) && same("日期", iso(p.date)) && same("状态", state_of(p)));
    }
    if (!after(e, "共").empty() && after(e, "共") != std::to_string(count)) fits = false;
    if (fits) return {};
    return {others.empty() ? "没有这份文书" : "现有：" + others, ""};
  }
  Judgement lacks_paper(const Expectation& e) {
    const cases::Case c = office_.case_of(word(e, 0));
    if (!cases::paper_in(c, word(e, 2))) return {};
    return {"已经有这份文书", ""};
  }
  Judgement says(const Expectation& e) {
    const cases::Case c = office_.case_of(word(e, 0));
    const cases::Paper* paper = cases::paper_in(c, word(e, 1));
    const bool whole = word(e, 1) == "案卷" && c.dossier;
    if (!paper && !whole) return {"没有这份文书", ""};
    const std::string words = office_.words_of(whole ? c.dossier->volumes.front().file : paper->print);
    for (std::size_t i = 2; i < e.words.size(); ++i) {
      if (words.find(e.words[i]) == std::string::npos) return {"没有写“" + e.words[i] + "”：" + words, ""};
    }
    return {};
  }

  /// 应有期限 2026-1-01 完成检查报告 到期 2026-09-24 [暂定]
  Judgement has_limit(const Expectation& e) {
    std::string others;
    const cases::Case c = office_.case_of(word(e, 0));
    for (const auto& [id, limit] : c.standing.limits) {
      const std::string line = limit.label + " 到期 " + iso(limit.deadline.due) + (limit.deadline.provisional ? " 暂定" : "");
      others += "\n  " + line;
      if (id != word(e, 1) && limit.label != word(e, 1)) continue;
      if (after(e, "到期") == iso(limit.deadline.due) && has(e, "暂定") == limit.deadline.provisional) return {};
      return {"现在是：" + line, "应有期限 " + word(e, 0) + " " + line};
    }
    return {"没有这个期限；现有：" + others, ""};
  }
  Judgement lacks_limit(const Expectation& e) {
    const cases::Case c = office_.case_of(word(e, 0));
    for (const auto& [id, limit] : c.standing.limits) {
      if (id == word(e, 1) || limit.label == word(e, 1)) return {"期限还在：" + limit.label + " " + iso(limit.deadline.due), ""};
    }
    return {};
  }

  /// 应拒绝 AJ2053 词语…
  Judgement refused(const Expectation& e) {
    if (last_.ok()) return {"没有被拒绝", ""};
    const std::string text = support::shown(last_.diagnostics());
    if (!support::has_code(last_.diagnostics(), word(e, 0))) return {"拒绝的理由是：\n" + text, "应拒绝 " + support::code_of(last_)};
    for (std::size_t i = 1; i < e.words.size(); ++i) {
      if (text.find(e.words[i]) == std::string::npos) return {"没有说“" + e.words[i] + "”：\n" + text, ""};
    }
    return {};
  }
  Judgement notes(const Expectation& e) {
    if (!last_.ok()) return {"被拒绝：" + support::shown(last_.diagnostics()), ""};
    const std::string all = join(last_->notes, "\n");
    if (all.find(word(e, 0)) != std::string::npos) return {};
    return {"提示是：" + all, ""};
  }

  /// 应为 2026-1-01 报告逾期 = 是
  Judgement has_value(const Expectation& e) {
    const cases::Case c = office_.case_of(word(e, 0));
    const auto value = c.standing.data.find(word(e, 1));
    if (value == c.standing.data.end()) return {"没有数据项“" + word(e, 1) + "”", ""};
    const std::string is = display(value->second);
    return is == word(e, 3) ? Judgement{} : Judgement{"现在是：" + is, "应为 " + word(e, 0) + " " + word(e, 1) + " = " + is};
  }

  /// Names and ids of the targets whose lots were drawn.
  std::set<std::string> drawn(const std::string& round) {
    std::set<std::string> out;
    const cases::Case c = office_.case_of(round);
    const cases::DrawRecord* record = cases::current_draw(c);
    if (!record) return out;
    for (const Value& target : record->facts.field("对象").list()) {
      out.insert(target.field("名称").text_or_empty());
      out.insert(target.field("编号").text_or_empty());
    }
    return out;
  }
  Judgement drew(const Expectation& e) {
    const auto names = drawn(word(e, 0));
    for (std::size_t i = 1; i < e.words.size(); ++i) {
      if (!names.contains(e.words[i])) return {"没有抽中“" + e.words[i] + "”；抽中的是：" + join(std::vector<std::string>(names.begin(), names.end()), "、"), ""};
    }
    return {};
  }
  Judgement did_not_draw(const Expectation& e) {
    const auto names = drawn(word(e, 0));
    if (names.empty()) return {"还没有抽取", ""};
    for (std::size_t i = 1; i < e.words.size(); ++i) {
      if (names.contains(e.words[i])) return {"抽中了“" + e.words[i] + "”", ""};
    }
    return {};
  }
  /// 应有检查表 2026-1-01 共 1 已读回 1
  Judgement has_sheets(const Expectation& e) {
    const cases::Case c = office_.case_of(word(e, 0));
    const auto filled = std::count_if(c.sheets.begin(), c.sheets.end(), [](const auto& sheet) { return !sheet.filled.empty(); });
    const std::string is = "共 " + std::to_string(c.sheets.size()) + " 已读回 " + std::to_string(filled);
    return is == "共 " + after(e, "共") + " 已读回 " + after(e, "已读回") ? Judgement{} : Judgement{is, ""};
  }

  /// 应有抽取 2026-1 D2026-1 作废
  Judgement has_draw(const Expectation& e) {
    std::string all;
    const cases::Case c = office_.case_of(word(e, 0));
    for (const cases::DrawRecord& record : c.draws) {
      const std::string line = record.id + (record.annulled ? " 作废" : " 有效");
      if (line == word(e, 1) + " " + word(e, 2)) return {};
      all += "\n  " + line;
    }
    return {"抽取有：" + all, ""};
  }

  /// 应由 2026-1-01 检查 某某、某某
  Judgement team(const Expectation& e) {
    std::string names;
    const cases::Case c = office_.case_of(word(e, 0));
    for (const Value& person : c.inspectors.list()) names += (names.empty() ? "" : "、") + person.field("姓名").text_or_empty();
    return names == word(e, 2) ? Judgement{} : Judgement{"现在是：" + names, "应由 " + word(e, 0) + " 检查 " + names};
  }

  /// 应有公示 2026-1 第1批 [文件名]
  Judgement published(const Expectation& e) {
    std::string all;
    const cases::Case c = office_.case_of(word(e, 0));
    for (const cases::PublishedBatch& batch : c.batches) {
      for (const auto& [name, digest] : batch.files) {
        all += "\n  " + batch.batch + " " + name;
        if (batch.batch == word(e, 1) && (word(e, 2).empty() || name == word(e, 2))) return {};
      }
    }
    return {"公示的是：" + all, ""};
  }
  Judgement not_published(const Expectation& e) { return published(e).found.empty() ? Judgement{"已经公示", ""} : Judgement{}; }

  /// 应有案卷 2026-1-01 [档号 …]
  Judgement bound(const Expectation& e) {
    const cases::Case c = office_.case_of(word(e, 0));
    if (!c.dossier) return {"还没有归档", ""};
    if (after(e, "档号").empty() || after(e, "档号") == c.dossier->archival_code) return {};
    return {"档号是：" + c.dossier->archival_code, "应有案卷 " + word(e, 0) + " 档号 " + c.dossier->archival_code};
  }

  FakeOffice& office_;
  const Result<handling::Receipt>& last_;
};

/// An office at the end of a story.
struct Told {
  FakeOffice office;
  Desk desk;
  Told() = default;
  explicit Told(Told& other) : office(other.office), desk(other.desk) {}
};

/// Plays a story line by line; `complain` gets the line and what is wrong.
class Teller {
 public:
  using Complain = std::function<void(const Story&, int line, const std::string& what, const std::string& rewrite)>;
  Teller(const Story& story, Told& told, Complain complain) : story_(story), told_(told), complain_(std::move(complain)) {}

  void tell() {
    auto expectation = story_.expectations.begin();
    const auto judge_until = [&](int line) {
      for (; expectation != story_.expectations.end() && expectation->line < line; ++expectation) judge(*expectation);
    };
    for (const cli::ScriptAct& act : story_.acts) {
      judge_until(act.line);
      if (!perform(act)) return;
    }
    judge_until(1 << 30);
    if (refusal_line_) complain_(story_, refusal_line_, "“拒绝”后面要写“应拒绝 代码”", "");
  }

 private:
  bool perform(const cli::ScriptAct& act) {
    if (refusal_line_) complain_(story_, refusal_line_, "“拒绝”后面要写“应拒绝 代码”", "");
    refusal_line_ = act.refused ? act.line : 0;
    last_ = support::ScriptPlayer(told_.office, told_.desk).perform(act);
    if (act.refused && last_.ok()) complain_(story_, act.line, "应当被拒绝，却办成了", "");
    if (!act.refused && !last_.ok()) complain_(story_, act.line, "没有办成：\n" + support::shown(last_.diagnostics()), "");
    return act.refused != last_.ok();
  }

  void judge(const Expectation& e) {
    if (e.verb == "任职") return appoint(e);
    if (e.verb == "应拒绝") refusal_line_ = 0;
    const Judgement judgement = Judge(told_.office, last_)(e);
    if (!judgement.found.empty()) complain_(story_, e.line, judgement.found, judgement.rewrite);
  }

  /// 任职 某某 分管领导 2026-09-01 2026-12-31: a post held from and until these days.
  void appoint(const Expectation& e) {
    bool done = false;
    told_.office.change_bureau([&](cases::Bureau& bureau) {
      for (cases::Person& person : bureau.people) {
        if (e.words.size() != 4 || person.name != e.words[0]) continue;
        person.posts.push_back({e.words[1], "", parse_day(e.words[2]), parse_day(e.words[3]), true});
        done = true;
      }
    });
    if (!done) complain_(story_, e.line, "写成：任职 姓名 职务 起 止", "");
  }

  const Story& story_;
  Told& told_;
  Complain complain_;
  Result<handling::Receipt> last_ = handling::Receipt();
  int refusal_line_ = 0;
};

}  // namespace anjuan::stories
