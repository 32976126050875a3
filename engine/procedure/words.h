#pragma once
// What the things of a definition are called by people: states, events, conditions, papers, time
// limits. Labels where the file gives them; the author's own ids where it does not.

#include <string>
#include <string_view>
#include <vector>

#include "expression/words.h"
#include "procedure/definition.h"

namespace anjuan::procedure {

/// The names of the definition for sentences. Both arguments must outlive what is returned; `types`:
/// of the names, as `names_declared` gives them.
expression::Vocabulary vocabulary_of(const Definition&, const expression::Names& types);

/// What a data item or parameter is called in a sentence: its id where that is Chinese itself (authors
/// choose readable ones), else its label without what stands there in brackets.
std::string short_name(std::string_view id, std::string_view label);

/// The state's label; of one without label what a person would call it: that its line is done (of several
/// such ends which one), that
/// the work goes back to where it was, "甲等环节" by the first labelled state inside it, or the lines of a
/// parallel, "甲等环节、乙等环节（同时进行）"; else its id.
Wording state_in_words(const Definition&, StateIndex);
/// The state as a heading, and as where a transition leads: its label; of a compound or parallel without
/// label its id and what it holds, "reviewed：甲等环节、乙等环节（同时进行）".
Wording target_in_words(const Definition&, StateIndex);
/// The role's label, or its id.
std::string role_in_words(const Definition&, std::string_view role_id);
/// What the procedure is called: its label, its name, or the file without its folder.
std::string title_of(const Definition&);
/// The states around it that people have a name for, outermost first: "甲等环节 — 乙"; empty at the top.
Wording around_in_words(const Definition&, StateIndex);
/// Whether the chart takes it by itself: without event, or on events that only the chart raises.
bool happens_by_itself(const Transition&);
/// Whether it is what is left, without event or condition, when those before it do not apply.
bool is_otherwise(const Definition&, const Transition&);
/// Who takes it: "自动", "系统", or the role; empty where that is left open.
Wording actor_in_words(const Definition&, const Transition&);
/// What the transition is: its label, or the events it waits for; of one without event that it
/// happens by itself.
Wording transition_in_words(const Definition&, const Transition&);
/// The condition as a sentence; empty where there is none.
Wording condition_in_words(const Definition&, const Code&);
/// The value as a phrase; a plain text without quotation marks.
Wording value_in_words(const Definition&, const Code&);
/// "5 个工作日", from the parameter's value where one is named; "自改正期限起 10 个工作日".
Wording length_in_words(const Definition&, const TimeLimitAction&);
/// The limit by its label; where limits that begin under one id have several, all of them.
Wording limit_in_words(const Definition&, std::string_view limit_id);
/// When a branch of `if` is taken: "如果退回次数是 0", "否则，如果…", "否则".
Wording branch_in_words(const Definition&, const If&, std::size_t branch);
/// The same for a branch told apart from those before it: "否则（“退回次数是 0”不成立时）".
Wording lone_branch_in_words(const Definition&, const If&, std::size_t branch);
/// "对检查人员中的每一项".
Wording loop_in_words(const Definition&, const ForEach&);
/// The name under which a case knows the paper; of a computed one the phrase that makes it.
Wording paper_in_words(const Definition&, const DocumentAction&);
/// "发出事件“结果”（发给任务）"; with its delay where it has one.
Wording message_in_words(const Definition&, const Send&);
/// "同时运行流程“某流程”，带去“件数”为 3".
Wording invoked_in_words(const Definition&, const Invoke&);
/// "把“退回次数”记为“退回次数加 1”": the location as written, or the data item's label.
Wording assigned_in_words(const Definition&, const std::string& location, const Wording& value);
/// Where a history leads back to: one level, or down to the innermost.
Wording return_in_words(const Definition&, StateIndex history);
/// 送审稿, 编号, 签名, 用印, 送达: what the paper needs, in this order.
std::vector<Wording> needs_in_words(const DocumentAction&);
/// "《工作细则》第十一条" of each id.
std::vector<std::string> provisions_in_words(const Definition&, const std::vector<std::string>& basis_ids);

}  // namespace anjuan::procedure
