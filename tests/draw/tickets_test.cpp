// Tickets made side by side are those that the library makes one by one.

#include "draw/support.h"
#include "draw/ticket_order.h"
#include "draw/tickets.h"

namespace anjuan::draw {
namespace {

/// Whole batches and broken ones; ids of one letter up to the longest, which need a second block.
std::vector<std::string> some_ids(std::mt19937& random) {
  std::vector<std::string> ids(random() % 50);
  for (std::string& id : ids) {
    for (std::size_t size = 1 + random() % 64; id.size() < size;) id += "0123456789abcdefXYZ._-"[random() % 22];
  }
  return ids;
}

TEST(TicketMaker, AgreesWithTheLibraryInEveryLaneAndLength) {
  std::mt19937 random(20260910);
  for (const DigestKind kind : {DigestKind::sha256, DigestKind::sm3}) {
    for (int round = 0; round < 200; ++round) {
      const std::string key = digest(kind, std::to_string(random()));
      const std::vector<std::string> ids = some_ids(random);
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

TEST(TicketPool, AgreesWithTheLibraryUnderEachKey) {
  std::mt19937 random(20260911);
  for (const DigestKind kind : {DigestKind::sha256, DigestKind::sm3}) {
    for (int round = 0; round < 50; ++round) {
      const std::vector<std::string> ids = some_ids(random);
      const TicketPool pool(kind, {ids.begin(), ids.end()});
      for (int keys = 0; keys < 4; ++keys) {
        const std::string key = digest(kind, std::to_string(random()));
        const TicketPool::Tickets tickets = pool.under(key);
        for (std::size_t i = 0; i < ids.size(); ++i) {
          const std::string one_by_one = digest(kind, key + "|" + ids[i] + "|1");
          ASSERT_EQ(ticket_at(tickets, i).text(), one_by_one) << ids[i];
          ASSERT_EQ(head_at(tickets, i), ticket_at(tickets, i).words[0] >> 32);
        }
      }
    }
  }
}

// Thousands are put in order a few at a time: nobody is lost, nobody stands twice.
TEST(TicketOrder, IsThatOfAllTicketsSorted) {
  for (const std::size_t size : {std::size_t{1}, std::size_t{31}, std::size_t{33}, std::size_t{3000}}) {
    std::vector<int> pool;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < size; ++i) {
      pool.push_back(static_cast<int>(2 * i));
      ids.push_back("CY" + std::to_string(i));
    }
    const std::string key = sha256(std::to_string(size));
    std::vector<std::pair<std::string, int>> expected;
    for (std::size_t i = 0; i < size; ++i) expected.emplace_back(sha256(key + "|" + ids[i] + "|1"), pool[i]);
    std::sort(expected.begin(), expected.end());
    TicketOrder order(pool, TicketPool(DigestKind::sha256, {ids.begin(), ids.end()}).under(key));
    ASSERT_EQ(order.size(), size);
    for (std::size_t i = 0; i < size; ++i) {
      ASSERT_EQ(order[i].ticket.text(), expected[i].first);
      ASSERT_EQ(order[i].inspector, expected[i].second);
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
