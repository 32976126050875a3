#pragma once
// Messages of the JSON module (AJ0200 to AJ0299).

#include "base/diagnostic.h"

namespace anjuan::json::messages {

ANJUAN_MESSAGE(not_json, "AJ0201", error, "数据不合格式：读到“{0}”处读不下去",
               "not JSON: cannot go on at “{0}”",
               "请核对此处是否缺少引号、逗号或括号，或从原处重新取得这份数据。",
               "Look for a missing quote, comma or bracket here, or fetch the data again.");
ANJUAN_MESSAGE(duplicate_name, "AJ0202", error, "同一组数据中“{0}”出现了两次",
               "the name “{0}” stands twice in one object", "请只保留一个“{0}”。", "Keep one “{0}” only.");
ANJUAN_MESSAGE(number_out_of_range, "AJ0203", error, "数“{0}”太大，或者小数超过九位",
               "the number “{0}” is too large, or has more than nine decimals",
               "整数请不超过十八位，小数请不超过九位。", "Use at most 18 digits and at most 9 decimals.");
ANJUAN_MESSAGE(bad_date, "AJ0204", error, "“{0}”不是存在的日期", "“{0}” is not a day that exists",
               "日期请写成 2026-09-10 的样子。", "Write dates like 2026-09-10.");
ANJUAN_MESSAGE(bad_decimal, "AJ0205", error, "“{0}”不是小数", "“{0}” is not a decimal number",
               "小数请写成 0.3 的样子，最多九位。", "Write decimals like 0.3, with at most nine decimals.");
ANJUAN_MESSAGE(too_deep, "AJ0206", error, "数据一层套一层，超过 {0} 层",
               "values are nested more than {0} deep", "这份数据不是本系统写出的，请核对来源。",
               "This was not written by this system; check where it came from.");

}  // namespace anjuan::json::messages
