#pragma once
// Messages of the calendar (AJ0500 to AJ0599).

#include "base/diagnostic.h"

namespace anjuan::calendar::messages {

ANJUAN_MESSAGE(year_missing, "AJ0501", error, "没有 {0} 年的工作日历，算不出 {1} 是不是工作日",
               "there is no calendar for {0}, so it is not known whether {1} is a working day",
               "请在 {0} 年放假通知发布后，仿照往年的文件建立该年的工作日历。",
               "When the notice on holidays of {0} is out, write that year's calendar like those before it.");
ANJUAN_MESSAGE(year_twice, "AJ0502", error, "{0} 年的工作日历有两份", "there are two calendars for {0}",
               "请只保留一份。", "Keep one of them.");
ANJUAN_MESSAGE(
    day_of_another_year, "AJ0503", error, "{0} 不属于 {1} 年的安排",
    "{0} does not belong to the arrangement of {1}",
    "一年的文件只写当年的日子；通知涉及的上年十二月和次年一月的日子也可以写。",
    "Write the year's own days, and those of last December and next January that the notice names.");
ANJUAN_MESSAGE(on_and_off, "AJ0504", error, "{0} 既写作放假，又写作上班",
               "{0} is both a day off and a day worked", "请对照放假通知，只保留一种。",
               "Keep what the notice says.");
ANJUAN_MESSAGE(weekday_on, "AJ0505", error, "{0} 是{1}，本来就上班，不能写作调休上班",
               "{0} is a {1} and worked anyway; it cannot be a make-up day", "请对照放假通知核对日期。",
               "Compare the date with the notice.");
ANJUAN_MESSAGE(ends_before_start, "AJ0506", error, "放假的最后一天 {1} 早于第一天 {0}",
               "the holiday ends on {1}, before it starts on {0}", "请对照放假通知核对起止日期。",
               "Compare both dates with the notice.");
ANJUAN_MESSAGE(holiday_too_long, "AJ0507", error, "从 {0} 到 {1} 连续放假 {2} 天，超过 {3} 天",
               "from {0} to {1} are {2} days off in a row, more than {3}", "请对照放假通知核对起止日期。",
               "Compare both dates with the notice.");
ANJUAN_MESSAGE(day_twice, "AJ0508", error, "{0} 在同一份工作日历里写了两次",
               "{0} stands twice in one calendar", "请删除重复的一处。", "Delete one of them.");
ANJUAN_MESSAGE(bad_year, "AJ0509", error, "年份“{0}”不合适，应当在 1949 到 2199 之间",
               "the year “{0}” will not do; it should be between 1949 and 2199", "请改正年份。",
               "Correct the year.");

}  // namespace anjuan::calendar::messages
