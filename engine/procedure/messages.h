#pragma once
// What can be said about a procedure: AJ2000-AJ2049 its file, AJ2050-AJ2089 an act on it, AJ3030-AJ3049 its limits.

#include "base/diagnostic.h"

namespace anjuan::procedure {

ANJUAN_MESSAGE(id_twice, "AJ2000", error, "编号“{0}”已经在第 {1} 行用过",
               "the id “{0}” is already used in line {1}", "请给其中一个换一个编号，并改正引用它的地方。",
               "Rename one of them, and what refers to it.");
ANJUAN_MESSAGE(message_id_twice, "AJ2077", warning, "消息编号“{0}”已经在第 {1} 行用过", "the id “{0}” of a message is already used in line {1}",
               "撤回时，这个编号的消息会一起撤回；不是这个意思的，请换一个编号。", "A cancel takes back all messages of the id: choose another unless that is meant.");
ANJUAN_MESSAGE(data_model_unknown, "AJ2001", error, "不认识数据语言“{0}”",
               "the data model “{0}” is not known", "请删去 datamodel 属性；别处来的状态图可以写 ecmascript 或 null。",
               "Leave datamodel out; charts from elsewhere may say ecmascript or null.");
ANJUAN_MESSAGE(initial_outside, "AJ2002", error, "起始环节“{0}”不在“{1}”里面",
               "the initial state “{0}” is not inside “{1}”", "请改为“{1}”里面的环节。",
               "Name a state inside “{1}”.");
ANJUAN_MESSAGE(initial_twice, "AJ2003", error, "“{0}”的起始环节写了两次", "“{0}” says twice where it begins",
               "initial 属性和 <initial> 只保留一个。",
               "Keep either the initial attribute or one <initial>.");
ANJUAN_MESSAGE(initial_transition_wrong, "AJ2004", error, "“{0}”的起始流转要有去处，不能有事件和条件",
               "the initial transition of “{0}” needs a target and may have neither event nor condition",
               "请只写 target。", "Write only a target.");
ANJUAN_MESSAGE(
    history_transition_wrong, "AJ2005", error, "历史环节“{0}”的默认流转要有去处，不能有事件和条件",
    "the default transition of the history “{0}” needs a target and may have neither event nor condition",
    "请只写 target，指向同一个大环节里面的环节。", "Write only a target inside the same parent.");
ANJUAN_MESSAGE(parallel_too_small, "AJ2006", error, "并行环节“{0}”里面没有环节",
               "the parallel “{0}” has no states inside", "请在里面写上同时进行的各个环节，或者改为 state。",
               "Put the states that run together inside, or make it a state.");
ANJUAN_MESSAGE(no_states, "AJ2007", error, "流程里一个环节也没有", "the procedure has no states",
               "请至少写一个 state 和一个 final。", "Write at least one state and one final.");
ANJUAN_MESSAGE(
    event_descriptor_wrong, "AJ2008", error, "事件名称“{0}”写得不对",
    "the event name “{0}” is not well formed",
    "名称用字母、数字、汉字，各段之间用一个半角的点，例如“检查.完成”。",
    "Letters, digits and Chinese characters, parts joined by single dots, for example “check.done”.");
ANJUAN_MESSAGE(endless_eventless, "AJ2009", error, "从这里开始的流转不用事件就会无休止地重复：{0}",
               "the transitions that start here repeat for ever without any event: {0}",
               "请写上 event，或者写上一个到时不再成立的条件。",
               "Give it an event, or a condition that stops being true.");
ANJUAN_MESSAGE(transition_shadowed, "AJ2010", error,
               "这条流转永远轮不到：第 {0} 行的流转先行，事件相同而没有条件",
               "this transition never has its turn: that in line {0} comes first, for the same event and "
               "without condition",
               "请调换次序，或者给前一条写上条件。", "Swap them, or give the first a condition.");
ANJUAN_MESSAGE(targets_clash, "AJ2011", error, "去处“{0}”和“{1}”不能同时到达",
               "the targets “{0}” and “{1}” cannot be reached together",
               "几个去处必须分属同一个并行环节里的不同分支。",
               "Several targets must lie in different regions of one parallel.");
ANJUAN_MESSAGE(asks_without_event, "AJ2012", error, "没有事件的流转不能要求填写内容或者具备条件",
               "a transition without event cannot ask for inputs or requirements",
               "请写上 event；只需判断的，写成 cond。", "Give it an event; for a mere decision use cond.");
ANJUAN_MESSAGE(state_unreachable, "AJ2014", warning, "环节“{0}”没有任何流转可以到达",
               "no transition can reach the state “{0}”", "请写一条到它的流转，或者删去它。{1}",
               "Add a transition to it, or remove it.{1}");
ANJUAN_MESSAGE(target_unknown_near, "AJ2015", error, "流转目标“{0}”不存在", "the target “{0}” does not exist",
               "最接近的环节是{1}，请照它改正。", "The nearest state is {1}: write that if it is meant.");
ANJUAN_MESSAGE(target_unknown, "AJ2016", error, "流转目标“{0}”不存在", "the target “{0}” does not exist",
               "请改成已有的环节，或者先写出它。已有的环节：{1}。", "Write a state that there is, or add this one. States: {1}.");

ANJUAN_MESSAGE(
    data_id_wrong, "AJ2020", error, "“{0}”不能作数据项的名称", "“{0}” cannot name a data item",
    "名称用汉字、字母、数字和下划线，不以数字开头，不用“并且”“等于”这类词。",
    "Use letters, Chinese characters, digits and _, no digit first, and none of the language's own words.");
ANJUAN_MESSAGE(type_unknown, "AJ2021", error, "不认识类型“{0}”", "the type “{0}” is not known",
               "可用的类型：{1}；choice 要同时写 choices。", "Types: {1}; choice needs choices.");
ANJUAN_MESSAGE(parameter_value_wrong, "AJ2022", error, "参数“{0}”的值“{1}”不是{2}",
               "the value “{1}” of the parameter “{0}” is not {2}", "请改正 value 或者 type。",
               "Correct value or type.");
ANJUAN_MESSAGE(basis_unknown_near, "AJ2023", error, "没有编号为“{0}”的依据",
               "there is no basis with the id “{0}”", "最接近的是“{1}”，请照它改正。", "The nearest is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(basis_unknown, "AJ2024", error, "没有编号为“{0}”的依据", "there is no basis with the id “{0}”",
               "请在文件开头用 aj:basis 写上它。", "Declare it with aj:basis.");
ANJUAN_MESSAGE(role_unknown_near, "AJ2025", error, "没有编号为“{0}”的角色",
               "there is no role with the id “{0}”", "最接近的是“{1}”，请照它改正。", "The nearest is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(role_unknown, "AJ2026", error, "没有编号为“{0}”的角色", "there is no role with the id “{0}”",
               "请在文件开头用 aj:role 写上它。", "Declare it with aj:role.");
ANJUAN_MESSAGE(assign_undeclared_near, "AJ2027", error, "不能给“{0}”赋值：没有声明这个数据项",
               "“{0}” cannot be set: no such data item is declared", "最接近的数据项是“{1}”，请照它改正；要新的，在 datamodel 里声明“{0}”。",
               "The nearest data item is “{1}”: write that if it is meant, or declare “{0}” inside datamodel.");
ANJUAN_MESSAGE(assign_undeclared, "AJ2028", error, "不能给“{0}”赋值：没有声明这个数据项",
               "“{0}” cannot be set: no such data item is declared", "请在 datamodel 里用 data 声明它。",
               "Declare it with data inside datamodel.");
ANJUAN_MESSAGE(assign_read_only, "AJ2029", error, "“{0}”只能读，不能赋值", "“{0}” can be read only",
               "请另外声明一个数据项。", "Declare a data item of your own.");
ANJUAN_MESSAGE(input_undeclared_near, "AJ2030", error, "没有声明数据项“{0}”，不能作为填写内容",
               "the input “{0}” is no declared data item", "最接近的数据项是“{1}”，请照它改正。",
               "The nearest data item is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(input_undeclared, "AJ2031", error, "没有声明数据项“{0}”，不能作为填写内容",
               "the input “{0}” is no declared data item", "请在 datamodel 里声明它，或者把 data 改为 name。",
               "Declare it inside datamodel, or write name instead of data.");
ANJUAN_MESSAGE(state_unknown_near, "AJ2032", error, "没有环节“{0}”", "there is no state “{0}”",
               "最接近的环节是“{1}”，请照它改正。", "The nearest state is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(state_unknown, "AJ2033", error, "没有环节“{0}”", "there is no state “{0}”", "请改成已有的环节：{1}。",
               "Write one of the states: {1}.");
ANJUAN_MESSAGE(name_taken, "AJ2034", error, "名称“{0}”已经用作{1}", "the name “{0}” is already {1}",
               "请换一个名称，免得条件里分不清。", "Choose another name, so that conditions are clear.");
ANJUAN_MESSAGE(delay_unsupported, "AJ2035", error, "send 不能延迟发送，这里写了“{0}”",
               "send cannot be delayed; this says “{0}”",
               "请删去它；期限请用 aj:time-limit，届满时产生 on-due 所写的事件。",
               "Remove delay; a limit is an aj:time-limit, which raises its on-due event.");
ANJUAN_MESSAGE(invoke_unsupported, "AJ2036", error, "本系统的流程不用 invoke",
               "procedures here do not use invoke", "下级案件请用 aj:open-cases，并用 send 传递消息。",
               "Open cases with aj:open-cases, and use send between them.");
ANJUAN_MESSAGE(no_other_file, "AJ2037", error, "不读取别的文件“{0}”", "no other file is read: “{0}”",
               "请把内容直接写在这里。", "Write the content here.");
ANJUAN_MESSAGE(one_of_two, "AJ2038", error, "“{0}”和“{1}”要写一个，也只能写一个",
               "exactly one of “{0}” and “{1}” must be given", "请删去多余的一个，或者补上一个。",
               "Remove one, or add one.");
ANJUAN_MESSAGE(send_target_unknown, "AJ2039", error, "不能发给“{0}”", "nothing can be sent to “{0}”",
               "只能发给 #_internal、#_parent、#_case_编号，或者不写 target 发给自己。",
               "Send to #_internal, #_parent, #_case_<id>, or to itself without a target.");
ANJUAN_MESSAGE(branch_out_of_order, "AJ2040", error, "else 之后不能再有“{0}”", "“{0}” cannot follow else",
               "请把 else 放在最后。", "Put else last.");
ANJUAN_MESSAGE(limit_never_started, "AJ2041", error, "没有编号为“{0}”的期限可以结束",
               "there is no time limit “{0}” to end", "请检查编号；期限由 aj:time-limit 开始。",
               "Check the id; aj:time-limit starts a limit.");
ANJUAN_MESSAGE(slot_unknown_near, "AJ2046", warning, "没有哪一步会制作名为“{0}”的文书",
               "nothing makes a document named “{0}”", "最接近的文书是“{1}”，请照它改正。", "The nearest document is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(type_unknown_near, "AJ2047", error, "不认识类型“{0}”", "the type “{0}” is not known",
               "是否想写“{2}”？可用的类型：{1}。", "Did you mean “{2}”? Types: {1}.");
ANJUAN_MESSAGE(require_empty, "AJ2042", error, "aj:require 要写 test，或者 document 和 state",
               "aj:require needs test, or document and state", "例如 test=\"问题数 == 0\"。",
               "For example test=\"count == 0\".");
ANJUAN_MESSAGE(slot_unknown, "AJ2043", warning, "没有哪一步会制作名为“{0}”的文书",
               "nothing makes a document named “{0}”",
               "请检查名称；名称由 aj:document 的 as 决定，默认是模板编号。",
               "Check the name: it is the as of an aj:document, by default its template.");
ANJUAN_MESSAGE(due_event_unheard, "AJ2044", warning, "期限“{0}”届满时产生的事件“{1}”没有流转接收",
               "no transition listens to “{1}”, the event of the time limit “{0}”",
               "请写一条接收它的流转，或者删去 on-due。", "Add a transition for it, or remove on-due.");
ANJUAN_MESSAGE(names_nothing, "AJ2045", error, "“{0}”没有写内容", "“{0}” says nothing", "请补上：{1}。",
               "Add {1}.");

ANJUAN_MESSAGE(event_not_awaited, "AJ2050", error, "现在的环节是“{0}”，不接收“{1}”",
               "the state is now “{0}”; “{1}” is not awaited there", "现在可以办的：{2}。",
               "What can be done now: {2}.");
ANJUAN_MESSAGE(condition_false, "AJ2051", error, "“{0}”要求：{1}，现在不成立",
               "“{0}” asks for: {1}, which does not hold now", "请先补齐条件所说的内容，再办理。",
               "First bring about what the condition says.");
ANJUAN_MESSAGE(
    condition_failed, "AJ2052", error, "“{0}”的条件无法判断：{1}",
    "the condition of “{0}” cannot be decided: {1}",
    "请先填写条件里用到的数据项；如果都已填写，请改正流程文件。",
    "Fill in the data items that the condition uses; if all are filled in, correct the procedure.");
ANJUAN_MESSAGE(requirement_not_met, "AJ2053", error, "“{0}”之前必须：{1}",
               "before “{0}” this is required: {1}", "请先办好这一项。", "Do that first.");
ANJUAN_MESSAGE(paper_not_issued, "AJ2054", error, "“{0}”之前必须：{1}。文书“{2}”还没有制作",
               "before “{0}” this is required: {1}; the document “{2}” has not been made",
               "请先制作这份文书。", "Make the document first.");
ANJUAN_MESSAGE(paper_not_signed, "AJ2055", error, "“{0}”之前必须：{1}。文书“{2}”还没有签署",
               "before “{0}” this is required: {1}; the document “{2}” is not signed", "请先登记它的签署。",
               "Record its signing first.");
ANJUAN_MESSAGE(paper_not_served, "AJ2056", error, "“{0}”之前必须：{1}。文书“{2}”还没有送达",
               "before “{0}” this is required: {1}; the document “{2}” is not served", "请先登记它的送达。",
               "Record its service first.");
ANJUAN_MESSAGE(input_missing, "AJ2057", error, "没有填写“{0}”（{1}）", "“{0}” ({1}) is missing",
               "请补填：应当是{2}。", "Fill it in: {2}.");
ANJUAN_MESSAGE(input_unknown_near, "AJ2058", error, "这一步不填“{0}”", "“{0}” is not asked for here",
               "最接近的填写项是“{1}”，请照它改正。", "The nearest input is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(input_unknown, "AJ2059", error, "这一步不填“{0}”", "“{0}” is not asked for here",
               "请改成可以填写的：{1}。", "Write one of the inputs: {1}.");
ANJUAN_MESSAGE(input_wrong, "AJ2060", error, "“{0}”填的是{1}，应当是{2}", "“{0}” is {1}; it should be {2}",
               "请改正后再办理。", "Correct it.");
ANJUAN_MESSAGE(basis_not_in_force, "AJ2061", error, "所引的依据在 {0} 不施行：{1}{2}",
               "the provision cited is not in force on {0}: {1}{2}",
               "请核对办理日期，或者在流程里改引现行的规定。",
               "Check the date of the act, or cite what is in force.");
ANJUAN_MESSAGE(already_finished, "AJ2062", error, "流程已经在“{0}”结束，不再办理",
               "the procedure has ended in “{0}”", "如需更正，请按更正的规定另行办理。",
               "Corrections have a procedure of their own.");
ANJUAN_MESSAGE(not_started, "AJ2063", error, "流程还没有开始", "the procedure has not begun",
               "请先开始流程。", "Start it first.");
ANJUAN_MESSAGE(
    endless_run, "AJ2064", error, "流程自行流转了 {0} 次还没有停下，已停止，什么也没有记录；最后在“{1}”",
    "the procedure moved {0} times by itself and was stopped; nothing is recorded; it was last in “{1}”",
    "请检查流程文件中没有事件的流转。", "Look at the transitions without event.");
ANJUAN_MESSAGE(content_failed, "AJ2065", error, "办理中途出错，什么也没有记录：{0}",
               "the act failed on the way, nothing is recorded: {0}",
               "请先填写这里用到的数据项；如果都已填写，请改正流程文件。",
               "Fill in the data items used here; if all are filled in, correct the procedure.");
ANJUAN_MESSAGE(initial_unknown, "AJ2066", error, "流程没有名为“{0}”的数据项，不能带入初值",
               "the procedure has no data item “{0}” to begin with", "请改成流程的数据项：{1}。",
               "Use one of its data items: {1}.");
ANJUAN_MESSAGE(other_definition, "AJ2067", error, "这个案件是按另一版本的流程开始的",
               "this case began on another version of the procedure", "请用它开始时的版本，或者先迁移。",
               "Use that version, or migrate the case first.");
ANJUAN_MESSAGE(standing_unknown_state, "AJ2068", error, "案件记录的环节“{0}”在流程里找不到",
               "the recorded state “{0}” is not in the procedure", "请用案件开始时的流程版本。",
               "Use the version of the procedure it began with.");
ANJUAN_MESSAGE(value_does_not_fit, "AJ2069", error, "数据项“{0}”应当是{1}，得到的却是{2}",
               "the data item “{0}” takes {1}, not {2}", "请改正表达式，或者改正数据项的类型。",
               "Correct the expression or the type.");
ANJUAN_MESSAGE(not_of_kind, "AJ2070", error, "{0}应当是{1}，得到的却是{2}", "{0} must be {1}, not {2}",
               "请改正表达式，或者先填写它用到的数据项。",
               "Correct the expression, or fill in what it uses first.");
ANJUAN_MESSAGE(cannot_be_set, "AJ2071", error, "不能给“{0}”赋值", "“{0}” cannot be set",
               "只能给声明过的数据项赋值。", "Only declared data items can be set.");
ANJUAN_MESSAGE(too_many_actions, "AJ2072", error, "一次办理做了 {0} 个动作还没有完，已停止",
               "stopped after {0} actions in one act", "请减少列表的长度。", "Use shorter lists.");
ANJUAN_MESSAGE(guard_incident, "AJ2073", error, "环节“{0}”的条件无法判断，流程停在这里：{1}",
               "the condition in “{0}” cannot be decided, so the procedure waits there: {1}",
               "请填写条件里用到的数据项，或者改正流程文件。",
               "Fill in what the condition uses, or correct the procedure.");
ANJUAN_MESSAGE(message_undeliverable, "AJ2074", error, "不能把事件发给“{0}”",
               "the event cannot be sent to “{0}”", "请检查发送的对象。", "Check whom it is sent to.");
ANJUAN_MESSAGE(requirement_lacks, "AJ2075", error, "“{0}”之前必须：{1}，还差：{2}",
               "before “{0}” this is required: {1}; still lacking: {2}", "请先补齐，再办理。",
               "Bring about what is lacking first.");
ANJUAN_MESSAGE(event_of_interpreter, "AJ2076", error, "“{0}”是流程自己产生的事件，不能由人办理",
               "“{0}” is an event of the procedure itself; no person can bring it about",
               "这一类事件由流程在环节办完、出错时自己产生；请办理现在可以办的事项。",
               "Events that begin with done or error arise when a state is through or something fails; choose among "
               "what can be done now.");

ANJUAN_MESSAGE(value_too_large, "AJ3030", error, "得到的内容超过 {0} 兆字节，不能保存",
               "the value is larger than {0} megabytes and cannot be kept", "请检查表达式，不要把内容一再接长。",
               "Look at the expression: it makes its value longer and longer.");
ANJUAN_MESSAGE(value_too_deep, "AJ3031", error, "列表和记录一层套一层，超过 {0} 层，不能保存",
               "lists and records are nested deeper than {0} levels and cannot be kept",
               "请检查表达式，不要把内容一再套进新的列表。",
               "Look at the expression: it puts its value into itself again and again.");
ANJUAN_MESSAGE(act_too_large, "AJ3032", error, "一次办理产生的内容超过 {0} 兆字节，已停止，什么也没有记录",
               "one act made more than {0} megabytes of values and was stopped; nothing is recorded",
               "请减少循环的次数，或者减少每次得到的内容。", "Loop over fewer items, or make smaller values.");
ANJUAN_MESSAGE(too_many_queued, "AJ3033", error, "等待处理的事件超过 {0} 个，已停止，什么也没有记录",
               "more than {0} events are waiting; the act was stopped and nothing is recorded",
               "请检查产生事件的循环。", "Look at what raises or sends events again and again.");
ANJUAN_MESSAGE(invoked_too_deep, "AJ3034", error, "流程一层调用一层，超过 {0} 层",
               "charts invoke each other more than {0} levels deep", "请检查流程是不是又调用了自己。",
               "Look whether a chart invokes itself.");
ANJUAN_MESSAGE(too_many_invoked, "AJ3035", error, "一次办理调用了 {0} 个以上的流程，已停止，什么也没有记录",
               "one act invoked more than {0} charts and was stopped; nothing is recorded",
               "请检查调用流程的环节是不是反复进入。", "Look at the states that invoke: they may be entered again and again.");
ANJUAN_MESSAGE(standing_unknown_data, "AJ3036", error, "案件记录的数据项“{0}”在流程里找不到",
               "the recorded data item “{0}” is not in the procedure", "请用案件开始时的流程版本。",
               "Use the version of the procedure it began with.");
ANJUAN_MESSAGE(act_too_laborious, "AJ3037", error, "一次办理的计算超过 {0} 步，已停止，什么也没有记录",
               "one act took more than {0} steps of computing and was stopped; nothing is recorded",
               "请减少循环的次数，或者不要在循环里一再查找、拼接很长的列表。",
               "Loop over fewer items, or do not search or join long lists again and again inside a loop.");

ANJUAN_MESSAGE(event_name_near, "AJ3050", error, "事件名称“{0}”写得不对",
               "the event name “{0}” is not well formed",
               "是否想写“{1}”？各段之间用一个半角的点，名称里没有空格和其他标点。",
               "Did you mean “{1}”? Parts are joined by single dots; there are no spaces or other marks.");
ANJUAN_MESSAGE(more_not_shown, "AJ3051", error, "这里只列出前 {0} 处，后面还有", "only the first {0} are shown; there are more",
               "请先改正前面的，再检查一次。", "Correct the ones above and check again.");
ANJUAN_MESSAGE(target_twice, "AJ3052", error, "去处“{0}”写了两次", "the target “{0}” stands twice",
               "请删去一个。", "Remove one of them.");
ANJUAN_MESSAGE(send_type_unknown, "AJ3053", error, "不认识发送方式“{0}”", "the type of sending “{0}” is not known",
               "请删去 type；事件发给流程自己、上级或者另一个案件，写 target。",
               "Leave type out; to send to the parent or another case, write target.");
ANJUAN_MESSAGE(null_has_no_data, "AJ3054", error, "写了 datamodel=\"null\" 的流程没有数据项，不能用“{0}”",
               "a chart with datamodel=\"null\" has no data: “{0}” cannot be used",
               "请删去 datamodel=\"null\"；要保留它，条件只能写 In('环节编号')。",
               "Remove datamodel=\"null\"; to keep it, conditions can only ask In('state id').");
ANJUAN_MESSAGE(not_both, "AJ3055", error, "“{0}”和“{1}”不能同时写", "“{0}” and “{1}” cannot both be given",
               "请删去其中一个。", "Remove one of them.");
ANJUAN_MESSAGE(into_another_region, "AJ3056", warning,
               "这条流转从并行环节“{0}”的一个分支走到另一个分支，整个“{0}”会退出再进入",
               "this transition leads from one region of the parallel “{0}” into another: all of “{0}” is left "
               "and entered again",
               "如果只想影响本分支，请把去处改为本分支里的环节；要通知另一分支，请用 raise 产生事件。",
               "If only this region is meant, lead to a state inside it; to tell the other region, raise an event.");
ANJUAN_MESSAGE(raised_unheard_near, "AJ3058", warning, "产生的事件“{0}”没有任何流转接收",
               "no transition listens to the event “{0}” that is raised here", "是否想写“{1}”？",
               "Did you mean “{1}”?");
ANJUAN_MESSAGE(raised_unheard, "AJ3059", warning, "产生的事件“{0}”没有任何流转接收",
               "no transition listens to the event “{0}” that is raised here",
               "请写一条接收它的流转，或者删去这一处。", "Write a transition for it, or remove this.");
ANJUAN_MESSAGE(too_many_words, "AJ3057", error, "一个属性里写了 {0} 个名称，超过上限 {1} 个",
               "one attribute has {0} names, more than the limit of {1}", "请分成几条流转来写。",
               "Split it over several transitions.");
ANJUAN_MESSAGE(lacking_not_text, "AJ3060", error, "lacking 要得到文字或者列表，这里得到的是{0}",
               "lacking must yield a text or a list, not {0}", "例如 lacking=\"案件.待签署\"。",
               "For example lacking=\"案件.待签署\".");
ANJUAN_MESSAGE(lacking_of_document, "AJ3061", error, "lacking 要和 test 一起写",
               "lacking goes with test", "只写 document 时会说出是哪份文书，请删去 lacking。",
               "With document alone the document itself is named: remove lacking.");

ANJUAN_MESSAGE(limit_without_length, "AJ3062", error, "期限“{0}”的长短是 {1}，应当是 1 或者更大的整数",
               "the time limit “{0}” is {1} long; its length must be a whole number from 1 on",
               "请改正 length；用参数的，请改正参数的值。", "Correct length, or the parameter that it names.");
ANJUAN_MESSAGE(cancels_nothing, "AJ3063", warning, "没有编号为“{0}”的消息可以撤回", "there is no message “{0}” to take back",
               "请给要撤回的 send 写上 id，或者删去这一处。", "Give the send that is meant an id, or remove this.");
ANJUAN_MESSAGE(cancels_nothing_near, "AJ3064", error, "没有编号为“{0}”的消息可以撤回",
               "there is no message “{0}” to take back", "最接近的消息编号是“{1}”，请照它改正。", "The nearest id of a send is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(invoke_file_missing, "AJ3065", warning, "要启动的状态图“{0}”没有核对：这里没有读取别的文件",
               "the chart “{0}” to be invoked was not looked at: no other file is read here",
               "请单独检查那个文件；想一起核对，请把它写进 <invoke> 的 <content> 里。",
               "Check that file by itself; to have both checked, write it inside the content of the invoke.");
ANJUAN_MESSAGE(invoke_type_unknown, "AJ3066", error, "不能启动“{0}”这一种", "nothing of the type “{0}” can be invoked",
               "只能启动状态图：请删去 type，或者写成 scxml。", "Only charts can be invoked: leave type out, or write scxml.");
ANJUAN_MESSAGE(data_untyped, "AJ3067", warning, "数据项“{0}”没有写类型", "the data item “{0}” has no type",
               "没有类型，条件和赋值写错了也查不出来；请写上，例如 aj:type=\"{1}\"。",
               "Without a type, mistakes in conditions and assignments stay unseen: write for example aj:type=\"{1}\".");
ANJUAN_MESSAGE(input_twice, "AJ3068", error, "填写内容“{0}”在第 {1} 行已经写过", "the input “{0}” is asked for in line {1} already",
               "请删去其中一个。", "Remove one of them.");
ANJUAN_MESSAGE(key_never_made_near, "AJ3069", error, "没有哪一步{0}“{1}”", "no step {0} “{1}”", "是否想写“{2}”？",
               "Did you mean “{2}”?");
ANJUAN_MESSAGE(key_never_made, "AJ3070", error, "没有哪一步{0}“{1}”", "no step {0} “{1}”", "请改成本流程里有的：{2}。",
               "Write one of those that this procedure has: {2}.");
ANJUAN_MESSAGE(nobody_answers_near, "AJ3071", error, "没有谁接收发给“{0}”的消息", "nobody answers to “{0}”", "是否想写“{1}”？",
               "Did you mean “{1}”?");
ANJUAN_MESSAGE(nobody_answers, "AJ3072", error, "没有谁接收发给“{0}”的消息", "nobody answers to “{0}”",
               "可以发给：{1}；不写 target 就是发给自己。", "Send to: {1}; without target to itself.");
ANJUAN_MESSAGE(choices_missing, "AJ3073", error, "类型写的是 choice，却没有写可以选哪些值",
               "the type is choice, but the choices are not given", "请加上 {0}=\"……|……\"，各个值之间用 | 隔开。",
               "Add {0}=\"…|…\", the values separated by |.");
ANJUAN_MESSAGE(choices_not_separated, "AJ3074", error, "可选的值“{0}”没有用 | 隔开，成了一个值",
               "the choices “{0}” are not separated by | and make one value", "请写成“{1}”。", "Write “{1}”.");
ANJUAN_MESSAGE(events_not_separated, "AJ3075", error, "几个事件写在了一起：“{0}”", "several events are run together: “{0}”",
               "事件之间用空格隔开，写成“{1}”。", "Separate them by spaces: “{1}”.");
ANJUAN_MESSAGE(history_outside, "AJ3076", error, "历史环节“{0}”的默认去处“{1}”不在“{2}”里面",
               "the default “{1}” of the history “{0}” is not inside “{2}”",
               "从未到过时才走默认去处：请改为“{2}”里面的环节。", "It is taken where there is no history yet: name a state inside “{2}”.");
ANJUAN_MESSAGE(history_to_history, "AJ3077", error, "历史环节“{0}”的默认去处又是历史环节“{1}”",
               "the default of the history “{0}” is a history again: “{1}”", "请改为同一个大环节里面的普通环节。",
               "Name an ordinary state inside the same parent.");
ANJUAN_MESSAGE(start_unknown_near, "AJ3078", error, "起始环节“{0}”不存在", "the initial state “{0}” does not exist",
               "最接近的环节是{1}，请照它改正。", "The nearest state is {1}: write that if it is meant.");
ANJUAN_MESSAGE(start_unknown, "AJ3079", error, "起始环节“{0}”不存在", "the initial state “{0}” does not exist",
               "请改成已有的环节。已有的环节：{1}。", "Write a state that there is. States: {1}.");
ANJUAN_MESSAGE(assertion_lacks, "AJ3080", error, "要求“{0}”写了 {1}，没有写 {2}",
               "the assertion “{0}” has {1} and lacks {2}", "请补上 {2}=\"…\"；不需要的，请删去 {1}。",
               "Add {2}=\"…\", or remove {1}.");
ANJUAN_MESSAGE(assertion_of_two_kinds, "AJ3081", error, "要求“{0}”里 {1} 和 {2} 不能写在一起",
               "in the assertion “{0}”, {1} and {2} do not go together", "两种要求请写成两条 aj:assert。",
               "Write two assertions.");

ANJUAN_MESSAGE(shadowed_by_beginning, "AJ3082", error,
               "这条流转永远轮不到：第 {0} 行的流转没有条件，它的事件“{1}”也包括“{2}”",
               "this transition never has its turn: that in line {0} has no condition, and its event “{1}” includes “{2}”",
               "“{3}”接收“{3}”和以“{3}.”开头的所有事件。请把较细的“{2}”写在前面，或者给前一条写上条件。",
               "“{3}” takes “{3}” and every event that begins with “{3}.”: put “{2}” first, or give the earlier one a "
               "condition.");
ANJUAN_MESSAGE(shadowed_by_all, "AJ3083", error,
               "这条流转永远轮不到：第 {0} 行的流转没有条件，它的事件“*”接收任何事件，包括“{1}”",
               "this transition never has its turn: that in line {0} has no condition, and its event “*” takes every "
               "event, “{1}” too",
               "请把写“*”的流转放到最后，或者给它写上条件。", "Put the one with “*” last, or give it a condition.");
ANJUAN_MESSAGE(shadowed_eventless, "AJ3084", error,
               "这条流转永远轮不到：第 {0} 行的流转先行，它不等事件，也没有条件",
               "this transition never has its turn: that in line {0} comes first, which waits for no event and has no "
               "condition",
               "请给前一条写上条件，或者删去其中一条。", "Give the earlier one a condition, or remove one of them.");

ANJUAN_MESSAGE(delay_no_duration, "AJ3085", error, "延迟的时间算出来是“{0}”，不是时长", "delayexpr yields “{0}”, which is no duration",
               "时长是以秒计的文字，例如 '1.5s'。{1}", "A duration is a text in seconds, such as '1.5s'.{1}");
ANJUAN_MESSAGE(alike_elsewhere, "AJ3086", error, "同样的错误还有 {1} 处，在第 {2} 行：{0}", "the same mistake stands at {1} more places, in lines {2}: {0}",
               "改正了声明或者名称，这些地方就都对了。", "They are right once the declaration or the name is.");
ANJUAN_MESSAGE(alike_remarks, "AJ3087", warning, "同样的情形还有 {1} 处，在第 {2} 行：{0}", "the same stands at {1} more places, in lines {2}: {0}",
               "处理办法同前。", "Do the same there.");
ANJUAN_MESSAGE(due_event_unheard_near, "AJ3088", warning, "期限“{0}”届满时产生的事件“{1}”没有流转接收",
               "no transition listens to “{1}”, the event of the time limit “{0}”",
               "最接近的是“{2}”：两处应当一字不差。", "The nearest is “{2}”: both must be the same to the letter.");
ANJUAN_MESSAGE(limit_never_started_near, "AJ3089", error, "没有编号为“{0}”的期限可以结束",
               "there is no time limit “{0}” to end", "最接近的期限是“{1}”，请照它改正。", "The nearest time limit is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(parameter_number_only, "AJ3093", error, "参数“{0}”的值“{1}”不是{2}", "the value “{1}” of the parameter “{0}” is not {2}",
               "这里只写半角数字：value=\"{3}\"；单位写在 unit 里。", "Write the number alone: value=\"{3}\"; its unit goes into unit.");
ANJUAN_MESSAGE(invoke_file_unknown, "AJ3094", error, "要启动的状态图“{0}”不在这个文件夹里", "the chart “{0}” to be invoked is not in this folder",
               "这里有：{1}。请改正文件名，或者把那个文件放到旁边。", "There are: {1}. Correct src, or put the file beside this one.");
ANJUAN_MESSAGE(invoke_file_near, "AJ3095", error, "要启动的状态图“{0}”不在这个文件夹里", "the chart “{0}” to be invoked is not in this folder",
               "最接近的文件是“{1}”，请照它改正。", "The nearest file is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(invoke_file_faulty, "AJ3096", error, "要启动的状态图“{0}”有 {1} 处错误，启动不了：{2}",
               "the chart “{0}” to be invoked has {1} errors and cannot run: {2}", "请先检查那个文件，改正后再检查这一个。",
               "Check that file first, then this one again.");

ANJUAN_MESSAGE(assertion_not_whole, "AJ3280", error, "要求“{0}”没有写必须成立的是什么",
               "the assertion “{0}” does not say what must hold",
               "请写其中一种：every-path-to=… 和 passes=…；every-path-to=… 和 within=…；never=…；from=… 和 reaches=…；at-most-once=…；whenever=… 和 holds=…。",
               "Write one of: every-path-to with passes; every-path-to with within; never; from with reaches; at-most-once; "
               "whenever with holds.");
ANJUAN_MESSAGE(happening_unknown_near, "AJ3281", error, "要求里写的“{0}”，流程中没有", "the assertion names “{0}”, which the procedure does not have",
               "最接近的是“{1}”，请照它改正。", "The nearest is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(happening_unknown, "AJ3282", error, "要求里写的“{0}”，流程中没有", "the assertion names “{0}”, which the procedure does not have",
               "请改成可以写的：{1}。", "Write one of: {1}.");
ANJUAN_MESSAGE(assertion_limit_unknown, "AJ3283", error, "要求里的期限“{0}”，流程中没有开始过", "the assertion's time limit “{0}” is never started",
               "期限由 aj:time-limit 开始；请检查编号。", "Limits are started by aj:time-limit; check the id.");

ANJUAN_MESSAGE(assertion_limit_near, "AJ3284", error, "要求里的期限“{0}”，流程中没有开始过", "the assertion's time limit “{0}” is never started",
               "最接近的期限是“{1}”，请照它改正。", "The nearest time limit is “{1}”: write that if it is meant.");

ANJUAN_MESSAGE(migrate_state_gone, "AJ3401", error, "新流程里没有环节“{0}”，本案正停在这里",
               "the new procedure has no state “{0}”, where this case stands",
               "请说明改到哪个环节：--map {1}={2}，或者写进迁移对照文件。",
               "Say which state it becomes: --map {1}={2}, or in a mapping file.");
ANJUAN_MESSAGE(migrate_state_divided, "AJ3402", error, "环节“{0}”在新流程里分成了几步：{1}",
               "the state “{0}” has steps of its own in the new procedure: {1}",
               "请说明本案在哪一步：--map {2}={3}。", "Say at which step the case is: --map {2}={3}.");
ANJUAN_MESSAGE(migrate_states_apart, "AJ3403", error, "迁移以后本案会同时停在“{0}”，新流程不允许",
               "the case would stand at “{0}” together, which the new procedure does not allow",
               "请用 --map 把各个环节对到新流程里能够同时进行的环节。",
               "Map the states with --map to such as can be active together.");
ANJUAN_MESSAGE(migrate_region_empty, "AJ3404", error, "新流程的“{0}”里同时进行的“{1}”没有对应的环节",
               "“{1}”, which runs together with others in “{0}” of the new procedure, has no state of this case",
               "请说明它从哪里开始：--map {2}={2}+{3}。", "Say where it begins: --map {2}={2}+{3}.");
ANJUAN_MESSAGE(migrate_into_end, "AJ3405", error, "环节“{0}”对到了新流程的终点“{1}”",
               "the state “{0}” is mapped to the end “{1}” of the new procedure",
               "迁移不能代替办结；请对到终点之前的环节，再正常办结。",
               "A migration finishes no case: map to a state before the end and finish it there.");
ANJUAN_MESSAGE(migrate_value_unfit, "AJ3406", error, "“{0}”现在是{1}，新流程要{2}",
               "“{0}” is {1}; the new procedure wants {2}", "请给出新的内容：--set {3}=…。",
               "Give its new value: --set {3}=….");
ANJUAN_MESSAGE(migrate_input_missing, "AJ3407", error, "新流程办“{0}”时必须填“{1}”，本案已经办过这件事，没有填",
               "“{0}” must bring “{1}” in the new procedure; this case did it without",
               "请补上：--set {2}=…。", "Supply it: --set {2}=….");
ANJUAN_MESSAGE(migrate_leaves_at_once, "AJ3408", error, "新流程在“{0}”有不等人办就走的路（{1}），迁移过去马上就要离开",
               "in “{0}” the new procedure has a way that waits for nobody ({1}): the case would leave at once",
               "请直接对到它通向的环节：--map {2}={3}。", "Map to where it leads: --map {2}={3}.");
ANJUAN_MESSAGE(migrate_limit_fails, "AJ3409", error, "期限“{0}”的起算日或者长度按新流程算不出来",
               "the beginning or length of the time limit “{0}” cannot be computed by the new procedure",
               "理由在下面；请改正流程，或者用 --set 补上它要的内容。",
               "The reasons follow; correct the procedure, or supply what it needs with --set.");
ANJUAN_MESSAGE(migrate_unknown_name, "AJ3410", error, "迁移对照里的{0}“{1}”在{2}流程里没有",
               "the {0} “{1}” of the mapping is not in the {2} procedure", "最接近的是“{3}”，请照它改正。",
               "The nearest is “{3}”: write that if it is meant.");
ANJUAN_MESSAGE(migrate_name_unlike_any, "AJ3416", error, "迁移对照里的{0}“{1}”在{2}流程里没有",
               "the {0} “{1}” of the mapping is not in the {2} procedure", "请改成这个流程里有的：{3}。",
               "Write one of those that the procedure has: {3}.");
ANJUAN_MESSAGE(migrate_history_lost, "AJ3411", error, "本案中断前的环节“{0}”在新流程里没有，恢复时回不去",
               "the new procedure has no state “{0}”, to which this case must return",
               "请说明恢复到哪个环节：--map {1}={2}。", "Say to which state it returns: --map {1}={2}.");
ANJUAN_MESSAGE(migrate_limit_gone, "AJ3413", error, "新流程没有期限“{0}”，本案正在计算，到{3}",
               "the new procedure has no time limit “{0}”, which runs in this case until {3}",
               "改了编号的加 --map {1}={2}；不再计算的加 --end-limit {1}。",
               "If it was renamed: --map {1}={2}; to end it: --end-limit {1}.");
ANJUAN_MESSAGE(migrate_limit_orphaned, "AJ3414", error, "迁移以后，没有哪一步结束期限“{0}”，也没有哪一步等它届满，本案正在计算，到{1}",
               "after the migration nothing ends the time limit “{0}” or hears it fall due; it runs until {1}",
               "请决定：就此结束的加 --end-limit {2}；否则用 --map 对到还会结束它的环节。",
               "Decide: --end-limit {2} to end it now, or map the case to a state from which it ends.");
ANJUAN_MESSAGE(migrate_limit_needed, "AJ3415", error, "期限“{0}”在新流程里还要计算，不能由迁移结束",
               "the time limit “{0}” still runs in the new procedure; a migration does not end it",
               "请去掉 --end-limit {1}；期限由办理来结束。", "Leave out --end-limit {1}: acts end it.");
ANJUAN_MESSAGE(migrate_value_not_asked, "AJ3412", error, "迁移不能改“{0}”：它现在是{1}，新流程没有要求另填",
               "a migration does not change “{0}”: it is {1}, and the new procedure asks for nothing else",
               "请去掉这一项；内容由办理决定，要改的，通过办理来改。",
               "Leave it out; facts are decided by acts: change it by an act.");

}  // namespace anjuan::procedure
