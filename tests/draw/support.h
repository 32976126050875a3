#pragma once
// Reading the vectors, and making small draws by an own generator with printed seeds.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "draw/draw.h"

namespace anjuan::draw {

inline const std::filesystem::path vectors = ANJUAN_SOURCE_DIR "/tests/draw/vectors";

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// The files of one draw, as bytes.
struct DrawFiles {
  std::string list, seed;
  std::optional<std::string> events;
};

/// The result's bytes, or the code of the refusal.
inline std::string result_or_code(const DrawFiles& files) {
  const auto code = [](const auto& refused) {
    const std::string_view found = refusal_code(refused.diagnostics()[0]);
    return found.empty() ? std::string("no code") : std::string(found);
  };
  const auto list = parse_list(files.list, "list.txt");
  if (!list.ok()) return code(list);
  const auto seed = parse_seed(*list, files.seed, "seed.txt");
  if (!seed.ok()) return code(seed);
  Events events;
  if (files.events) {
    auto parsed = parse_events(*list, *seed, *files.events, "events.txt");
    if (!parsed.ok()) return code(parsed);
    events = *parsed;
  }
  const auto result = draw(*list, *seed, events);
  return result.ok() ? write_result(*result) : code(result);
}

inline Diagnostics verify_files(const DrawFiles& files, const std::string& result) {
  std::optional<NamedBytes> events;
  if (files.events) events = NamedBytes{*files.events, "events.txt"};
  return verify({files.list, "list.txt"}, {files.seed, "seed.txt"}, events, {result, "result.txt"});
}

/// Small random drafts: tags, conflicts, caps, loads, weights, all modes; some cannot be staffed.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool chance(int percent) { return below(100) < percent; }

  FrozenList draft(int most_objects, int most_inspectors) {
    FrozenList list;
    list.hash = chance(20) ? DigestKind::sm3 : DigestKind::sha256;
    list.draw = "R" + std::to_string(below(1000));
    list.date = "2026-09-10";
    tight_ = chance(40);
    list.slack = tight_ ? 0 : chance(10) ? below(1001) : below(3);
    if (chance(50)) {
      last_reserve_ = digest(list.hash, "last" + std::to_string(below(1000)));
      list.reserve_count = 1 + below(4);
      list.anchor = reserve_chain(list.hash, last_reserve_, list.reserve_count)[0];
    }
    add_strata(list);
    add_objects(list, 1 + below(most_objects));
    add_inspectors(list, 2 + below(most_inspectors - 1));
    const int conflicts = tight_ ? 14 : 8;
    for (const Object& object : list.objects) {
      for (const Inspector& inspector : list.inspectors) {
        if (chance(conflicts)) list.conflicts.push_back({object.id, inspector.id, "C1"});
      }
    }
    add_contributors(list);
    return list;
  }

  std::vector<std::string> values(const FrozenList& list) {
    std::vector<std::string> values;
    for (const Contributor& contributor : list.contributors) values.push_back(value_of(list, contributor));
    return values;
  }

  /// Mostly possible events for a result; each works on what the events before it left.
  std::vector<Event> events(const FrozenList& list, const Seed& seed) {
    std::vector<Event> made;
    int opened = 0;
    for (int i = 1 + below(5); i > 0; --i) {
      Events so_far;
      so_far.events = made;
      const auto result = draw(list, seed, so_far);
      if (!result.ok() || result->teams.empty()) break;
      const TeamSeat& seat =
          result->teams[static_cast<std::size_t>(below(static_cast<int>(result->teams.size())))];
      Event event;
      event.reason = "E1";
      if (chance(30)) {
        event = {EventKind::drop_object, seat.object, "-", "-", "E2"};
      } else {
        event.object = chance(25) ? "*" : seat.object;
        event.inspector = seat.inspector == "-" || chance(5) ? list.inspectors[0].id : seat.inspector;
      }
      event.reserve = reserve(list, opened);
      made.push_back(std::move(event));
    }
    return made;
  }

  std::mt19937& random() { return random_; }

 private:
  static std::string secret(const FrozenList& list, const std::string& id) { return digest(list.hash, "secret" + list.draw + id); }

  std::string digits(int count, char lowest, int faces) {
    std::string thrown;
    for (int i = 0; i < count; ++i) thrown += static_cast<char>(lowest + below(faces));
    return thrown;
  }

  std::string value_of(const FrozenList& list, const Contributor& contributor) {
    switch (contributor.kind) {
      case SourceKind::secret:
        return secret(list, contributor.id);
      case SourceKind::beacon:
        return digest(list.hash, "beacon" + std::to_string(below(1000)));
      case SourceKind::d6:
        return digits(20 + below(chance(5) ? 481 : 10), '1', 6);
      case SourceKind::d10:
        return digits(20 + below(chance(5) ? 481 : 10), '0', 10);
      case SourceKind::lottery:
        break;
    }
    std::string drawn;
    for (int group = 1 + below(3); group > 0; --group) {
      for (int i = 1 + below(7); i > 0; --i) drawn += std::to_string(below(40)) + ".";
      if (group > 1) drawn += "/";
    }
    return drawn;
  }

  void add_contributors(FrozenList& list) {
    const int count = 2 + (chance(50) ? 0 : below(3));
    for (int i = 0; i < count; ++i) {
      Contributor contributor{"k" + std::to_string(i), static_cast<SourceKind>(chance(40) ? 0 : below(5)), "-"};
      if (contributor.kind == SourceKind::secret) {
        contributor.commitment = commitment(list.hash, list.draw, contributor.id, secret(list, contributor.id));
      }
      list.contributors.push_back(contributor);
    }
  }

  std::string reserve(const FrozenList& list, int& opened) {
    if (list.reserve_count == 0 && chance(70)) return "-";
    if (opened < list.reserve_count && chance(80)) {
      return reserve_chain(list.hash, last_reserve_, list.reserve_count)[static_cast<std::size_t>(++opened)];
    }
    return chance(50) ? "d6:" + digits(20, '1', 6) : "d10:" + digits(20, '0', 10);
  }

  void add_strata(FrozenList& list) {
    for (int i = 1 + below(3); i > 0; --i) {
      Stratum stratum;
      stratum.id = "s" + std::to_string(i);
      stratum.denominator = 1 + below(10);
      stratum.numerator = below(static_cast<int>(stratum.denominator) + 1);
      stratum.min = below(3);
      if (chance(40)) stratum.max = stratum.min + below(4);
      stratum.must_count = chance(50);
      list.strata.push_back(stratum);
    }
  }

  std::string some_tag() { return chance(tight_ ? 40 : 75) ? "" : std::string(1, static_cast<char>('p' + below(2))); }

  void add_objects(FrozenList& list, int count) {
    for (int i = 0; i < count; ++i) {
      Object object;
      object.id = "o" + std::to_string(i);
      object.stratum = list.strata[static_cast<std::size_t>(below(static_cast<int>(list.strata.size())))].id;
      object.mode = chance(75) ? Mode::draw : chance(50) ? Mode::must : Mode::skip;
      object.note = object.mode == Mode::draw ? "-" : "N1";
      object.weight = chance(30) ? 1 + below(5) : chance(2) ? 1 + below(1000) : 1;
      object.seats = {some_tag(), some_tag()};
      for (int more = chance(15) ? 1 : chance(3) ? 1 + below(7) : 0; more > 0; --more) object.seats.push_back(some_tag());
      object.name = "对象" + std::to_string(i);
      list.objects.push_back(object);
    }
  }

  void add_inspectors(FrozenList& list, int count) {
    for (int i = 0; i < count; ++i) {
      Inspector inspector;
      inspector.id = "i" + std::to_string(i);
      inspector.in = chance(90);
      inspector.note = inspector.in ? "-" : "N2";
      inspector.load = chance(5) ? below(1000) : below(4);
      if (chance(35)) inspector.cap = tight_ ? 1 + below(3) : below(5);
      for (const char* tag : {"p", "q"}) {
        if (chance(50)) inspector.tags.push_back(tag);
      }
      inspector.name = "人员" + std::to_string(i);
      list.inspectors.push_back(inspector);
    }
  }

  std::mt19937 random_;
  bool tight_ = false;  // little room: many are passed over for the sake of others
  std::string last_reserve_;
};

/// A seed without a file.
inline Seed seed_of(const std::string& text) {
  Seed seed;
  seed.digest = text;
  return seed;
}

/// Objects o0 … of one stratum, of which `quota` are drawn; inspectors i0 …, all alike.
inline FrozenList plain_list(int objects, int quota, int inspectors) {
  FrozenList list;
  list.draw = "F1";
  list.date = "2026-09-10";
  list.digest = sha256("list");
  list.strata = {{"s", 0, 1, quota, std::nullopt, false}};
  for (int i = 0; i < objects; ++i) {
    Object object;
    object.id = "o" + std::to_string(i);
    object.stratum = "s";
    object.name = "对象";
    list.objects.push_back(object);
  }
  for (int i = 0; i < inspectors; ++i) {
    Inspector inspector;
    inspector.id = "i" + std::to_string(i);
    inspector.name = "人员";
    list.inspectors.push_back(inspector);
  }
  return list;
}

/// Whether the long run was asked for (sh tests/run.sh --all).
inline bool is_long_run() { return std::getenv("ANJUAN_ALL") != nullptr; }

/// A drawn instance of the generator, events included; the list may be one that is refused.
inline DrawFiles random_files(unsigned seed_number, int most_objects = 14, int most_inspectors = 10) {
  Generator generator(seed_number);
  const FrozenList draft = generator.draft(most_objects, most_inspectors);
  DrawFiles files;
  files.list = write_list(draft);
  FrozenList list = draft;
  if (auto parsed = parse_list(files.list, "list.txt"); parsed.ok()) list = *parsed;
  if (list.digest.empty()) list.digest = digest(list.hash, files.list);
  files.seed = write_seed(list, generator.values(list));
  const auto seed = parse_seed(list, files.seed, "seed.txt");
  if (seed.ok() && parse_list(files.list, "").ok() && generator.chance(60)) {
    files.events = write_events(list, *seed, generator.events(list, *seed));
  }
  return files;
}

}  // namespace anjuan::draw
