#pragma once
// 名录公开: that a version of a public list (事项清单, 名录库, 年度计划) stands on each channel, with its receipt. A
// list is 已公开 when every channel has one.

#include <string>
#include <vector>

#include "handling/act.h"
#include "handling/due.h"
#include "handling/office.h"
#include "publication/receipts.h"
#include "registers/mapping.h"

namespace anjuan::handling {

struct ListReceipt {
  registers::RegisterKind kind;
  std::int64_t version = 0;  ///< 0: the latest
  std::string channel, address, time;
  std::string screenshot;    ///< bytes of the picture
  std::string file;          ///< its name, for the journal
};

/// Where a version of a list stands.
struct ListStanding {
  std::string label;         ///< of the list
  std::int64_t version = 0;
  std::vector<publication::ChannelReceipt> receipts;
  std::vector<std::string> missing;  ///< channels without a receipt; empty: 已公开
};

struct ListReceived {
  ListStanding standing;
  Receipt receipt;
};

/// 登记公开: a recorded act. Refused: a register that is no public list; no such version; another channel, or one
/// that has its receipt; an address, time or picture that is none; a time before the version was made, or after the act.
Result<ListReceived> record_list_receipt(Office&, const ListReceipt&, const Act&);

/// The receipts of a version; nothing for a register that is no public list.
Result<std::optional<ListStanding>> list_standing(cases::Reading&, const registers::Mapping&, registers::RegisterKind, std::int64_t version);

/// The latest versions that are not on every channel when their time is nearly up, or past.
Result<std::vector<DueRow>> lists_to_publish(cases::Reading&, const registers::Mapping&, const calendar::WorkingCalendar&, Day on);

}  // namespace anjuan::handling
