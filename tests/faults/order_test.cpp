// The order of every durable write is the one that engine/store/README.md gives.

#include "faults/runs.h"

namespace anjuan::faults {
namespace {

/// Digests and random letters are left out, and calls repeated on one file are one.
std::string order_of(const std::string& trace) {
  std::string out, last;
  for (const std::string& line : split(trace, '\n')) {
    const auto space = line.find(' ');
    if (space == std::string::npos) continue;
    std::vector<std::string> parts = split(line.substr(space + 1), '/');
    for (std::string& part : parts) {
      const bool digest = part.size() > 1 && part.find_first_not_of("0123456789abcdef") == std::string::npos;
      if (digest) part = part.size() == 2 ? "ab" : "…";
    }
    const std::string plain = line.substr(0, space) + " " + join(parts, "/");
    if (plain != last) out += "    " + plain + "\n";
    last = plain;
  }
  return out;
}

TEST(OrderOfWrites, IsTheOneWrittenDown) {
  const std::string desk = (Offices::all().root() / "order").string(), office = desk + "/office";
  copy_office(Offices::all().folder(kind_named("scan")), office);
  std::vector<std::string> words = Offices::all().words(kind_named("scan"), desk);
  words.insert(words.end(), {"--office", office});
  const Ended ended = Running(words, {.office = office, .now = january, .trace = desk + "/trace"}, desk).wait();
  ASSERT_EQ(ended.status, 0) << ended.err;
  const std::string order = order_of(support::read_bytes(desk + "/trace"));
  const fs::path readme = support::source_folder / "engine" / "store" / "README.md";
  EXPECT_NE(support::read_bytes(readme).find("\n" + order + "\n"), std::string::npos) << "Signing with a scan writes in this order:\n" << order;
  fs::remove_all(desk);
}

}  // namespace
}  // namespace anjuan::faults
