// How fast a nation's list is drawn, side by side in one run with what else could do it: the raw digest,
// SQLite's ORDER BY random(), and the reference in Python. Prints times, ratios, and memory per object.

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "base/digest.h"
#include "draw/draw.h"
#include "draw/roster.h"
#include "draw/tickets.h"

namespace anjuan::draw {
namespace {

double seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// `objects` in three strata, `share` per thousand of them drawn; inspectors in `offices`, each object's team
/// from one of them, or from all if there is none.
struct Instance {
  int objects, share, inspectors, offices;
};

std::string padded(int number, int width) {
  std::string digits = std::to_string(number);
  return std::string(static_cast<std::size_t>(width) - digits.size(), '0') + digits;
}

std::string list_of(const Instance& instance) {
  std::string out = "anjuan-list\t1\nhash\tsha256\ndraw\tB1\ndate\t2026-09-10\nprev\t" + no_previous_draw + "\nslack\t1\nreserve\t0\t-\n";
  const char* strata[] = {"gz", "jc", "ls"};
  for (const char* id : strata) out += std::string("stratum\t") + id + "\t" + std::to_string(instance.share) + "\t1000\t1\t-\t0\n";
  const auto office = [&](int i) { return instance.offices == 0 ? std::string("-") : "t" + padded(i % instance.offices, 3); };
  for (int i = 0; i < instance.objects; ++i) {
    out += "object\t33990128MD" + padded(i, 8) + "\t" + strata[i * 7LL % 3] + "\tdraw\t1\t" + office(i) + "," + office(i) + "\t云川律师事务所" + std::to_string(i) + "\t-\n";
  }
  for (int i = 0; i < instance.inspectors; ++i) {
    out += "inspector\tCY" + padded(i, 6) + "\tin\t" + std::to_string(i % 3) + "\t-\t" + office(i) + "\t检查员" + std::to_string(i) + "\t-\n";
  }
  return out + "contributor\t1\ta\td6\t-\ncontributor\t2\tb\td10\t-\nend\n";
}

std::string seed_of(const std::string& list) {
  return "anjuan-seed\t1\nlist\t" + sha256(list) + "\nvalue\t1\ta\td6\t12345612345612345612\nvalue\t2\tb\td10\t01234567890123456789\nend\n";
}

void write_whole(const std::filesystem::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string read_whole(const std::filesystem::path& path) {
  std::string bytes(std::filesystem::file_size(path), '\0');
  std::ifstream(path, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

/// From list file to result file, in a process of its own, whose memory is then known.
struct FileDraw {
  double seconds = 0, processor_seconds = 0, bytes_per_object = 0;
};

void draw_to_file(const std::filesystem::path& folder) {
  const std::string list = read_whole(folder / "list.txt"), seed = read_whole(folder / "seed.txt");
  std::ofstream out(folder / "result.txt", std::ios::binary);
  const Outcome drawn = draw_files({list, "list.txt"}, {seed, "seed.txt"}, std::nullopt, [&](std::string_view piece) { out << piece; });
  if (!drawn.ok()) std::fputs(render(drawn.diagnostics()[0], Language::english).c_str(), stderr);
  out.close();
  std::_Exit(drawn.ok() && out ? 0 : 1);
}

FileDraw measure(const Instance& instance, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  double file_size = 0;
  {
    const std::string list = list_of(instance);
    file_size = static_cast<double>(list.size());
    write_whole(folder / "list.txt", list);
    write_whole(folder / "seed.txt", seed_of(list));
  }
  FileDraw found;
  int status = 0;
  rusage used{};
  found.seconds = seconds([&] {
    const pid_t child = fork();
    if (child == 0) draw_to_file(folder);
    wait4(child, &status, 0, &used);
  });
  if (status != 0) std::puts("  THE DRAW FAILED");
  const auto time = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  found.processor_seconds = time(used.ru_utime) + time(used.ru_stime);
  found.bytes_per_object = (static_cast<double>(used.ru_maxrss) * 1024 - file_size) / instance.objects;
  return found;
}

/// Seconds of processor, the least of a few tries, so that what else the machine does counts little.
double best_seconds(const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < 7; ++i) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

/// The rate of bare compressions: one for each 64 bytes of a long text.
double raw_rate(DigestKind kind) {
  const std::string text(std::size_t{8} << 20, 'x');
  return static_cast<double>(text.size() / 64) / best_seconds([&] { digest(kind, text); });
}

double ticket_rate(DigestKind kind) {
  constexpr int tickets = 200'000;
  TicketMaker maker(kind, sha256("key"));
  std::vector<Ticket> made(1000);
  return tickets / best_seconds([&] {
    for (int i = 0; i < tickets; ++i) maker.ask("33990128MD00000000", i, made[static_cast<std::size_t>(i % 1000)]);
    maker.finish();
  });
}

/// Seconds that SQLite takes to draw as many of the objects, from a table in memory.
double sqlite_seconds(int objects) {
  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  const std::string fill = "CREATE TABLE o(id TEXT PRIMARY KEY); WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i<" + std::to_string(objects - 1) +
                           ") INSERT INTO o SELECT printf('33990128MD%08d', i) FROM n;";
  sqlite3_exec(db, fill.c_str(), nullptr, nullptr, nullptr);
  const double taken = seconds([&] {
    sqlite3_exec(db, ("SELECT id FROM o ORDER BY random() LIMIT " + std::to_string(objects / 1000)).c_str(), [](void*, int, char**, char**) { return 0; }, nullptr, nullptr);
  });
  sqlite3_close(db);
  return taken;
}

/// Seconds that the reference takes from the same files, if it is here; and whether its result is the same.
void compare_with_reference(const std::filesystem::path& folder, double own) {
  const std::filesystem::path reference = ANJUAN_SOURCE_DIR "/../shared/draw/reference_draw.py";
  if (!std::filesystem::exists(reference)) {
    std::puts("  reference in Python: not here");
    return;
  }
  const std::string command = "cd '" + folder.string() + "' && python3 -B '" + reference.string() + "' draw list.txt seed.txt > reference.txt";
  int status = 0;
  const double taken = seconds([&] { status = std::system(command.c_str()); });
  const bool same = status == 0 && read_whole(folder / "reference.txt") == read_whole(folder / "result.txt");
  std::printf("  reference in Python: %.2f s, %.0f times as long; its result is %s\n", taken, taken / own, same ? "the same" : "ANOTHER");
}

void print(const char* name, const FileDraw& draw) {
  std::printf("%s: %.2f s (%.2f s of processor), %.0f bytes for each object over the file\n", name, draw.seconds, draw.processor_seconds, draw.bytes_per_object);
}

void run() {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "anjuan-draw-benchmark";
  for (const DigestKind kind : {DigestKind::sha256, DigestKind::sm3}) {
    const double raw = raw_rate(kind), tickets = ticket_rate(kind);
    std::printf("%s: %.1f million tickets a second on one core; bare compressions %.2f times as many\n", std::string(name_of(kind)).c_str(), tickets / 1e6, raw / tickets);
  }
  const FileDraw million = measure({1'000'000, 1, 20, 0}, folder);
  print("10^6 objects, list file to result file (at most 0.6 s, 100 bytes)", million);
  const double sqlite = sqlite_seconds(1'000'000);
  std::printf("  SQLite, ORDER BY random() over 10^6 rows in memory: %.2f s, %.1f times as long\n", sqlite, sqlite / million.seconds);
  const double digest_of_file = seconds([&] { sha256(read_whole(folder / "list.txt")); });
  std::printf("  SHA-256 of the list file alone: %.2f s; the draw %.1f times as long\n", digest_of_file, million.seconds / digest_of_file);
  compare_with_reference(folder, million.seconds);
  print("10^7 objects, list file to result file (at most 6 s, 100 bytes)", measure({10'000'000, 1, 20, 0}, folder));
  print("10^6 objects, 30 % drawn, 3,000 inspectors in 100 offices (at most 100 bytes)", measure({1'000'000, 300, 3000, 100}, folder));
  print("teams for 10^5 objects, all drawn, 3,000 inspectors in 100 offices (at most 2 s)", measure({100'000, 1000, 3000, 100}, folder));
  print("teams for 10^5 objects, 5 % drawn, 3,000 inspectors each eligible everywhere (at most 2 s)", measure({100'000, 50, 3000, 0}, folder));
  print("teams for 10^5 objects, 30 % drawn, 3,000 inspectors each eligible everywhere (at most 2 s)", measure({100'000, 300, 3000, 0}, folder));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace anjuan::draw

int main() { anjuan::draw::run(); }
