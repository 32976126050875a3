#include "handling/edition.h"

#include <set>

#include "base/digest.h"
#include "handling/messages.h"
#include "handling/office.h"
#include "procedure/procedure.h"

namespace anjuan::handling {
namespace {

constexpr const char* current_key = "definitions";
constexpr const char* editions_key = "editions";

std::vector<AdoptedFile> adopted_from(const Value& list) {
  std::vector<AdoptedFile> out;
  if (!list.is(Value::Kind::list)) return out;
  for (const Value& row : list.list()) out.push_back({row.field("path").text_or_empty(), row.field("digest").text_or_empty()});
  return out;
}

int number_in(const Value& row, std::string_view name) {
  const Value& n = row.field(name);
  return n.is(Value::Kind::integer) ? static_cast<int>(n.integer()) : 0;
}

/// Stores the files; the list of their paths and digests.
Result<Value> keep(cases::Transaction& tx, const std::vector<SourceFile>& files) {
  List list;
  for (const SourceFile& file : files) {
    ANJUAN_TRY(const std::string digest, tx.put_file(file.bytes));
    list.push_back(Fields{{"path", file.path}, {"digest", digest}});
  }
  return Value(std::move(list));
}

/// What a case stays with, by digest.
std::multiset<std::string> what_stays(const std::vector<SourceFile>& files) {
  std::multiset<std::string> digests;
  for (const SourceFile& file : files) {
    if (stays_with_cases(file)) digests.insert(sha256(file.bytes));
  }
  return digests;
}

Result<Library> load_current(cases::Reading& reading, const std::vector<AdoptedFile>& adopted) {
  ANJUAN_TRY(const auto files, files_of(reading, adopted));
  LibraryResult loaded = load_adopted(files);
  if (has_error(loaded.found)) return std::move(loaded.found);
  return std::move(loaded.library);
}

/// Makes `list` the current definitions under the number; 0: no editions are kept.
Outcome make_current(cases::Transaction& tx, const Value& list, int number, const std::string& recorded) {
  ANJUAN_DO(tx.set(current_key, list));
  if (number == 0) return Done{};
  ANJUAN_TRY(const Value kept, tx.setting(editions_key));
  List all = kept.is(Value::Kind::list) ? kept.list() : List();
  if (!all.empty() && number_in(all.back(), "edition") == number) return Done{};
  all.push_back(Fields{{"edition", number}, {"recorded", recorded}, {"definitions", list}});
  return tx.set(editions_key, Value(std::move(all)));
}

}  // namespace

Result<std::vector<Edition>> editions(cases::Reading& reading) {
  ANJUAN_TRY(const Value kept, reading.setting(editions_key));
  std::vector<Edition> out;
  if (!kept.is(Value::Kind::list)) return out;
  for (const Value& row : kept.list()) {
    out.push_back({number_in(row, "edition"), row.field("recorded").text_or_empty(), adopted_from(row.field("definitions"))});
  }
  return out;
}

Result<std::vector<SourceFile>> files_of(cases::Reading& reading, const std::vector<AdoptedFile>& adopted) {
  std::vector<SourceFile> out;
  for (const AdoptedFile& file : adopted) {
    ANJUAN_TRY(std::string bytes, reading.read_file(file.digest));
    out.push_back({file.path, std::move(bytes)});
  }
  return out;
}

Result<Adopted> adopt(cases::Transaction& tx, const std::vector<SourceFile>& files, const std::string& recorded) {
  ANJUAN_TRY(const Value list, keep(tx, files));
  ANJUAN_TRY(const auto known, editions(tx));
  int number = 1;
  if (!known.empty()) {
    ANJUAN_TRY(const auto last, files_of(tx, known.back().files));
    number = known.back().number + (what_stays(last) == what_stays(files) ? 0 : 1);
  }
  ANJUAN_DO(make_current(tx, list, number, recorded));
  return Adopted{number, {{"definitions", list}, {"edition", number}}};
}

Result<Adopted> adopt_again(cases::Transaction& tx, const std::vector<SourceFile>& files, const Value& entry) {
  ANJUAN_TRY(const Value list, keep(tx, files));
  const int number = number_in(entry, "edition");
  ANJUAN_DO(make_current(tx, list, number, entry.field("recorded").text_or_empty()));
  return Adopted{number, {}};
}

Result<std::vector<SourceFile>> current_files(cases::Reading& reading) {
  ANJUAN_TRY(const Value current, reading.setting(current_key));
  return files_of(reading, adopted_from(current));
}

Result<Library> current_library(cases::Reading& reading) {
  ANJUAN_TRY(const Value current, reading.setting(current_key));
  ANJUAN_TRY(Library library, load_current(reading, adopted_from(current)));
  ANJUAN_TRY(const auto known, editions(reading));
  if (!known.empty()) library.edition = known.back().number;
  return library;
}

Result<const Library*> Shelf::library(cases::Reading& reading, int edition) {
  if (const auto found = loaded_.find(edition); found != loaded_.end()) return found->second.get();
  ANJUAN_TRY(const auto known, editions(reading));
  for (const Edition& one : known) {
    if (one.number != edition) continue;
    ANJUAN_TRY(Library library, load_current(reading, one.files));
    library.edition = edition;
    return loaded_.emplace(edition, std::make_unique<const Library>(std::move(library))).first->second.get();
  }
  return diagnose(unknown_edition, Place{}, std::to_string(edition));
}

Result<const Library*> library_of(const Office& office, cases::Reading& reading, const cases::Case& c) {
  if (c.edition == 0 || c.edition == office.library.edition) return &office.library;
  ANJUAN_CHECK(office.shelf != nullptr);
  return office.shelf->library(reading, c.edition);
}

Result<procedure::DefinitionPtr> definition_of(const Office& office, cases::Reading& reading, const cases::Case& c) {
  const std::string& digest = c.standing.definition_digest;
  const auto in = [&](const Library& library) -> procedure::DefinitionPtr {
    const auto found = library.procedures.find(c.definition);
    return found != library.procedures.end() && (digest.empty() || found->second.digest == digest) ? found->second.content : nullptr;
  };
  if (procedure::DefinitionPtr current = in(office.library)) return current;
  ANJUAN_TRY(const Library* const own, library_of(office, reading, c));
  if (procedure::DefinitionPtr mine = in(*own)) return mine;
  ANJUAN_TRY(const std::string bytes, reading.read_file(digest));
  return procedure::load(bytes, c.definition);
}

}  // namespace anjuan::handling
