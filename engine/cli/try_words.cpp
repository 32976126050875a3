#include "cli/try_words.h"

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "cli/case_words.h"
#include "cli/columns.h"
#include "cli/diagram.h"
#include "handling/due.h"
#include "procedure/describe.h"
#include "procedure/words.h"

namespace anjuan::cli {
namespace {

using procedure::Opportunity;
using stories::Choice, stories::Trial, stories::Turn;

constexpr int screen_width = 92;

/// "名称 样例名称，主管股室 样例主管股室"; people by their names.
std::string fields_words(const Value& value) {
  std::vector<std::string> out;
  if (value.is(Value::Kind::record)) {
    for (const auto& [name, field] : value.record()) out.push_back(name + " " + display(field));
  } else if (value.is(Value::Kind::list)) {
    for (const Value& item : value.list()) {
      const std::string& name = item.field("姓名").text_or_empty();
      out.push_back(name.empty() ? display(item) : name);
    }
  } else {
    out.push_back(display(value));
  }
  return join(out, "，");
}

/// What an effect would bring about, as a word and what stands beside it.
class EffectWords {
 public:
  EffectWords(const Trial& trial, const Turn& turn, Language language)
      : trial_(trial), turn_(turn), zh_(language == Language::chinese), language_(language) {}

  using Row = std::vector<std::string>;
  Row operator()(const procedure::MakeDocument& e) {
    const std::string number = paper_ < turn_.numbers.size() ? turn_.numbers[paper_] : "";
    ++paper_;
    std::vector<std::string> marks;
    const auto mark = [&](bool holds, const char* chinese, const char* english) {
      if (holds) marks.emplace_back(zh_ ? chinese : english);
    };
    mark(e.draft, "送审稿", "draft");
    mark(e.seal, "用印", "to be sealed");
    mark(e.sign, "待签署", "to be signed");
    mark(e.serve, "待送达", "to be served");
    std::string rest = join(marks, zh_ ? "、" : ", ");
    if (!e.to.empty()) rest += (rest.empty() ? "" : "　") + std::string(zh_ ? "致 " : "to ") + e.to;
    return row("文书", "paper", e.slot + (number.empty() ? "" : "　" + number), rest);
  }
  Row operator()(const procedure::MakeSheet& e) {
    return row("表格", "sheet", e.slot.empty() ? e.form_id : e.slot, e.form_id);
  }
  Row operator()(const procedure::StartTimeLimit& e) {
    const auto found = trial_.standing().limits.find(e.id);
    std::string due;
    const calendar::Deadline deadline = trial_.calendar().deadline(e.from, e.limit);
    due = (zh_ ? official(deadline.due) : iso(deadline.due)) + (zh_ ? " 到期" : "");
    if (deadline.provisional) due += zh_ ? "（暂定）" : " (provisional)";
    if (found == trial_.standing().limits.end()) due += zh_ ? "（已经了结）" : " (ended)";
    return row("起算期限", "limit",
               (e.label.empty() ? e.id : e.label) + "　" + std::to_string(e.limit.length) + (zh_ ? "" : " ") +
                   calendar::name_of(e.limit.unit).in(language_),
               due);
  }
  Row operator()(const procedure::StopTimeLimit& e) {
    return row("了结期限", "limit ends", procedure::limit_in_words(trial_.definition(), e.id).in(language_),
               "");
  }
  Row operator()(const procedure::DrawLots& e) {
    using Action = procedure::DrawLots::Action;
    const auto word = [&](const char* chinese, const char* english) {
      return row("抽取", "draw", zh_ ? chinese : english, "");
    };
    switch (e.action) {
      case Action::declare:
        return word("申报利害关系", "declares interests");
      case Action::enter:
        return word("首录随机数", "enters a value");
      case Action::confirm:
        return word("复录核对随机数", "enters it a second time");
      case Action::record:
        return word("登记现场抽取结果", "records lots drawn by hand");
      case Action::freeze:
        return word("冻结名单", "freezes the list");
      case Action::open:
        return word("拆封并抽取", "opens the draw");
      case Action::annul:
        return word("作废抽取", "annuls the draw");
      case Action::withdraw:
        return word("一人退出并递补", "one withdraws, a substitute is drawn");
      case Action::drop:
        break;
    }
    return word("一家退出", "one target is dropped");
  }
  Row operator()(const procedure::OpenCases& e) {
    return row("立案", "opens cases", e.definition, zh_ ? "每个抽中的对象一件" : "one for each target drawn");
  }
  Row operator()(const procedure::Publish& e) {
    return row("公示", "publishes", e.batch, join(e.channels, zh_ ? "、" : ", "));
  }
  Row operator()(const procedure::Push& e) { return row("推送", "pushes", e.platform, e.mapping); }
  Row operator()(const procedure::CloseDossier&) {
    return row("归档", "archives", zh_ ? "装订案卷" : "binds the dossier", "");
  }
  Row operator()(const procedure::SendMessage& e) {
    const std::string to =
        e.target == "#_parent" ? (zh_ ? "发给任务" : "to the round") : (zh_ ? "发给 " : "to ") + e.target;
    return row("消息", "message", e.event + "　" + to, e.values.empty() ? "" : fields_words(Value(e.values)));
  }
  Row operator()(const procedure::Note& e) {
    return row("记录", "note", e.label.empty() ? e.text : e.label + (zh_ ? "：" : ": ") + e.text, "");
  }

 private:
  Row row(const char* chinese, const char* english, const std::string& what, const std::string& rest) const {
    return {zh_ ? chinese : english, what, rest};
  }
  const Trial& trial_;
  const Turn& turn_;
  bool zh_;
  Language language_;
  std::size_t paper_ = 0;
};

}  // namespace

std::string TryWords::provisional(bool is) const { return is ? say("（暂定）", " (provisional)") : ""; }

std::string TryWords::day(Day d) const { return zh_ ? official(d) + "（" + weekday_name(d) + "）" : iso(d); }

void TryWords::heading(const stories::PreparedTrial& prepared, bool has_calendar, bool has_bureau) {
  const procedure::Definition& d = *prepared.setting.definition;
  terminal_.out << say("试办　", "trial of ") << procedure::title_of(d);
  if (!d.version.empty()) terminal_.out << (zh_ ? "（" : " (") << d.version << (zh_ ? "）" : ")");
  terminal_.out << "\n"
                << say("只在屏幕上试，什么也不写入。随时可以输入“帮助”。\n",
                       "Only on the screen: nothing is written. Type help for the words.\n");
  if (!has_calendar)
    terminal_.out << say("没有找到放假安排，工作日按周一至周五算，期限都是暂定。\n",
                         "No calendar was found: working days are Monday to Friday, limits provisional.\n");
  if (!d.roles.empty() && !has_bureau)
    terminal_.out << say("没有指定机关，人员和文号是样例（可以用 --bureau 换）。\n",
                         "No office was named: people and numbers are samples (see --bureau).\n");
  if (prepared.made_up.empty()) return;
  terminal_.out << say("以下是样例，真的案件由系统填入（可以用 --data 换，或者用“设”改）：\n",
                       "Samples, which a real case would have of its own (see --data, or set):\n");
  Rows rows;
  for (const auto& [name, value] : prepared.made_up) {
    const std::string words = fields_words(value);
    if (!words.empty()) rows.push_back({name, wrapped(words, screen_width - 16, std::string(12, ' '))});
  }
  terminal_.out << in_columns(rows, "  ");
}

std::string TryWords::what_happened(const Turn& turn) const {
  switch (turn.kind) {
    case Turn::Kind::begun:
      return say("开始", "begins");
    case Turn::Kind::act:
      return turn.label.empty() ? turn.event : turn.label;
    case Turn::Kind::message:
      return say("收到 ", "received ") + turn.event;
    case Turn::Kind::limit:
      return say("期限届满：", "limit passed: ") + turn.label + provisional(turn.provisional);
    case Turn::Kind::delayed:
      return say("延时事件 ", "delayed event ") + turn.event;
    case Turn::Kind::signing:
      return say("已签署：", "signed: ") + turn.label;
    case Turn::Kind::migrated:
      return say("迁移到：", "migrated to: ") + turn.label;
    case Turn::Kind::service:
      break;
  }
  return say("已送达：", "served: ") + turn.label;
}

void TryWords::turn(const Trial& trial, const Turn& turn) {
  terminal_.out << "\n── " << day(turn.on) << "　" << what_happened(turn);
  if (!turn.signatory.empty()) terminal_.out << (zh_ ? "　由 " : ", by ") << turn.signatory;
  terminal_.out << "\n" << in_columns(effect_rows(trial, turn), "   ");
}

void TryWords::undone(const Trial::Turns& before, const Trial& trial) {
  std::vector<std::string> taken_back;
  for (std::size_t i = trial.history().size(); i < before.size(); ++i)
    taken_back.push_back(what_happened(before[i]));
  terminal_.out << say("   已经撤回：", "   undone: ")
                << (taken_back.empty() ? say("刚才拨的日期或者改的内容", "the change of the date or of what is set")
                                       : join(taken_back, say("；", "; ")))
                << "\n";
}

Rows TryWords::effect_rows(const Trial& trial, const Turn& turn) const {
  EffectWords words(trial, turn, terminal_.language);
  Rows out;
  for (const procedure::Effect& effect : turn.effects) out.push_back(std::visit(words, effect));
  return out;
}

std::string TryWords::who(const Choice& choice) const {
  if (choice.anybody) return "";
  const std::string by = zh_ ? "由 " : "by ";
  if (choice.outside || choice.people.empty())
    return by + choice.what.role_label + (choice.outside ? "" : say("（没有人可以办）", " (nobody may)"));
  return by + join(choice.people, "、");
}

std::string TryWords::type_of(const Opportunity::Input& input) const {
  if (!input.choices.empty()) return join(input.choices, "｜");
  const auto type = expression::parse_type(input.type);
  if (!type || type->kind == expression::Type::Kind::any) return "";
  return expression::name_of(*type).in(terminal_.language);
}

/// When the system raises an event that no person decides.
std::string TryWords::when(const Trial& trial, const Opportunity& o) const {
  for (const auto& [id, limit] : trial.standing().limits) {
    if (limit.on_due != o.event) continue;
    return (zh_ ? "期限过了 " : "after ") + day(limit.deadline.due) + provisional(limit.deadline.provisional);
  }
  return zh_ ? "收到 " + o.event : "on receiving " + o.event;
}

namespace {

/// A limit's event while that limit does not run: it cannot come.
bool is_of_idle_limit(const Trial& trial, const std::string& event) {
  bool of_limit = false;
  for (const auto& limit : procedure::limits_of(trial.definition())) {
    of_limit = of_limit || limit.on_due == event;
  }
  for (const auto& [id, limit] : trial.standing().limits) {
    if (limit.on_due == event) return false;
  }
  return of_limit;
}

/// 0: may be done, 1: may not be done yet, 2: comes by itself.
int rank_of(const Choice& choice) { return choice.what.of_time_limit ? 2 : choice.what.open ? 0 : 1; }

}  // namespace

std::vector<Choice> in_order_shown(const Trial& trial) {
  std::vector<Choice> shown = trial.choices();
  std::erase_if(
      shown, [&](const Choice& c) { return c.what.of_time_limit && is_of_idle_limit(trial, c.what.event); });
  std::stable_sort(shown.begin(), shown.end(),
                   [](const Choice& a, const Choice& b) { return rank_of(a) < rank_of(b); });
  return shown;
}

void TryWords::choice_row(const Trial& trial, const Choice& choice, std::size_t n) {
  const Opportunity& o = choice.what;
  const std::string number = std::to_string(n), indent(7, ' ');
  std::string line = std::string(number.size() < 3 ? 3 - number.size() : 0, ' ') + number + "   " + o.label;
  if (o.label != o.event) line += (zh_ ? "（" : " (") + o.event + (zh_ ? "）" : ")");
  const std::string by = o.of_time_limit ? when(trial, o) : who(choice);
  if (!by.empty()) line += "　" + by;
  if (!o.destination.empty()) {
    const auto state = trial.definition().find(o.destination);
    line += "　→ " + (state ? name_of_state(trial.definition(), *state, terminal_.language) : o.destination);
  }
  terminal_.out << wrapped(line, screen_width, indent) << "\n";
  if (o.of_time_limit) return;
  terminal_.out << input_words(o, terminal_.language, indent)
                << obstacle_words(o, terminal_.language, indent);
}

void TryWords::standing(const Trial& trial, const std::vector<Choice>& choices) {
  const procedure::Standing& now = trial.standing();
  terminal_.out << "\n" << say("日期　", "date  ") << day(trial.today()) << "\n";
  terminal_.out << say("现在　", "now   ") << join(trial.labels(), "\n" + std::string(6, ' ')) << "\n";
  if (!now.incident.empty()) terminal_.out << say("停住　", "halted ") << now.incident << "\n";
  if (now.finished) {
    terminal_.out << say("已经办结。可以“撤回”一步再试，或者“结束”。\n", "Finished. Undo a step, or quit.\n");
    return;
  }
  const auto limits = handling::due_of(trial.content(), "", trial.calendar(), trial.today());
  if (!limits.empty())
    terminal_.out << say("期限\n", "limits\n") << limit_words(limits, terminal_.language, "   ");
  if (!now.delayed.empty())
    terminal_.out << say("延时事件（输入“等”使它到来）　", "delayed events (wait lets it come): ")
                  << now.delayed.front().name << "\n";
  const char* headings[] = {say("可以办\n", "may be done\n"), say("还不能办\n", "may not be done yet\n"),
                            say("不由人办，到时自动\n", "comes by itself\n")};
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i == 0 || rank_of(choices[i]) != rank_of(choices[i - 1]))
      terminal_.out << headings[rank_of(choices[i])];
    choice_row(trial, choices[i], i + 1);
  }
}

void TryWords::history(const Trial& trial) {
  Rows rows;
  int n = 0;
  for (const Turn& turn : trial.history()) {
    rows.push_back({std::to_string(++n), zh_ ? official(turn.on) : iso(turn.on), what_happened(turn), turn.signatory,
                    join(turn.labels, "；")});
  }
  terminal_.out << in_columns(rows, "  ");
}

void TryWords::data(const Trial& trial) {
  Rows rows;
  for (const procedure::DataItem& item : trial.definition().data) {
    const auto found = trial.standing().data.find(item.id);
    if (found == trial.standing().data.end() || found->second.empty()) continue;
    const std::string is = shortened(
        found->second.is(Value::Kind::record) ? fields_words(found->second) : display(found->second), 60);
    if (!is.empty()) rows.push_back({item.id, is, item.label == item.id ? "" : item.label});
  }
  if (rows.empty()) terminal_.out << say("还没有填写任何内容。\n", "Nothing is filled in yet.\n");
  terminal_.out << in_columns(rows, "  ");
}

void TryWords::words() {
  const Rows zh = {{"1、2、3 ……", "办列表里的这一项；要填的内容逐项问，直接回车略过选填的"},
                   {"提交 名称=内容", "写事件名称办；内容可以写在同一行，或者缩进写在下面几行"},
                   {"1 由 某某", "由指定的人办；不写的，由第一个可以办的人办"},
                   {"日期 2026-09-20", "日期拨到这一天，其间的期限逐一届满；也可以写 +5工作日、+3日、+1月"},
                   {"签 文书、送 文书", "登记文书已经签署、已经送达"},
                   {"收到 事件 名称=内容", "收到任务、案件或者外面发来的消息"},
                   {"等", "等下一个延时事件到来"},
                   {"设 对象.名称=内容", "改一个事实或者数据项"},
                   {"撤回", "退回上一步；正在填写的，不办这一件（流程里也有“撤回”这件事的，写：办 撤回）"},
                   {"看、数据、经过", "再看一遍现在、已填的内容、走过的步子"},
                   {"结束", "不再试；什么也不会留下"}};
  const Rows en = {
      {"1, 2, 3 …",
       "does what stands under this number; inputs are asked for, Enter leaves optional ones out"},
      {"submit name=value", "does an event by its name; values on the same line, or indented below"},
      {"1 by NAME", "by this person; otherwise by the first who may"},
      {"date 2026-09-20", "moves the date, limits fall due on the way; also +5wd, +3d, +1m"},
      {"sign PAPER, serve PAPER", "notes that a paper is signed or served"},
      {"receive EVENT name=value", "a message of the round, of a case or of anything outside"},
      {"wait", "lets the next delayed event come"},
      {"set name=value", "changes a fact or a data item"},
      {"undo", "goes back one step; while filling in, gives it up (an event of that name: do undo)"},
      {"show, data, history", "where it stands, what is filled in, what was done"},
      {"quit", "ends the trial; nothing is left of it"}};
  terminal_.out << in_columns(zh_ ? zh : en, "  ");
}

std::string TryWords::question(const Opportunity::Input& input, Day today) const {
  std::vector<std::string> about;
  if (input.label != input.name && !input.label.empty()) about.push_back(input.label);
  if (const std::string type = type_of(input); !type.empty()) about.push_back(type);
  about.emplace_back(input.required ? say("必填", "required") : say("选填", "optional"));
  const auto type = expression::parse_type(input.type);
  if (type && input.choices.empty()) {
    using Kind = expression::Type::Kind;
    const std::string example = type->kind == Kind::date      ? iso(today)
                                : type->kind == Kind::boolean ? say("是", "true")
                                : type->kind == Kind::integer ? "2"
                                : type->kind == Kind::decimal ? "0.3"
                                : type->kind == Kind::list    ? say("甲、乙", "甲、乙")
                                                              : "";
    if (!example.empty()) about.push_back((zh_ ? "例：" : "e.g. ") + example);
  }
  return "     " + input.name + (zh_ ? "（" : " (") + join(about, zh_ ? "，" : ", ") + (zh_ ? "）：" : "): ");
}

void TryWords::refusal(const Diagnostics& why) {
  for (const Diagnostic& d : why) {
    terminal_.out << "   " << say("不行：", "no: ")
                  << wrapped(sentence(d, terminal_.language), screen_width, std::string(9, ' ')) << "\n";
    if (const std::string next = hint(d, terminal_.language); !next.empty())
      terminal_.out << "   " << say("　　　", "    ") << wrapped(next, screen_width, std::string(9, ' '))
                    << "\n";
    if (d.basis)
      terminal_.out << "   " << say("依据：", "basis: ") << d.basis->instrument << d.basis->article << "\n";
  }
}

}  // namespace anjuan::cli
