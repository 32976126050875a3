#include "base/text.h"
#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "journal/journal.h"
#include "journal/named.h"

namespace anjuan::fuzz {

void read_journal(std::string_view bytes) {
  const auto entries = journal::read(bytes, "fuzz.txt");
  if (answered(entries, bytes)) {
    ANJUAN_CHECK(journal::write(*entries) == bytes);
    print_all(journal::verify(DigestKind::sha256, *entries), bytes);
  }
  answered(journal::read_noted_heads(bytes, "fuzz.txt"), bytes);
  for (const std::string_view file : journal::named_in(bytes).files) ANJUAN_CHECK(is_hex_digest(file));
}

}  // namespace anjuan::fuzz
