// A year's XML file as an arrangement.

#include <map>

#include "base/text.h"
#include "calendar/calendar.h"
#include "calendar/messages.h"
#include "xml/document.h"

namespace anjuan::calendar {
namespace {

constexpr int longest_holiday = 31;  // days in a row; more is a slip of the pen

/// Collects the days of one file with the places where they stand.
class Reader {
 public:
  explicit Reader(const xml::Element& root) : root_(root) {}

  Result<YearArrangement> read(const std::string& file) {
    const std::string year(root_.get("year"));
    const auto number = parse_integer(year);
    if (!number || *number < 1949 || *number > 2199) {
      return diagnose(messages::bad_year, root_.place_of("year"), year);
    }
    arrangement_.year = static_cast<int>(*number);
    arrangement_.notice = root_.get("notice");
    arrangement_.file = file;
    for (const xml::Element* element : root_.children()) {
      if (element->name == "off") {
        read_off(*element);
      } else {
        add(arrangement_.days_on, *parse_day(element->get("day")), element->place_of("day"));
      }
    }
    const auto place_of = [&](Day day) { return places_.at(day); };
    for (Diagnostic& fault : check_arrangement(arrangement_, place_of)) found_.push_back(std::move(fault));
    if (!found_.empty()) return std::move(found_);
    return std::move(arrangement_);
  }

 private:
  void read_off(const xml::Element& element) {
    const Day from = *parse_day(element.get("from"));
    const Day to = *parse_day(element.get("to"));
    const auto length = (to - from).count() + 1;
    if (length < 1) {
      found_.push_back(diagnose(messages::ends_before_start, element.place_of("to"), iso(from), iso(to)));
    } else if (length > longest_holiday) {
      found_.push_back(diagnose(messages::holiday_too_long, element.place_of("to"), iso(from), iso(to),
                                std::to_string(length), std::to_string(longest_holiday)));
    } else {
      for (Day day = from; day <= to; day += std::chrono::days(1)) {
        add(arrangement_.days_off, day, element.place_of("from"));
      }
    }
  }

  void add(std::set<Day>& days, Day day, const Place& place) {
    if (!days.insert(day).second) found_.push_back(diagnose(messages::day_twice, place, iso(day)));
    places_.insert_or_assign(day, place);
  }

  const xml::Element& root_;
  YearArrangement arrangement_;
  std::map<Day, Place> places_;
  Diagnostics found_;
};

xml::AttributeRule required(std::string name, xml::ValueKind kind, Wording says) {
  return {std::move(name), kind, true, {}, std::move(says), ""};
}

xml::ElementRule calendar_rule() {
  return {"calendar",
          {"一年的放假和调休安排", "the holidays and make-up days of one year"},
          {required("year", xml::ValueKind::integer, {"年份", "the year"}),
           required("notice", xml::ValueKind::text,
                    {"作出安排的通知，写题名和文号", "the notice that orders it: title and number"})},
          {{"off", 0, -1, ""}, {"on", 0, -1, ""}},
          false,
          false,
          R"(<calendar year="2026" notice="…"><on day="2026-01-04" label="元旦调休上班"/></calendar>)",
          ""};
}

xml::ElementRule off_rule() {
  return {"off",
          {"连续放假的日子，含其中的周末", "days off in a row, weekends inside included"},
          {required("from", xml::ValueKind::date, {"第一天", "the first day"}),
           required("to", xml::ValueKind::date, {"最后一天", "the last day"}),
           required("label", xml::ValueKind::text, {"节日", "the festival"})},
          {},
          false,
          false,
          R"(<off from="2026-01-01" to="2026-01-03" label="元旦"/>)",
          ""};
}

xml::ElementRule on_rule() {
  return {"on",
          {"调休上班的周末", "a weekend day that is worked"},
          {required("day", xml::ValueKind::date, {"上班的日子", "the day"}),
           required("label", xml::ValueKind::text, {"事由", "why"})},
          {},
          false,
          false,
          R"(<on day="2026-01-04" label="元旦调休上班"/>)",
          ""};
}

}  // namespace

const xml::Outline& outline() {
  static const xml::Outline table = [] {
    xml::Outline made;
    made.root = "calendar";
    made.elements = {calendar_rule(), off_rule(), on_rule()};
    return made;
  }();
  return table;
}

Result<YearArrangement> load_year(std::string_view xml, const std::string& file) {
  ANJUAN_TRY(const xml::Element root, xml::parse(xml, file));
  if (Diagnostics found = xml::check(root, outline()); has_error(found)) return found;
  return Reader(root).read(file);
}

}  // namespace anjuan::calendar
