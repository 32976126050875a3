// Eight people at work in one office, each on a case of his own, as fast as they can; two more who only look.
// How long each waits for his turn and for his whole act, beside the rate at which the disk makes a file durable.
// The folder lies where the build does: on a disk, not in memory. Nobody may be sent away.

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "store/sqlite_store.h"

namespace anjuan::writers_benchmark {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int acts_each = 60;
constexpr std::size_t paper_bytes = 100'000;

double since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

/// A number, a paper, the case, the journal; how long the wait for the turn and the whole took.
bool act(cases::CaseStore& store, const CaseId& id, int n, double& waited, double& took) {
  const auto start = Clock::now();
  auto tx = store.begin();
  waited = since(start);
  if (!tx.ok()) return false;
  const auto work = [&]() -> Outcome {
    cases::CaseRow row;
    if (n > 0) {
      ANJUAN_TRY(row, (*tx)->load_case(id));
    }
    row.id = id;
    row.kind = "case";
    row.body = Fields{{"n", n}};
    ANJUAN_TRY(const auto number, (*tx)->take_number("检通", 2026, id.text()));
    ANJUAN_TRY(const std::string file, (*tx)->put_file(id.text() + std::to_string(n) + std::string(paper_bytes, '.')));
    ANJUAN_TRY([[maybe_unused]] const Done saved, (*tx)->save_case(std::move(row)));
    ANJUAN_TRY([[maybe_unused]] const auto entry, (*tx)->append(Fields{{"case", id.text()}, {"number", number.n}, {"files", List{file}}}));
    return (*tx)->commit();
  };
  const Outcome done = work();
  took = since(start);
  return done.ok();
}

/// One clerk, in a process of his own; a line "wait took" for each act.
int write_all(const std::string& office, int who) {
  const auto store = store::open_office_store(office);
  if (!store.ok()) return 1;
  std::ofstream out(office + "." + std::to_string(who));
  for (int n = 0; n < acts_each; ++n) {
    double waited = 0, took = 0;
    if (!act(**store, CaseId("W" + std::to_string(who)), n, waited, took)) return 1;
    out << waited << " " << took << "\n";
  }
  return 0;
}

int read_all(const std::string& office, int who) {
  std::ofstream out(office + "." + std::to_string(who));
  for (int n = 0; n < acts_each; ++n) {
    const auto start = Clock::now();
    const auto store = store::open_office_store(office);
    if (!store.ok()) return 1;
    const auto reading = (*store)->read();
    if (!reading.ok() || !(*reading)->list_cases(true).ok()) return 1;
    out << since(start) << " 0\n";
    ::usleep(20'000);
  }
  return 0;
}

void tell(const char* what, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) { return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))]; };
  std::printf("  %-28s p50 %8.1f ms   p99 %8.1f ms   longest %8.1f ms   (%zu)\n", what, at(0.5), at(0.99), times.back(), times.size());
}

double fsync_ms(const std::string& folder) {
  const std::string bytes(4096, '.');
  const int fd = ::open((folder + "/disk").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const auto start = Clock::now();
  for (int i = 0; i < 100; ++i) {
    if (::write(fd, bytes.data(), bytes.size()) < 0 || ::fdatasync(fd) != 0) std::abort();
  }
  ::close(fd);
  return since(start) / 100;
}

int run(const std::string& folder) {
  const std::string office = folder + "/office";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::printf("one append with fdatasync: %.2f ms\n", fsync_ms(folder));
  int failed = 0;
  for (const int writers : {1, 2, 4, 8}) {
    std::filesystem::remove_all(office);
    if (!store::create_office_store(office, Value(Fields{})).ok()) return 1;
    const int people = writers + 2;
    const auto start = Clock::now();
    for (int who = 0; who < people; ++who) {
      if (::fork() == 0) ::_exit(who < writers ? write_all(office, who) : read_all(office, who));
    }
    for (int status = 0; ::wait(&status) > 0;) failed += status != 0;
    const double all = since(start);
    std::vector<double> waits, acts, looks;
    for (int who = 0; who < people; ++who) {
      std::ifstream in(office + "." + std::to_string(who));
      for (double a = 0, b = 0; in >> a >> b;) {
        (who < writers ? waits : looks).push_back(a);
        if (who < writers) acts.push_back(b);
      }
    }
    std::printf("%d writers, 2 readers: %.0f acts/s, sent away: %d\n", writers, writers * acts_each / all * 1e3, failed);
    tell("wait for the turn", waits);
    tell("whole act", acts);
    tell("a reader's look", looks);
  }
  std::filesystem::remove_all(folder);
  return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace anjuan::writers_benchmark

int main(int count, char** words) { return anjuan::writers_benchmark::run(count > 1 ? words[1] : "build/benchmarks/writers"); }
