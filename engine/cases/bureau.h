#pragma once
// The office as its own file describes it (bureau.xml): what it is called, who works there in which
// posts and when, how its documents are numbered. Another bureau is another file.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "base/value.h"
#include "xml/outline.h"

namespace anjuan::cases {

/// 职务 with the days it is held. `acting`: held for somebody else (代理、指定办理).
struct Post {
  std::string name;
  std::string unit;            ///< the 股室 it is for; "" the whole office
  std::optional<Day> from, until;
  bool acting = false;
};

struct Person {
  PersonId id;
  std::string name, title, unit;
  std::string os_user;         ///< operating-system user who records as this person; "" none
  std::vector<Post> posts;
};

/// 文号: a number book and how its numbers are printed, e.g. "{代字}检通〔{年}〕{号}号".
struct NumberCode {
  std::string code, label, pattern;
};

/// 文书通用约定: templates and marks that belong to the office and to no procedure.
struct PaperHabits {
  std::string draft_mark;            ///< watermark of a draft, e.g. 送审稿
  std::string receipt_template, receipt_slot;   ///< 送达回证
  std::string cover_template, contents_template, closing_template, ledger_template;
  std::string draw_code;             ///< number book of the draws
  std::string dossier_code;          ///< number book of dossiers
};

/// 印章: a seal that the office has registered, and who may use it when. Files count from the office's folder.
struct RegisteredSeal {
  std::string name, organ;     ///< what it is called here; whose it is, as papers name the organ
  bool sample = false;         ///< drawn, and marked as no real seal: exercises only
  std::string picture, picture_digest;   ///< PNG, and its SHA-256 where the file is held to it
  std::string certificate, fingerprint;  ///< PKCS#12, and the SHA-256 of the certificate in it
  int width = 42'000;          ///< µm
  std::string keeper, approver;  ///< posts: who sets it, who decides that it is set ("": anybody known)
  std::optional<Day> from, until;
};

struct Bureau {
  Fields facts;                ///< 机关: 名称, 代字, …
  bool exercise = false;       ///< one user may play all parts; every document is marked
  std::string exercise_mark;   ///< the mark, e.g. 示例
  std::optional<std::int64_t> grace_days;  ///< an act recorded later after its stated date needs a reason; none: never
  std::vector<Person> people;
  std::vector<NumberCode> codes;
  PaperHabits papers;
  std::vector<RegisteredSeal> seals;
  std::string timestamp_server;  ///< RFC 3161, "" none
  std::vector<std::string> migration_posts;   ///< whose holders may decide a migration; none: any person of the office
};

const xml::Outline& bureau_outline();
Result<Bureau> load_bureau(std::string_view xml, const std::string& file);

/// By id, or by name where it is unique.
Result<Person> find_person(const Bureau&, std::string_view id_or_name);
const NumberCode* find_code(const Bureau&, std::string_view code);
const RegisteredSeal* find_seal(const Bureau&, std::string_view name);
/// Whether the person holds a post of that name on that day, for that unit (posts of the whole office
/// count for each unit).
bool holds_post(const Person&, std::string_view post, std::string_view unit, Day);
std::vector<Person> holders(const Bureau&, std::string_view post, std::string_view unit, Day);
/// {编号, 姓名, 职务, 单位}
Value to_value(const Person&);
/// The same of the person with that id or name; who is not on the list keeps the name that was given.
Value to_value(const Bureau&, std::string_view id_or_name);

}  // namespace anjuan::cases
