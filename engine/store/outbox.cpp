// Reading and marking the outbox.

#include "store/outbox.h"

#include "json/json.h"
#include "store/disk.h"
#include "store/messages.h"
#include "store/office_folder.h"
#include "store/rows.h"
#include "store/schema.h"

namespace anjuan::store {
namespace {

OfficeFolder office_of(const std::string& folder) {
  return {Layout::of(folder), DigestKind::sha256, std::chrono::seconds(30)};
}

Outcome check_office(const OfficeFolder& office, const std::string& folder) {
  if (disk::exists(office.layout.database())) return Done{};
  return diagnose(messages::not_an_office, Place{}, folder);
}

}  // namespace

Result<std::vector<WaitingMessage>> waiting_messages(const std::string& folder) {
  const OfficeFolder office = office_of(folder);
  ANJUAN_DO(check_office(office, folder));
  ANJUAN_TRY(Database database, office.connect(Database::Use::reading));
  return office.ask(database, [&](const Database& db) -> Result<std::vector<WaitingMessage>> {
    ANJUAN_TRY([[maybe_unused]] const Schema schema, check_schema(db, folder));
    std::vector<WaitingMessage> messages;
    Query query(db, "SELECT key, message FROM outbox WHERE sent = 0 ORDER BY key");
    for (;;) {
      ANJUAN_TRY(const bool more, query.next());
      if (!more) return messages;
      ANJUAN_TRY(Value message, json::read(query.text(1), place_within(query.text(0))));
      messages.push_back({query.text(0), std::move(message)});
    }
  });
}

Outcome mark_sent(const std::string& folder, const std::string& key) {
  const OfficeFolder office = office_of(folder);
  ANJUAN_DO(check_office(office, folder));
  ANJUAN_TRY([[maybe_unused]] const WriteLock lock, WriteLock::wait(office.layout.lock(), office.patience));
  ANJUAN_TRY(Database database, office.connect(Database::Use::writing));
  ANJUAN_DO(database.run("BEGIN IMMEDIATE"));
  ANJUAN_TRY(const Schema schema, check_schema(database, folder));
  {
    Query kept(database, "SELECT message FROM outbox WHERE key = ?1", key);
    ANJUAN_TRY(const bool found, kept.next());
    if (!found) return diagnose(messages::message_unknown, place_within(key), key);
    Query query(database, "UPDATE outbox SET sent = 1, seal = ?2 WHERE key = ?1", key, seal_of_message(schema.kind, key, kept.text(0), true));
    ANJUAN_DO(query.run());
  }
  return database.run("COMMIT");
}

}  // namespace anjuan::store
