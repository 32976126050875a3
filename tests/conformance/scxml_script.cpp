// scxml_script FILE.json…: plays scripts in SCION's manner, each with the chart of the same name beside it.

#include <fstream>
#include <iostream>
#include <sstream>

#include "conformance/play.h"

namespace {

anjuan::conformance::Verdict play(const std::filesystem::path& file) {
  using namespace anjuan::conformance;
  std::filesystem::path chart = file;
  chart.replace_extension(".scxml");
  for (const auto& needed : {file, chart}) {
    if (!std::filesystem::is_regular_file(needed))
      return {Verdict::Outcome::fail, "there is no file " + needed.filename().string()};
  }
  std::ifstream in(file, std::ios::binary);
  std::stringstream script;
  script << in.rdbuf();
  return play_script(read_chart(chart), script.str());
}

}  // namespace

int main(int count, char** arguments) {
  using namespace anjuan::conformance;
  if (count < 2) {
    std::cerr << "usage: scxml_script FILE.json…\n";
    return 2;
  }
  Tally tally;
  for (int i = 1; i < count; ++i) {
    const std::filesystem::path file = arguments[i];
    std::cout << tally.add(file.stem().string(), play(file)) << std::flush;
  }
  std::cout << tally.counts();
  return tally.exit_status();
}
