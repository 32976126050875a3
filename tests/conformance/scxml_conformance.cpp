// scxml_conformance FILE.scxml…: runs W3C tests and says of each whether it passes.

#include <iostream>

#include "conformance/play.h"

int main(int count, char** arguments) {
  using namespace anjuan::conformance;
  if (count < 2) {
    std::cerr << "usage: scxml_conformance FILE.scxml…\n";
    return 2;
  }
  Tally tally;
  for (int i = 1; i < count; ++i) {
    const std::filesystem::path file = arguments[i];
    const Verdict verdict = std::filesystem::is_regular_file(file)
                                ? run_chart(read_chart(file))
                                : Verdict{Verdict::Outcome::fail, "there is no such file"};
    std::cout << tally.add(file.stem().string(), verdict) << std::flush;
  }
  std::cout << tally.counts();
  return tally.exit_status();
}
