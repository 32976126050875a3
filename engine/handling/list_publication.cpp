#include "handling/list_publication.h"

#include <algorithm>

#include "base/text.h"
#include "handling/handle.h"
#include "handling/library.h"
#include "handling/messages.h"
#include "handling/register_versions.h"

namespace anjuan::handling {
namespace {

using publication::ChannelReceipt;
using registers::RegisterKind;

std::string key_of_list(RegisterKind kind, std::int64_t version) {
  return "published:" + std::string(registers::name_of(kind)) + ":" + std::to_string(version);
}

std::vector<ChannelReceipt> receipts_in(const Value& kept) {
  std::vector<ChannelReceipt> out;
  for (const Value& one : kept.is(Value::Kind::list) ? kept.list() : List{}) {
    out.push_back({one.field("channel").text_or_empty(), one.field("address").text_or_empty(), one.field("time").text_or_empty(), one.field("screenshot").text_or_empty()});
  }
  return out;
}

List kept_of(const std::vector<ChannelReceipt>& receipts) {
  List out;
  for (const ChannelReceipt& r : receipts) out.push_back(Fields{{"channel", r.channel}, {"address", r.address}, {"time", r.time}, {"screenshot", r.screenshot_digest}});
  return out;
}

/// The latest version on record before 0 is asked for.
Result<cases::RegisterRow> listed_version(cases::Reading& reading, const registers::Mapping& mapping, RegisterKind kind, std::int64_t version) {
  const registers::RegisterColumns* columns = mapping.columns_of(kind);
  const std::string label = name_in_words(mapping, kind);
  if (!columns || columns->public_template.empty()) return diagnose(no_public_list, Place{}, label);
  if (!mapping.publication) return diagnose(no_channels, Place{});
  ANJUAN_TRY(const auto versions, reading.list_registers());
  const cases::RegisterRow* found = nullptr;
  for (const cases::RegisterRow& row : versions) {
    if (row.name != registers::name_of(kind) || (version != 0 && row.version != version)) continue;
    if (!found || row.version > found->version) found = &row;
  }
  if (!found) return diagnose(no_register, Place{}, version == 0 ? label : label + "（第" + std::to_string(version) + "版）");
  return *found;
}

ListStanding standing_of(const registers::Mapping& mapping, RegisterKind kind, std::int64_t version, const Value& kept) {
  ListStanding out{name_in_words(mapping, kind), version, receipts_in(kept), {}};
  for (const std::string& channel : mapping.publication->channels) {
    const bool there = std::any_of(out.receipts.begin(), out.receipts.end(), [&](const ChannelReceipt& r) { return r.channel == channel; });
    if (!there) out.missing.push_back(channel);
  }
  return out;
}

std::optional<Day> day_in(const std::string& time) {
  if (const auto moment = parse_moment(time)) return day_of(*moment);
  return parse_loose_day(time);
}

/// What the office asks of a receipt beyond its own form.
Diagnostics check_against(const ListStanding& standing, const ChannelReceipt& receipt, const registers::Publication& rules, Day made, Day on) {
  Diagnostics found;
  const auto refuse = [&](Diagnostic d) { found.push_back(rules.basis ? with_basis(std::move(d), *rules.basis) : std::move(d)); };
  if (std::find(rules.channels.begin(), rules.channels.end(), receipt.channel) == rules.channels.end()) {
    refuse(diagnose(unknown_channel, Place{}, receipt.channel, join(rules.channels, "、")));
    return found;
  }
  if (std::find(standing.missing.begin(), standing.missing.end(), receipt.channel) == standing.missing.end()) {
    refuse(diagnose(channel_recorded, Place{}, standing.label, std::to_string(standing.version), receipt.channel));
  }
  append(found, publication::check_receipt(receipt, ""));
  const auto day = day_in(receipt.time);
  if (day && (*day < made || *day > on)) refuse(diagnose(published_out_of_time, Place{}, official(*day), official(made), official(on)));
  return found;
}

}  // namespace

Result<ListReceived> record_list_receipt(Office& office, const ListReceipt& receipt, const Act& act) {
  const registers::Mapping& mapping = *office.library.registers;
  ListStanding standing;
  const Fields details{{"register", registers::name_of(receipt.kind)}, {"version", receipt.version}, {"channel", receipt.channel},
                       {"address", receipt.address}, {"time", receipt.time}, {"screenshot_file", receipt.file},
                       {"screenshot", receipt.screenshot.empty() ? "" : sha256(receipt.screenshot)}};
  ANJUAN_TRY(Receipt done, record_act(office, "list-receipt", CaseId(), act, details, [&](Work& work) -> Outcome {
    ANJUAN_TRY(const cases::RegisterRow row, listed_version(work.tx, mapping, receipt.kind, receipt.version));
    const std::string key = key_of_list(receipt.kind, row.version);
    ANJUAN_TRY(const Value kept, work.tx.setting(key));
    standing = standing_of(mapping, receipt.kind, row.version, kept);
    const ChannelReceipt given{receipt.channel, receipt.address, receipt.time, receipt.screenshot.empty() ? "" : sha256(receipt.screenshot)};
    if (Diagnostics wrong = check_against(standing, given, *mapping.publication, row.on, work.act.on); has_error(wrong)) return wrong;
    ANJUAN_TRY([[maybe_unused]] const std::string stored, keep_file(work, receipt.screenshot));
    standing.receipts.push_back(given);
    std::erase(standing.missing, given.channel);
    work.effects.push_back(Fields{{"published", row.name}, {"version", row.version}, {"channel", given.channel}});
    return work.tx.set(key, Value(kept_of(standing.receipts)));
  }));
  return ListReceived{std::move(standing), std::move(done)};
}

Result<std::optional<ListStanding>> list_standing(cases::Reading& reading, const registers::Mapping& mapping, RegisterKind kind, std::int64_t version) {
  const registers::RegisterColumns* columns = mapping.columns_of(kind);
  if (!columns || columns->public_template.empty() || !mapping.publication) return std::optional<ListStanding>();
  ANJUAN_TRY(const Value kept, reading.setting(key_of_list(kind, version)));
  return std::optional(standing_of(mapping, kind, version, kept));
}

Result<std::vector<DueRow>> lists_to_publish(cases::Reading& reading, const registers::Mapping& mapping, const calendar::WorkingCalendar& calendar, Day on) {
  std::vector<DueRow> out;
  if (!mapping.publication) return out;
  const registers::Publication& rules = *mapping.publication;
  ANJUAN_TRY(const auto versions, reading.list_registers());
  for (const registers::RegisterColumns& columns : mapping.registers) {
    if (columns.public_template.empty()) continue;
    const cases::RegisterRow* latest = nullptr;
    for (const cases::RegisterRow& row : versions) {
      if (row.name == registers::name_of(columns.kind) && row.on <= on && (!latest || row.version > latest->version)) latest = &row;
    }
    if (!latest) continue;
    ANJUAN_TRY(const auto standing, list_standing(reading, mapping, columns.kind, latest->version));
    if (!standing || standing->missing.empty()) continue;
    const calendar::Deadline deadline = calendar.deadline(latest->on, {rules.within, calendar::Unit::working_days, {}});
    const std::int64_t left = calendar.days_left(on, deadline.due);
    if (left > rules.warn_before) continue;
    const std::string basis = rules.basis ? rules.basis->instrument + rules.basis->article : "";
    out.push_back({CaseId(latest->name), columns.label, "公开第" + std::to_string(latest->version) + "版（" + join(standing->missing, "、") + "）", "", basis,
                   latest->on, deadline.due, deadline.provisional, left, deadline.due < on});
  }
  return out;
}

}  // namespace anjuan::handling
