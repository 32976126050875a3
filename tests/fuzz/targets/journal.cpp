#include "base/text.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "journal/journal.h"
#include "journal/named.h"
#include "json/json.h"
#include "json/pass_over.h"

namespace anjuan::fuzz {

void read_journal(std::string_view bytes) {
  const auto entries = journal::read(bytes, "fuzz.txt");
  if (answered(entries, bytes)) {
    ANJUAN_CHECK(journal::write(*entries) == bytes);
    print_all(journal::verify(DigestKind::sha256, *entries), bytes);
  }
  answered(journal::read_noted_heads(bytes, "fuzz.txt"), bytes);
  if (json::pass_over(bytes, [](std::string_view, std::string_view) { return true; })) {
    const auto act = json::read(bytes, Place{});
    ANJUAN_CHECK(act.ok() && json::write(*act) == bytes);
  }
  for (const std::string_view file : journal::named_in(bytes).files) ANJUAN_CHECK(is_hex_digest(file));
}

}  // namespace anjuan::fuzz
