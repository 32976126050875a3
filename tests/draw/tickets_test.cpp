// Tickets made side by side are those that the library makes one by one.

#include "draw/support.h"
#include "draw/tickets.h"

namespace anjuan::draw {
namespace {

TEST(TicketMaker, AgreesWithTheLibraryInEveryLaneAndLength) {
  std::mt19937 random(20260910);
  for (const DigestKind kind : {DigestKind::sha256, DigestKind::sm3}) {
    for (int round = 0; round < 200; ++round) {
      const std::string key = digest(kind, std::to_string(random()));
      // Whole batches and broken ones; ids of one letter up to the longest, which need a second block.
      std::vector<std::string> ids(random() % 50);
      for (std::string& id : ids) {
        for (std::size_t size = 1 + random() % 64; id.size() < size;) id += "0123456789abcdefXYZ._-"[random() % 22];
      }
      TicketMaker maker(kind, key);
      std::vector<Ticket> tickets(ids.size());
      std::vector<int> generations;
      for (std::size_t i = 0; i < ids.size(); ++i) {
        generations.push_back(1 + static_cast<int>(random() % 1000));
        maker.ask(ids[i], generations[i], tickets[i]);
      }
      maker.finish();
      for (std::size_t i = 0; i < ids.size(); ++i) {
        ASSERT_EQ(tickets[i].text(), digest(kind, key + "|" + ids[i] + "|" + std::to_string(generations[i]))) << ids[i];
      }
    }
  }
}

TEST(Ticket, ComparesAsItsText) {
  std::vector<Ticket> tickets(64);
  TicketMaker maker(DigestKind::sha256, sha256("key"));
  for (std::size_t i = 0; i < tickets.size(); ++i) maker.ask("o", static_cast<int>(i), tickets[i]);
  maker.finish();
  for (const Ticket& a : tickets) {
    for (const Ticket& b : tickets) EXPECT_EQ(a < b, a.text() < b.text());
  }
}

}  // namespace
}  // namespace anjuan::draw
