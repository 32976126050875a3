// Lots drawn by hand (摇号、抽签): nobody can compute them again, so two people type what was drawn, and it is held
// against the frozen list: only its targets and inspectors, the quotas, the conflicts, the seats.

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "draw/object_lots.h"
#include "handling/draw_lots.h"
#include "handling/messages.h"

namespace anjuan::handling {
namespace {

using cases::Case;
using cases::DrawRecord;
using procedure::DrawLots;

const std::string lots_key = "lots";
constexpr std::string_view lots_magic = "anjuan-lots\t1";

/// One drawn target with its team, as typed.
struct DrawnByHand {
  std::string target;
  std::vector<std::string> team;
};

/// Ids of a cell: 、 , ， ; and spaces part them.
std::vector<std::string> ids_in(std::string cell) {
  for (const char* mark : {"、", "，", ",", "；", ";", "　"}) cell = replace_all(cell, mark, " ");
  std::vector<std::string> out;
  for (const std::string& one : split(collapse_space(cell), ' ')) {
    if (!one.empty()) out.push_back(one);
  }
  return out;
}

/// What was typed as a text that two people can only type alike: in the order of the drawing.
std::string as_lots(const std::string& list_digest, const List& rows) {
  std::string out(lots_magic);
  out += "\nlist\t" + list_digest + "\n";
  for (const Value& row : rows) {
    const Value& team = row.field("检查人员");
    const std::vector<std::string> people = ids_in(team.is(Value::Kind::list) ? display(team) : team.text_or_empty());
    out += "drawn\t" + without_spaces(row.field("对象").text_or_empty()) + "\t" + join(people, ",") + "\n";
  }
  return out + "end\n";
}

std::vector<DrawnByHand> drawn_in(const std::string& lots) {
  std::vector<DrawnByHand> out;
  for (const std::string& line : split(lots, '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() == 3 && fields[0] == "drawn") out.push_back({fields[1], fields[2].empty() ? std::vector<std::string>{} : split(fields[2], ',')});
  }
  return out;
}

/// How many of the stratum are to be recorded, those inspected in any case among them.
std::int64_t wanted_of(const draw::FrozenList& list, const draw::Stratum& s) {
  std::int64_t base = 0, must = 0, pool = 0;
  for (const draw::Object& o : list.objects) {
    if (o.stratum != s.id) continue;
    ++base;
    must += o.mode == draw::Mode::must ? 1 : 0;
    pool += o.mode == draw::Mode::draw ? 1 : 0;
  }
  return must + draw::draws_of(s, base, must, pool);
}

/// Holds what was drawn against the list; everything that does not fit is named.
class LotsComparison {
 public:
  LotsComparison(const draw::FrozenList& list, const std::vector<DrawnByHand>& drawn) : list_(list), drawn_(drawn) {
    for (const draw::Object& o : list.objects) objects_.emplace(o.id, &o);
    for (const draw::Inspector& i : list.inspectors) inspectors_.emplace(i.id, &i);
    for (const draw::Conflict& c : list.conflicts) conflicts_.emplace(c.object, c.inspector);
  }

  Diagnostics run() {
    for (const DrawnByHand& one : drawn_) check_target(one);
    for (const draw::Object& o : list_.objects) {
      if (o.mode == draw::Mode::must && !seen_.count(o.id)) found_.push_back(diagnose(lots_lack_target, Place{}, o.id));
    }
    for (const draw::Stratum& s : list_.strata) {
      const std::int64_t wanted = wanted_of(list_, s);
      if (counts_[s.id] != wanted) found_.push_back(diagnose(lots_off_quota, Place{}, s.id, std::to_string(wanted), std::to_string(counts_[s.id])));
    }
    return std::move(found_);
  }

 private:
  void check_target(const DrawnByHand& one) {
    const auto object = objects_.find(one.target);
    if (object == objects_.end() || object->second->mode == draw::Mode::skip) {
      found_.push_back(diagnose(lots_off_list, Place{}, one.target));
      return;
    }
    if (!seen_.insert(one.target).second) found_.push_back(diagnose(lots_twice, Place{}, one.target));
    ++counts_[object->second->stratum];
    const auto& seats = object->second->seats;
    if (one.team.size() != seats.size()) {
      found_.push_back(diagnose(lots_team_size, Place{}, one.target, std::to_string(seats.size()), std::to_string(one.team.size())));
      return;
    }
    std::set<std::string> team;
    for (std::size_t n = 0; n < one.team.size(); ++n) check_seat(one, seats[n], one.team[n], team);
  }

  void check_seat(const DrawnByHand& one, const std::string& tag, const std::string& person, std::set<std::string>& team) {
    const auto found = inspectors_.find(person);
    if (found == inspectors_.end() || !found->second->in) {
      found_.push_back(diagnose(lots_off_list, Place{}, person));
      return;
    }
    const draw::Inspector& i = *found->second;
    if (!team.insert(person).second) found_.push_back(diagnose(lots_twice, Place{}, person));
    if (conflicts_.count({one.target, person})) found_.push_back(diagnose(lots_conflict, Place{}, person, one.target));
    if (!tag.empty() && std::find(i.tags.begin(), i.tags.end(), tag) == i.tags.end()) found_.push_back(diagnose(lots_lack_tag, Place{}, person, one.target, tag));
    if (++visits_[person] > i.cap.value_or(INT64_MAX)) found_.push_back(diagnose(lots_over_cap, Place{}, person, std::to_string(*i.cap)));
  }

  const draw::FrozenList& list_;
  const std::vector<DrawnByHand>& drawn_;
  std::map<std::string, const draw::Object*> objects_;
  std::map<std::string, const draw::Inspector*> inspectors_;
  std::set<std::pair<std::string, std::string>> conflicts_;
  std::set<std::string> seen_;
  std::map<std::string, std::int64_t> counts_, visits_;
  Diagnostics found_;
};

}  // namespace

draw::DrawResult result_of_lots(const draw::FrozenList& list, const std::string& lots) {
  draw::DrawResult result;
  result.list_digest = list.digest;
  result.slack = list.slack;
  std::map<std::string, std::int64_t> rank, visits;
  std::map<std::string, draw::ObjectLot> drawn;
  std::int64_t position = 0;
  for (const DrawnByHand& one : drawn_in(lots)) {
    const auto object = std::find_if(list.objects.begin(), list.objects.end(), [&](const auto& o) { return o.id == one.target; });
    if (object == list.objects.end()) continue;
    const bool must = object->mode == draw::Mode::must;
    drawn.emplace(one.target, draw::ObjectLot{object->stratum, must ? 0 : ++rank[object->stratum], one.target,
                                              must ? draw::ObjectStatus::must : draw::ObjectStatus::selected, 0, "-"});
    ++position;
    for (std::size_t n = 0; n < one.team.size(); ++n) {
      result.teams.push_back({position, one.target, static_cast<int>(n) + 1, n < object->seats.size() ? object->seats[n] : "", one.team[n], "-", {}});
      ++visits[one.team[n]];
    }
  }
  for (const draw::Object& o : list.objects) {
    const auto found = drawn.find(o.id);
    const auto status = o.mode == draw::Mode::skip ? draw::ObjectStatus::skipped : draw::ObjectStatus::not_selected;
    result.objects.push_back(found != drawn.end() ? found->second : draw::ObjectLot{o.stratum, 0, o.id, status, 0, "-"});
  }
  for (const draw::Inspector& i : list.inspectors) {
    if (i.in) result.loads.push_back({i.id, i.load, visits[i.id]});
  }
  return result;
}

Outcome record_lots(Work& work, Case& round, const DrawLots& e) {
  ANJUAN_TRY(DrawRecord* const record, frozen_draw(round));
  ANJUAN_TRY(const Value rows, draw_value(e.values, "结果", Value::Kind::list));
  ANJUAN_TRY(const Value second, draw_value(e.values, "复录", Value::Kind::boolean));
  ANJUAN_TRY(const draw::FrozenList list, draw::parse_list(record->list, record->id));
  const std::string lots = as_lots(list.digest, rows.list());
  const std::vector<DrawnByHand> drawn = drawn_in(lots);
  if (Diagnostics wrong = LotsComparison(list, drawn).run(); has_error(wrong)) return wrong;
  const std::string label = "现场抽取结果";
  if (!second.boolean()) {
    ANJUAN_DO(take_entry(work, *record, lots_key, label, lots));
    return note_step(work, *record, "enter");
  }
  if (const auto photos = e.values.find("有照片"); photos != e.values.end() && !(photos->second.is(Value::Kind::boolean) && photos->second.boolean())) {
    return diagnose(lots_without_photos, Place{});
  }
  ANJUAN_DO(confirm_entry(work, *record, lots_key, label, lots));
  record->lots = record->result = lots;
  record->opened_on = work.act.on;
  ANJUAN_TRY(const PeopleRead read, read_people(work));
  const DrawPeople& people = *read;
  record->facts = draw_fact(*record, round.id, people, {}, record->facts.record());
  ANJUAN_DO(end_draw(work, *record, digest(list.hash, lots)));
  return note_step(work, *record, "record");
}

}  // namespace anjuan::handling
