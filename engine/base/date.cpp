#include "base/date.h"

#include <array>
#include <cstdio>

#include "base/text.h"

namespace anjuan {
namespace {

constexpr std::int64_t china_offset_seconds = 8 * 3600;

std::optional<Day> checked(std::int64_t year, std::int64_t month, std::int64_t day) {
  using namespace std::chrono;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year(static_cast<int>(year)),
                            std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The three numbers of a date written with these separators, the last of which may be "".
std::optional<std::array<std::int64_t, 3>> three_numbers(std::string_view text,
                                                         const std::array<std::string_view, 3>& separators) {
  std::array<std::int64_t, 3> out{};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t end = separators[i].empty() ? text.size() : text.find(separators[i]);
    if (end == std::string_view::npos || end > 4 || !all_digits(text.substr(0, end))) return std::nullopt;
    out[i] = *parse_integer(text.substr(0, end));
    text.remove_prefix(end + separators[i].size());
  }
  return text.empty() ? std::optional(out) : std::nullopt;
}

std::string pad2(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

Day make_day(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!all_digits(text.substr(0, 4)) || !all_digits(text.substr(5, 2)) || !all_digits(text.substr(8)))
    return std::nullopt;
  return checked(*parse_integer(text.substr(0, 4)), *parse_integer(text.substr(5, 2)),
                 *parse_integer(text.substr(8)));
}

std::optional<Day> parse_loose_day(std::string_view text) {
  text = trim(text);
  if (text.size() == 8 && all_digits(text)) {
    return checked(*parse_integer(text.substr(0, 4)), *parse_integer(text.substr(4, 2)),
                   *parse_integer(text.substr(6, 2)));
  }
  static constexpr std::array<std::array<std::string_view, 3>, 4> ways = {
      {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}}};
  for (const auto& separators : ways) {
    const auto numbers = three_numbers(text, separators);
    if (numbers && (*numbers)[0] >= 1000) return checked((*numbers)[0], (*numbers)[1], (*numbers)[2]);
  }
  return std::nullopt;
}

std::string iso(Day day) {
  const std::chrono::year_month_day d(day);
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(d.year()),
                static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
  return out;
}

std::string official(Day day) {
  const std::chrono::year_month_day d(day);
  return std::to_string(static_cast<int>(d.year())) + "年" +
         std::to_string(static_cast<unsigned>(d.month())) + "月" +
         std::to_string(static_cast<unsigned>(d.day())) + "日";
}

std::string in_characters(Day day) {
  const std::chrono::year_month_day d(day);
  return chinese_digits(static_cast<int>(d.year())) + "年" +
         chinese_number(static_cast<unsigned>(d.month())) + "月" +
         chinese_number(static_cast<unsigned>(d.day())) + "日";
}

std::string weekday_name(Day day) {
  static constexpr std::array names = {"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"};
  return names[std::chrono::weekday(day).c_encoding()];
}

Day day_of(Moment moment) {
  return std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds(moment.seconds + china_offset_seconds)));
}

std::string iso(Moment moment) {
  const Day day = day_of(moment);
  const std::int64_t rest = moment.seconds + china_offset_seconds - day.time_since_epoch().count() * 86400;
  return iso(day) + "T" + pad2(rest / 3600) + ":" + pad2(rest / 60 % 60) + ":" + pad2(rest % 60) + "+08:00";
}

std::string official(Moment moment) {
  const Day day = day_of(moment);
  const std::int64_t rest = moment.seconds + china_offset_seconds - day.time_since_epoch().count() * 86400;
  return official(day) + std::to_string(rest / 3600) + "时" + std::to_string(rest / 60 % 60) + "分";
}

std::optional<Moment> parse_moment(std::string_view text) {
  if (text.size() != 25 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text.substr(19) != "+08:00") {
    return std::nullopt;
  }
  for (const std::size_t at : {11, 14, 17}) {
    if (!all_digits(text.substr(at, 2))) return std::nullopt;
  }
  const auto day = parse_day(text.substr(0, 10));
  const auto h = parse_integer(text.substr(11, 2)), m = parse_integer(text.substr(14, 2)),
             s = parse_integer(text.substr(17, 2));
  if (!day || !h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
  return Moment{day->time_since_epoch().count() * 86400 + *h * 3600 + *m * 60 + *s - china_offset_seconds};
}

}  // namespace anjuan
