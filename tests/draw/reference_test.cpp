// The same draws computed by the independent reference, where it is at hand: hundreds of random
// instances, and files with a random slip in them.

#include <cstdlib>

#include "draw/support.h"

namespace anjuan::draw {
namespace {

unsigned instances() { return is_long_run() ? 10000 : 400; }

/// Reads NNN.list, NNN.seed, NNN.events and writes NNN.out: the result, or the code.
constexpr const char* driver = R"(import os, sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import reference_draw as reference
folder = sys.argv[2]
read = lambda name: open(os.path.join(folder, name), 'rb').read()
for name in sorted(os.listdir(folder)):
    if name.endswith('.list'):
        stem = name[:-5]
        events = read(stem + '.events') if os.path.exists(os.path.join(folder, stem + '.events')) else None
        try:
            out = reference.draw(read(name), read(stem + '.seed'), events)
        except reference.Refused as refused:
            out = refused.code
        open(os.path.join(folder, stem + '.out'), 'w', newline='').write(out)
)";

std::string stem_of(unsigned number) {
  const std::string digits = std::to_string(number);
  return std::string(5 - digits.size(), '0') + digits;
}

/// A byte changed, dropped or doubled, a field of a line exchanged, or a line moved.
std::string with_slip(std::string text, std::mt19937& random) {
  const std::size_t at = random() % text.size();
  switch (random() % 6) {
    case 0:
      text[at] = static_cast<char>(text[at] ^ static_cast<char>(1 << random() % 8));
      return text;
    case 1:
      return text.erase(at, 1);
    case 2:
      return text.insert(at, 1, text[random() % text.size()]);
    case 3:
      return text.replace(at, 1, std::string(1, "0129-.,ax\t\n"[random() % 11]));
    case 4: {
      const std::size_t start = text.rfind('\n', at), end = text.find('\n', at);
      if (start == std::string::npos || end == std::string::npos) return text.erase(at);
      const std::string line = text.substr(start + 1, end - start);
      return text.insert(text.find('\n', random() % text.size()) + 1, line);
    }
    default: {
      const std::size_t tab = text.find('\t', at), other = text.find('\t', random() % text.size());
      if (tab == std::string::npos || other == std::string::npos) return text.erase(at);
      return text.insert(tab + 1, text.substr(other + 1, text.find_first_of("\t\n", other + 1) - other - 1));
    }
  }
}

DrawFiles slipped(unsigned number) {
  DrawFiles files = random_files(number);
  for (unsigned next = number + 1000000; result_or_code(files) == "E_STAFF"; next += 1000000) files = random_files(next);
  std::mt19937 random(number);
  std::string* texts[] = {&files.list, &files.seed, files.events ? &*files.events : &files.list};
  std::string& text = *texts[random() % 3];
  text = with_slip(std::move(text), random);
  return files;
}

bool python_is_here() { return std::system("python3 -c pass >/dev/null 2>&1") == 0; }

void compare_with_reference(const std::string& name, unsigned count, DrawFiles (*make)(unsigned)) {
  const std::filesystem::path reference = ANJUAN_SOURCE_DIR "/../shared/draw/reference_draw.py";
  if (!std::filesystem::exists(reference) || !python_is_here()) {
    std::puts("skipped: ../shared is not here, or python3 is not");
    GTEST_SKIP() << "../shared is not here, or python3 is not";
  }
  const std::filesystem::path folder = std::filesystem::path(ANJUAN_BINARY_DIR) / ("draw-" + name);
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  for (unsigned i = 0; i < count; ++i) {
    const DrawFiles files = make(i);
    write_file(folder / (stem_of(i) + ".list"), files.list);
    write_file(folder / (stem_of(i) + ".seed"), files.seed);
    if (files.events) write_file(folder / (stem_of(i) + ".events"), *files.events);
  }
  write_file(folder / "driver.py", driver);
  const std::string command = "python3 '" + (folder / "driver.py").string() + "' '" +
                              reference.parent_path().string() + "' '" + folder.string() + "'";
  ASSERT_EQ(std::system(command.c_str()), 0);
  std::map<std::string, int> kinds;
  for (unsigned i = 0; i < count; ++i) {
    const std::string expected = read_file(folder / (stem_of(i) + ".out"));
    ASSERT_EQ(result_or_code(make(i)), expected) << "instance " << i << " in " << folder;
    ++kinds[expected.starts_with("E_") ? expected : "drawn"];
    for (const char letter : {'b', 'c', 'f', 's', 'w'}) {
      if (expected.find(std::string(":") + letter) != std::string::npos) ++kinds[std::string("with a name passed over for ") + letter];
    }
  }
  for (const auto& [kind, number] : kinds) std::printf("%s: %d %s\n", name.c_str(), number, kind.c_str());
}

TEST(Draw, AgreesWithTheIndependentReference) {
  compare_with_reference("random", instances(), [](unsigned i) {
    // Every twentieth is larger, so that teams push one another about.
    return i % 20 == 19 ? random_files(i, 60, 24) : random_files(i);
  });
}

TEST(Draw, RefusesWhatTheIndependentReferenceRefuses) { compare_with_reference("slips", instances(), slipped); }

}  // namespace
}  // namespace anjuan::draw
