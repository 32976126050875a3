#pragma once
// What can be said about an expression: AJ0300-AJ0319 reading it, AJ0320-AJ0339 checking names and
// types, AJ0340-AJ0359 evaluating it, AJ0360-AJ0369 values typed by a person, AJ0370-AJ0379 places
// to assign to.

#include "base/diagnostic.h"

namespace anjuan::expression {

ANJUAN_MESSAGE(unexpected_character, "AJ0300", error, "表达式中有不认识的符号“{0}”",
               "the expression has a sign that is not known: “{0}”",
               "删去它，或者把它放进单引号之内成为文字。",
               "Remove it, or put it between quotes to make it text.");
ANJUAN_MESSAGE(text_not_closed, "AJ0301", error, "从这里开始的文字没有结束的引号：{0}",
               "the text that begins here has no closing quote: {0}", "在文字末尾补上同样的引号。",
               "Add the same quote at the end of the text.");
ANJUAN_MESSAGE(something_else_expected, "AJ0302", error, "这里应当是{0}，看到的却是{1}",
               "{0} was expected here, but {1} was found", "检查这里前后的括号、逗号和运算符是否写全。",
               "Look at the brackets, commas and operators around this spot.");
ANJUAN_MESSAGE(expression_empty, "AJ0303", error, "表达式是空的", "the expression is empty",
               "写上表达式，例如“问题数 > 0”。", "Write an expression, for example “count > 0”.");
ANJUAN_MESSAGE(left_over, "AJ0304", error, "表达式到这里已经完整，后面多出了{0}",
               "the expression is complete here, but {0} follows",
               "两个条件之间用“并且”或“或者”相连；多余的部分删去。",
               "Join two conditions by &amp;&amp; or ||, or remove the rest.");
ANJUAN_MESSAGE(word_of_elsewhere, "AJ0319", error, "不认识“{0}”这个词", "the word “{0}” is not known here",
               "请写“{1}”，前后各空一格。", "Write {1}, with a space on either side.");
ANJUAN_MESSAGE(unit_after_number, "AJ0339", error, "数字 {0} 后面连着写了“{1}”", "“{1}” is written right after the number {0}",
               "这里只写数字 {0}；单位另写，期限的写在 unit 里。",
               "Write the number {0} alone; a unit has a place of its own, that of a time limit is unit.");
ANJUAN_MESSAGE(number_out_of_range, "AJ0305", error, "数字“{0}”太大，或者小数多于九位",
               "the number “{0}” is too large or has more than nine decimals", "改用较短的数字。",
               "Use a shorter number.");
ANJUAN_MESSAGE(too_deep, "AJ0306", error, "表达式的括号套得太深，超过{0}层",
               "the expression is nested deeper than {0} levels", "把它拆成几个数据项，分步计算。",
               "Split it over several data items.");
ANJUAN_MESSAGE(too_long, "AJ0307", error, "表达式太长，超过{0}个成分",
               "the expression has more than {0} parts", "把它拆成几个数据项，分步计算。",
               "Split it over several data items.");
ANJUAN_MESSAGE(single_equals, "AJ0308", error, "判断是否相等要写两个等号，这里只有一个",
               "a comparison needs two equals signs; there is one here", "改为“==”，或者写“等于”。",
               "Write ==.");
ANJUAN_MESSAGE(half_operator, "AJ0309", error, "“{0}”要连写两个", "“{0}” must be written twice",
               "请写“{1}”；用符号的写“{0}{0}”，其中每个 & 在 XML 里写成 &amp;。",
               "Write the word “{1}”; or “{0}{0}”, in which XML writes each & as &amp;.");
ANJUAN_MESSAGE(word_not_in_language, "AJ0310", error,
               "“{0}”不能用在表达式里：表达式只计算一个值，没有语句、循环和自定函数",
               "“{0}” cannot be used: an expression only computes a value; there are no statements, loops or "
               "functions of your own",
               "只用数据项、运算符和内置函数写出这个值。",
               "Write the value with data items, operators and built-in functions.");
ANJUAN_MESSAGE(function_unknown, "AJ0311", error, "没有名为“{0}”的内置函数",
               "there is no built-in function “{0}”", "请改用内置函数：{1}。", "Use one of the built-in functions: {1}.");
ANJUAN_MESSAGE(function_unknown_near, "AJ0312", error, "没有名为“{0}”的内置函数",
               "there is no built-in function “{0}”", "最接近的是“{1}”，请照它改正。", "The nearest is “{1}”: write that if it is meant.");
ANJUAN_MESSAGE(argument_count, "AJ0313", error, "函数“{0}”要{1}个参数，这里写了{2}个",
               "the function “{0}” has {2} arguments here; it takes {1}", "写法：{3}。", "It is written {3}.");
ANJUAN_MESSAGE(key_twice, "AJ0314", error, "同一个字段“{0}”写了两次", "the field “{0}” is given twice",
               "只保留一个。", "Keep one of them.");

ANJUAN_MESSAGE(source_too_long, "AJ0315", error, "表达式太长，超过{0}个字节",
               "the expression is longer than {0} bytes", "把它拆成几个数据项，分步计算。",
               "Split it over several data items.");

ANJUAN_MESSAGE(construct_not_supported, "AJ0316", error, "{0}要用完整的脚本引擎才行，这里不能用",
               "{0} needs a full ECMAScript engine and cannot be used here",
               "用数据项、运算符和内置函数写出这个值。",
               "Write the value with data items, operators and built-in functions.");

ANJUAN_MESSAGE(name_unknown, "AJ0320", error, "没有名为“{0}”的数据项", "there is no data item “{0}”",
               "先声明这个数据项，或者改用已有的名称：{1}。要写的是文字的，加上引号：'{0}'。",
               "Declare it first, or use one of: {1}. If a text is meant, put it between quotes: '{0}'.");
ANJUAN_MESSAGE(name_unknown_near, "AJ0321", error, "没有名为“{0}”的数据项", "there is no data item “{0}”",
               "最接近的名称是“{1}”，请照它改正，或者先声明“{0}”。", "The nearest name is “{1}”: write that if it is meant, or declare “{0}” first.");
ANJUAN_MESSAGE(words_run_together, "AJ0322", error, "“{0}”被当成了一个名称，其中的“{1}”没有起作用",
               "“{0}” was read as one name; the word “{1}” inside it does nothing",
               "在“{1}”的前后各加一个空格。", "Put a space before and after “{1}”.");
ANJUAN_MESSAGE(field_unknown, "AJ0323", error, "“{0}”没有名为“{1}”的字段", "“{0}” has no field “{1}”",
               "请改成有的字段：{2}。", "Write one of its fields: {2}.");
ANJUAN_MESSAGE(operand_type, "AJ0324", error, "运算“{0}”要用{1}，这里是{2}",
               "the operator “{0}” needs {1}; this is {2}", "改用相应类型的数据项，或者先比较再判断。",
               "Use a data item of that type, or compare first.");
ANJUAN_MESSAGE(
    result_type, "AJ0325", error, "这里要一个{0}，表达式得到的却是{1}",
    "this must be {0}, but the expression yields {1}", "请写成判断，例如“{2}”。",
    "Write a comparison, for example “{2}”.");
ANJUAN_MESSAGE(never_equal, "AJ0326", error, "{0}与{1}永远不会相等", "{0} and {1} can never be equal",
               "两边要用同一类型的值，请改正其中一边。", "Compare values of one type: correct one side.");
ANJUAN_MESSAGE(choice_unknown, "AJ0327", error, "“{0}”不在可选的值之内：{1}",
               "“{0}” is not one of the choices: {1}", "从这些值里选一个，一字不差。",
               "Use one of these values, to the letter.");
ANJUAN_MESSAGE(argument_type, "AJ0328", error, "函数“{0}”的第{1}个参数要用{2}，这里是{3}",
               "argument {1} of the function “{0}” must be {2}; this is {3}", "写法：{4}。",
               "It is written {4}.");
ANJUAN_MESSAGE(not_a_record, "AJ0329", error, "“{0}”是{1}，没有字段“{2}”可取",
               "“{0}” is {1} and has no field “{2}”",
               "只有记录才有字段；列表先用序号取出一项，例如“列表[0].名称”。",
               "Only a record has fields; of a list take an item first, for example “list[0].name”.");

ANJUAN_MESSAGE(field_unknown_near, "AJ0330", error, "“{0}”没有名为“{1}”的字段", "“{0}” has no field “{1}”",
               "最接近的字段是“{2}”，请照它改正。", "The nearest field is “{2}”: write that if it is meant.");

ANJUAN_MESSAGE(value_type, "AJ0331", error, "这里要{0}，表达式得到的却是{1}",
               "this must be {0}, but the expression yields {1}", "请改成得出{0}的写法，例如 {2}。",
               "Write something that yields {0}, for example {2}.");
ANJUAN_MESSAGE(never_ordered, "AJ0332", error, "{0}与{1}分不出大小先后", "{0} and {1} have no order",
               "两边要用同一类型的值，请改正其中一边。", "Compare values of one type: correct one side.");
ANJUAN_MESSAGE(date_with_text, "AJ0333", error, "日期不能和文字 {0} 比较", "a date cannot be compared with the text {0}",
               "请把文字变成日期，写成 日期({0})。", "Make the text a date: write 日期({0}).");
ANJUAN_MESSAGE(number_with_text, "AJ0334", error, "数字不能和文字 '{0}' 比较",
               "a number cannot be compared with the text '{0}'", "数字不加引号，请改为 {0}。",
               "Numbers have no quotes: write {0}.");
ANJUAN_MESSAGE(choice_without_quotes, "AJ0335", error, "“{0}”没有加引号，被当成了数据项的名称",
               "“{0}” has no quotes and was read as the name of a data item", "可选的值是文字，请写成 '{0}'。",
               "Choices are texts: write '{0}'.");
ANJUAN_MESSAGE(text_without_quotes, "AJ0336", error, "没有名为“{0}”的数据项", "there is no data item “{0}”",
               "如果要写的是文字，请加上引号：'{0}'；如果是数据项，请先声明它。",
               "If a text is meant, put it between quotes: '{0}'; a data item must be declared first.");
ANJUAN_MESSAGE(numeral_as_name, "AJ0362", error, "没有名为“{0}”的数据项", "there is no data item “{0}”",
               "如果要写的是数字，请写 {1}。", "If the number is meant, write {1}.");
ANJUAN_MESSAGE(date_arithmetic, "AJ0363", error, "运算“{0}”不能用于日期", "the operator “{0}” cannot be used on dates",
               "加减几天，写 日期加(日期, 天数)；相隔几个工作日，写 工作日差(从, 到)。",
               "To add days write 日期加(date, days); for the working days between two dates 工作日差(from, to).");
ANJUAN_MESSAGE(date_with_number, "AJ0364", error, "日期不能和数字比较", "a date cannot be compared with a number",
               "日期写成 日期('2026-09-10')；要比较天数，写 工作日差(从, 到)。",
               "A date is written 日期('2026-09-10'); to compare a number of days, write 工作日差(from, to).");
ANJUAN_MESSAGE(name_unknown_alone, "AJ0337", error, "没有名为“{0}”的数据项", "there is no data item “{0}”",
               "这里还没有声明任何数据项；请先在 datamodel 里用 data 声明它。",
               "No data item is declared here yet: declare it with data inside datamodel.");

ANJUAN_MESSAGE(empty_has_no_order, "AJ0338", error, "“空”没有大小，不能用于运算“{0}”",
               "“空” (null) has no size and cannot be used with “{0}”",
               "要判断有没有值，请写“为空(数据项)”。", "To ask whether there is a value, write 为空(data item).");
ANJUAN_MESSAGE(negation_too_narrow, "AJ0318", error, "“不是”只否定了紧跟着的“{0}”，没有否定整个比较",
               "the negation applies to “{0}” alone, not to the whole comparison",
               "请加上括号：不是 ({0} {1} {2})。", "Put it in brackets: !({0} {1} {2}).");
ANJUAN_MESSAGE(chained_comparison, "AJ0317", error, "几个比较不能连着写：“{0} {1} {2} {3} {4}”",
               "comparisons cannot be written in a row: “{0} {1} {2} {3} {4}”",
               "请写成两个比较：{0} {1} {2} 并且 {2} {3} {4}。", "Write two comparisons, joined by &amp;&amp;: {0} {1} {2} and {2} {3} {4}.");

ANJUAN_MESSAGE(name_without_value, "AJ0340", error, "计算时没有名为“{0}”的数据项",
               "there was no data item “{0}” when the expression was evaluated",
               "检查名称，或者在此之前给它赋值。", "Check the name, or give it a value before.");
ANJUAN_MESSAGE(operands_do_not_fit, "AJ0341", error, "运算“{0}”不能用于{1}和{2}",
               "the operator “{0}” cannot be used on {1} and {2}", "检查两边数据项的内容。",
               "Look at what both data items hold.");
ANJUAN_MESSAGE(operand_empty, "AJ0342", error, "运算“{0}”的一边还没有值",
               "one side of the operator “{0}” has no value yet", "先填写这个数据项，或者先用“为空(…)”判断。",
               "Fill in the data item first, or ask 为空(…) before.");
ANJUAN_MESSAGE(division_by_zero, "AJ0343", error, "除数是零", "the divisor is zero", "先判断除数不为零。",
               "Make sure that the divisor is not zero.");
ANJUAN_MESSAGE(number_overflow, "AJ0344", error, "运算“{0}”的结果超出了可以表示的范围",
               "the result of “{0}” is too large to be held", "检查参与计算的数字。",
               "Check the numbers that go in.");
ANJUAN_MESSAGE(too_many_steps, "AJ0345", error, "计算步数超过{0}，已停止",
               "the evaluation was stopped after {0} steps", "减少列表的长度，或者把计算拆开。",
               "Use shorter lists, or split the computation.");
ANJUAN_MESSAGE(boolean_expected, "AJ0346", error, "这里要的是“是”或“否”，得到的却是{0}",
               "this must be true or false, but it is {0}",
               "写成判断，例如“问题数 > 0”；可能没有值的数据项写成“… == true”。",
               "Write a comparison; for an item that may have no value write “… == true”.");
ANJUAN_MESSAGE(argument_does_not_fit, "AJ0347", error, "函数“{0}”的第{1}个参数不能是{2}",
               "argument {1} of the function “{0}” cannot be {2}", "检查这个数据项的内容。",
               "Look at what the data item holds.");
ANJUAN_MESSAGE(no_such_date, "AJ0348", error, "“{0}”不是一个存在的日期", "“{0}” is not an existing date",
               "写成“2026-09-10”的样子。", "Write it like 2026-09-10.");
ANJUAN_MESSAGE(not_available_here, "AJ0349", error, "这里不能用函数“{0}”：{1}",
               "the function “{0}” cannot be used here: {1}", "去掉它，或者把判断移到流程里。",
               "Remove it, or move the question into the procedure.");
ANJUAN_MESSAGE(no_fields_here, "AJ0350", error, "从{0}中取不到字段“{1}”", "{0} has no field “{1}”",
               "只有记录才有字段。", "Only a record has fields.");
ANJUAN_MESSAGE(index_does_not_fit, "AJ0351", error, "方括号里的{0}不能用来从{1}中取值",
               "{0} in square brackets cannot pick anything from {1}", "列表用从零起的序号，记录用字段名。",
               "Use a number from 0 for a list, a field name for a record.");
ANJUAN_MESSAGE(text_too_long, "AJ0352", error, "得到的文字超过{0}个字节",
               "the resulting text is longer than {0} bytes", "缩短参与连接的文字。", "Join shorter texts.");

ANJUAN_MESSAGE(value_too_large, "AJ0353", error, "得到的列表或者记录太大，超过{0}个字节",
               "the resulting list or record is larger than {0} bytes", "减少其中的项，或者分开存放。",
               "Keep fewer items in it, or keep them apart.");
ANJUAN_MESSAGE(value_too_deep, "AJ0354", error, "得到的列表或者记录一层套一层，超过{0}层",
               "the resulting list or record is nested deeper than {0} levels",
               "不要把一个列表或者记录反复放进它自己里面。",
               "Do not put a list or record into itself again and again.");

ANJUAN_MESSAGE(nothing_to_read, "AJ0355", error, "没有值，从中取不到“{0}”",
               "there is no value to take “{0}” from", "先给它赋值，或者先判断它有没有值。",
               "Give it a value first, or ask first whether it has one.");
ANJUAN_MESSAGE(not_a_function, "AJ0356", error, "{0}不是函数，不能这样调用",
               "{0} is not a function and cannot be called", "检查名称，或者在此之前定义它。",
               "Check the name, or define it before.");
ANJUAN_MESSAGE(calls_too_deep, "AJ0357", error, "函数套着函数，超过{0}层，已停止",
               "the evaluation was stopped: functions within functions, more than {0} levels",
               "去掉函数对自己的调用。", "Remove the calls of the function to itself.");
ANJUAN_MESSAGE(nothing_may_be_set, "AJ0358", error, "这里只能计算，不能给“{0}”赋值",
               "nothing may be set here, but “{0}” would be", "用 <assign> 或者 <script> 赋值。",
               "Use <assign> or <script> to set it.");

ANJUAN_MESSAGE(typed_wrongly, "AJ0360", error, "“{0}”不是{1}", "“{0}” is not {1}", "应当写成这样：{2}。",
               "It should look like this: {2}.");
ANJUAN_MESSAGE(typed_choice_unknown, "AJ0361", error, "“{0}”不在可选的值之内",
               "“{0}” is not one of the choices", "从这些值里选一个：{1}。", "Choose one of: {1}.");

ANJUAN_MESSAGE(not_a_location, "AJ0370", error, "“{0}”不是可以赋值的地方",
               "“{0}” is not a place that can hold a value",
               "写数据项的名称，或者它的字段，例如“记录.字段”。",
               "Write the name of a data item or of its field, for example “record.field”.");
ANJUAN_MESSAGE(not_an_assignment, "AJ0371", error, "脚本里只能写赋值语句，这里不是：“{0}”",
               "a script can only hold assignments; this is none: “{0}”", "写成“名称 = 表达式;”的样子。",
               "Write “name = expression;”.");
ANJUAN_MESSAGE(no_such_location, "AJ0372", error, "“{0}”里没有可以放“{1}”的记录或列表",
               "“{0}” holds no record or list that could take “{1}”", "先给“{0}”赋一个记录，例如“{2}”。",
               "First give “{0}” a record, for example “{2}”.");

}  // namespace anjuan::expression
