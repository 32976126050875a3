#include "stories/player.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "cases/case_value.h"
#include "forms/fill_sheet.h"
#include "handling/handle.h"
#include "handling/list_publication.h"
#include "handling/messages.h"
#include "handling/register_versions.h"
#include "sheets/sheets.h"
#include "stories/messages.h"

namespace anjuan::stories {
namespace {

using handling::Act, handling::Receipt;

/// Answers as a script writes them: 项目.列 = 内容, 其余.列 = 内容, 栏目 = 内容.
forms::Answers answers_of(const ScriptAct& act) {
  forms::Answers answers;
  for (const auto& [key, value] : act.values) {
    const auto dot = key.find('.');
    if (dot == std::string::npos)
      answers.fields[key] = value;
    else if (key.substr(0, dot) == "其余")
      answers.others[key.substr(dot + 1)] = value;
    else
      answers.items[key.substr(0, dot)][key.substr(dot + 1)] = value;
  }
  return answers;
}

}  // namespace

std::string folder_of(const std::string& file) {
  const auto slash = file.find_last_of('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : file.substr(0, slash);
}

std::string path_from(const std::string& base, const std::string& relative) {
  if (relative.starts_with("/") || base.empty() || base == ".") return relative;
  std::vector<std::string> parts = split(base, '/');
  for (const std::string& part : split(relative, '/')) {
    const bool up = part == ".." && !parts.empty() && !parts.back().empty() && parts.back() != "..";
    if (up)
      parts.pop_back();
    else if (part != ".")
      parts.push_back(part);
  }
  return parts.empty() ? "." : join(parts, "/");
}

Moment morning_of(Day day) { return {day.time_since_epoch().count() * 86400 + 3600}; }

Moment next_moment(Desk& desk, Day stated) {
  desk.last = Moment{std::max(desk.last.seconds + 60, morning_of(stated).seconds)};
  return desk.last;
}

Act Player::request_of(const ScriptAct& act) {
  Act out;
  out.on = act.on;
  out.signatory = act.part("由").empty() ? desk_.recorder : act.part("由");
  out.recorder = desk_.recorder;
  out.recorded = next_moment(desk_, act.on);
  return out;
}

Result<Performed> Player::perform(const ScriptAct& act) {
  filled_.reset();
  if (act.verb == "记录人") return desk_.recorder = act.word(0), Performed{};
  if (act.verb == "密封") return desk_.secret = act.word(0), Performed{};
  if (act.verb == "说") return Performed{};
  if (act.verb == "导入") return import(act, request_of(act));
  if (act.verb == "试迁移" || act.verb == "迁移") return migrate(act);
  if (act.verb == "公开") return receive_list(act, request_of(act));
  ANJUAN_TRY(Receipt receipt, record(act));
  return Performed{std::move(receipt), std::nullopt};
}

Result<Performed> Player::import(const ScriptAct& act, const Act& request) {
  handling::RegisterFile file{path_from(base_, act.word(1)), "", act.part("理由"),
                              act.part("略去错行") == "是"};
  if (!read_(file.path, file.bytes)) return diagnose(handling::material_unreadable, Place{}, file.path);
  ANJUAN_TRY(auto imported, handling::import_register(office_, act.word(0), file, request));
  return Performed{{}, std::move(imported)};
}

Result<handling::MigrationMap> migration_map_of(const ScriptAct& act) {
  handling::MigrationMap map;
  for (const auto& [key, value] : act.values) {
    const std::vector<std::string> words = split(collapse_space(key), ' ');
    const std::string pair = words.back() + "=" + value;
    if (words.front() == "结束期限" && words.size() == 1) {
      map.any.limits[value] = "";
    } else if (words.front() == "对照" && words.size() == 2) {
      ANJUAN_DO(handling::add_state(map, pair));
    } else if (words.front() == "填上" && words.size() == 2) {
      ANJUAN_DO(handling::add_value(map, pair));
    } else {
      return diagnose(migration_line_unclear, Place{}, key + " = " + value);
    }
  }
  return map;
}

Result<std::vector<handling::CasePlan>> Player::plan_migration(const ScriptAct& act) {
  ANJUAN_TRY(const handling::MigrationMap map, migration_map_of(act));
  std::vector<CaseId> only;
  for (const std::string& word : act.words) {
    if (word != "全部") only.emplace_back(word);
  }
  ANJUAN_TRY(const auto reading, office_.store.read());
  return handling::plan_migration(office_, *reading, {office_.library, map, only, act.on});
}

/// All of the cases named, or none: the reasons of the first that cannot move.
Result<Performed> Player::migrate(const ScriptAct& act) {
  Performed done;
  ANJUAN_TRY(done.plans, plan_migration(act));
  if (done.plans.empty()) return diagnose(handling::migrate_current, Place{}, enumerated(act.words));
  for (const handling::CasePlan& plan : done.plans) {
    if (!plan.migration) return plan.reasons;
  }
  if (act.verb == "试迁移") return done;
  for (const handling::CasePlan& plan : done.plans) {
    ANJUAN_TRY(done.receipt, handling::migrate_case(office_, plan.id, {plan.map, act.part("理由")}, request_of(act)));
  }
  return done;
}

Result<Performed> Player::receive_list(const ScriptAct& act, const Act& request) {
  ANJUAN_TRY(const auto kind, handling::register_kind(*office_.library.registers, act.word(0)));
  handling::ListReceipt receipt{kind, 0, act.part("渠道"), act.part("网址"), act.part("时间"), "", act.part("截图")};
  const std::string path = path_from(base_, receipt.file);
  if (!read_(path, receipt.screenshot)) return diagnose(handling::material_unreadable, Place{}, path);
  ANJUAN_TRY(handling::ListReceived received, handling::record_list_receipt(office_, receipt, request));
  return Performed{std::move(received.receipt), std::nullopt};
}

Result<Receipt> Player::record(const ScriptAct& act) {
  const CaseId id(act.word(0));
  const std::string what = act.word(1);
  Act request = request_of(act);
  if (act.verb == "任务") return handling::open_round(office_, id, act.part("流程"), request);
  if (act.verb == "办") return event(act, id, what, request);
  if (act.verb == "读") return read_sheet(act, id, request);
  if (act.verb == "签") return sign(act, id, what, request);
  if (act.verb == "作废") return handling::annul_paper(office_, id, what, act.part("理由"), request);
  if (act.verb == "届满") return handling::raise_due(office_, request);
  if (act.verb == "撤销迁移") return handling::undo_migration(office_, id, act.part("理由"), request);
  if (act.verb == "送") return serve(act, id, what, request);
  return diagnose(unknown_act, Place{}, act.verb);
}

Result<Receipt> Player::event(const ScriptAct& act, const CaseId& id, const std::string& name, Act& request) {
  request.event = name;
  request.secret = std::exchange(desk_.secret, "");
  const ReadFile read = [this](const std::string& path, std::string& bytes) {
    return read_(path_from(base_, path), bytes);
  };
  ANJUAN_TRY(request.values, handling::typed_values(office_, id, name, act.values, read));
  return handling::handle(office_, id, request);
}

Result<Receipt> Player::read_sheet(const ScriptAct& act, const CaseId& id, const Act& request) {
  ANJUAN_TRY(handling::BlankSheet blank, handling::blank_sheet(office_, id));
  const auto unknown = forms::fill_sheet(*blank.form, blank.book, answers_of(act));
  if (!unknown.empty()) return diagnose(cell_unknown, Place{}, unknown.front());
  blank.book.created_seconds = request.recorded.seconds;
  ANJUAN_TRY(std::string bytes, sheets::write_xlsx(blank.book, office_.scratch_folder));
  filled_ = FilledSheet{id, blank.serial + (act.refused ? "-填错.xlsx" : "-填好.xlsx"), std::move(bytes)};
  return handling::read_back(office_, id, filled_->bytes, filled_->name, request);
}

Result<Receipt> Player::sign(const ScriptAct& act, const CaseId& id, const std::string& what,
                             const Act& request) {
  const std::string scan_file = act.part("扫描");
  std::string scan;
  if (!scan_file.empty() && !read_(path_from(base_, scan_file), scan))
    return diagnose(handling::material_unreadable, Place{}, scan_file);
  if (what == "全部") return sign_all(act, id, request.signatory);
  return handling::sign_paper(office_, id, what, {request.signatory, scan, scan_file}, request);
}

/// All papers of the case that still wait for a signature.
Result<Receipt> Player::sign_all(const ScriptAct& act, const CaseId& id, const std::string& signatory) {
  ANJUAN_TRY(const auto reading, office_.store.read());
  ANJUAN_TRY(const cases::CaseRow row, reading->load_case(id));
  Receipt last;
  for (const cases::Paper& paper : cases::case_from(row.body).papers) {
    if (!paper.sign || paper.signed_on || paper.state != cases::Paper::State::issued) continue;
    ANJUAN_TRY(last, handling::sign_paper(office_, id, paper.id, {signatory, "", ""}, request_of(act)));
  }
  return last;
}

Result<Receipt> Player::serve(const ScriptAct& act, const CaseId& id, const std::string& what,
                              const Act& request) {
  handling::Service service;
  service.way = act.part("方式");
  service.place = act.part("地点");
  service.received_by = act.part("收件人");
  service.relation = act.part("关系");
  service.servers = act.part("送达人");
  service.refusal = act.part("事由");
  service.witness = act.part("见证人");
  return handling::serve_paper(office_, id, what, service, request);
}

}  // namespace anjuan::stories
