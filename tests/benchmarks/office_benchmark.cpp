// Offices of many years: opened, listed, what is due, and verified, with a million cases and a million entries; and the
// durable act beside the bare work it cannot do without. The folder lies where the build does: on a disk, not in memory.

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>

#include "store/database.h"
#include "store/disk.h"
#include "store/file_store.h"
#include "store/rows.h"
#include "store/sqlite_store.h"
#include "store/verify_store.h"

namespace anjuan::office_benchmark {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

template <class T>
T well(Result<T> result) {
  if (!result.ok()) {
    for (const Diagnostic& d : result.diagnostics()) std::fputs(render(d, Language::english).c_str(), stderr);
    std::abort();
  }
  return std::move(result).value();
}

rusage used() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage;
}

long megabytes() { return used().ru_maxrss / 1024; }

/// Of all threads, in milliseconds.
double processor_time() {
  const rusage usage = used();
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

/// In a program of its own, so that its memory is not counted.
template <class Work>
void apart(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0) std::abort();
}

store::Database open(const std::string& office) {
  return well(store::Database::open(office + "/office.db", store::Database::Use::writing, std::chrono::seconds(5)));
}

/// Rounds of 200 cases, each with a journal entry; all but the last 1,000 finished. Written past the store, as a million
/// acts would take hours; sealed and chained as the store does.
void fill(const std::string& office, int cases) {
  const DigestKind kind = DigestKind::sha256;
  store::Database db = open(office);
  well(db.run("PRAGMA synchronous=OFF; BEGIN IMMEDIATE"));
  journal::Head head;
  const std::string body = "{\"note\":\"" + std::string(300, 'x') + "\"}";
  for (int i = 0; i < cases; ++i) {
    char name[32];
    std::snprintf(name, sizeof name, "2026-%d-%06d", i / 200, i);
    store::CaseColumns c{name, "2026-" + std::to_string(i / 200), "case", "岚东律师事务所", "办结归档", i < cases - 1000, 1, body, "[]", "[]"};
    if (i % 200 == 0) c.id = c.round, c.round = "", c.kind = "round";
    store::Query row(db, "INSERT INTO cases (id, round, kind, title, label, finished, version, body, limits, papers, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, '[]', '[]', ?8)",
                     c.id, c.round, c.kind, c.title, c.label, c.finished, c.body, store::seal_of(kind, c));
    well(row.run());
    const journal::Entry entry = journal::append(kind, head.n, head.digest,
                                                 Fields{{"rows", Fields{{store::row_name({"cases", c.id}), store::seal_of(kind, c)}}}, {"case", c.id}, {"event", "归档"}, {"signatory", "林致远"}, {"recorder", "周晓岚"}, {"recorded", "2026-03-02T09:30:00+08:00"}, {"effects", List{"a", "b"}}});
    store::Query line(db, "INSERT INTO journal (n, previous, text, digest, case_id) VALUES (?1, ?2, ?3, ?4, ?5)", entry.n, entry.previous, entry.text, entry.digest, c.id);
    well(line.run());
    store::Query act(db, "INSERT INTO case_acts (case_id, version, entry) VALUES (?1, 1, ?2)", c.id, entry.n);
    well(act.run());
    head = {entry.n, entry.digest};
  }
  well(db.run("COMMIT"));
}

void many(const std::string& office, int cases) {
  well(store::create_office_store(office, Value(Fields{})));
  auto start = Clock::now();
  apart([&] { fill(office, cases); });
  std::printf("an office of %d cases, %d journal entries, %ld MiB (filled in %.1f s)\n", cases, cases,
              static_cast<long>(std::filesystem::file_size(office + "/office.db") >> 20), since(start) / 1e3);
  start = Clock::now();
  const auto store = well(store::open_office_store(office));
  const auto reading = well(store->read());
  std::printf("  open                          %8.1f ms\n", since(start));
  start = Clock::now();
  const auto running = well(reading->select_cases({.unfinished = true}));
  std::printf("  due: %4zu running cases        %8.1f ms\n", running.size(), since(start));
  start = Clock::now();
  const auto count = well(reading->count_cases());
  const auto page = well(reading->select_cases({.unfinished = true, .round = std::nullopt, .at_most = 500}));
  std::printf("  list: %zu lines, %lld counted  %8.1f ms\n", page.size(), static_cast<long long>(count.cases), since(start));
  start = Clock::now();
  const double before = processor_time();
  const Diagnostics found = store::verify_store(office);
  std::printf("  verify %d entries        %8.1f ms, of the processor %.1f ms in two threads; found: %zu\n", cases, since(start), processor_time() - before, found.size());
  std::printf("  memory at most                %8ld MiB\n", megabytes());
}

constexpr int acts = 200;
constexpr std::size_t paper_bytes = 100'000;

std::string paper(int n) { return std::to_string(n) + std::string(paper_bytes, '.'); }

double durable_acts(const std::string& office) {
  well(store::create_office_store(office, Value(Fields{})));
  const auto store = well(store::open_office_store(office));
  const auto start = Clock::now();
  for (int n = 0; n < acts; ++n) {
    const auto tx = well(store->begin());
    cases::CaseRow row;
    row.id = CaseId("C" + std::to_string(n));
    row.kind = "case";
    row.body = Fields{{"n", n}};
    const auto number = well(tx->take_number("检通", 2026, row.id.text()));
    const std::string file = well(tx->put_file(paper(n)));
    const std::string id = row.id.text();
    well(tx->save_case(std::move(row)));
    well(tx->append(Fields{{"case", id}, {"number", number.n}, {"files", List{file}}}));
    well(tx->commit());
  }
  return acts / since(start) * 1e3;
}

/// What no way of doing it can leave out: a transaction with rows of the same shape, and the file made durable. The
/// connection stays open, nothing is checked, sealed, chained or queued for.
double bare_acts(const std::string& office) {
  well(store::create_office_store(office, Value(Fields{})));
  store::Database db = open(office);
  const std::string folder = office + "/files/00";
  well(store::disk::make_folder(folder));
  const auto start = Clock::now();
  for (int n = 0; n < acts; ++n) {
    const std::string id = "C" + std::to_string(n), digest(64, static_cast<char>('a' + n % 6));
    well(db.run("BEGIN IMMEDIATE"));
    const std::string path = folder + "/" + id;
    well(store::disk::write_new_file(path + ".tmp", paper(n)));
    well(store::disk::rename(path + ".tmp", path));
    well(store::disk::sync_folder(folder));
    const auto run = [&](const char* sql, const auto&... parameters) {
      store::Query query(db, sql, parameters...);
      well(query.run());
    };
    run("INSERT INTO number_books (code, year, last) VALUES ('检通', 2026, ?1) ON CONFLICT DO UPDATE SET last = ?1", n + 1);
    run("INSERT INTO numbers (code, year, n, paper, state, reason, seal) VALUES ('检通', 2026, ?2, ?1, 'issued', '', ?3)", id, n + 1, digest);
    run("INSERT INTO files (digest, size) VALUES (?2 || ?1, 100000)", id, digest);
    run("INSERT INTO journal (n, previous, text, digest, case_id) VALUES (?2, ?3, ?3 || ?3 || ?1, ?3 || ?1, ?1)", id, n + 1, digest);
    run("INSERT INTO cases (id, round, kind, title, label, finished, version, body, limits, papers, seal) VALUES (?1, '', 'case', '', '', 0, 1, '{}', '[]', '[]', ?2)", id, digest);
    run("INSERT INTO case_acts (case_id, version, entry) VALUES (?1, 1, ?2)", id, n + 1);
    well(db.run("COMMIT"));
  }
  return acts / since(start) * 1e3;
}

double fsyncs(const std::string& folder) {
  const std::string bytes(4096, '.');
  const int fd = ::open((folder + "/disk").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const auto start = Clock::now();
  for (int i = 0; i < 200; ++i) {
    if (::write(fd, bytes.data(), bytes.size()) < 0 || ::fsync(fd) != 0) std::abort();
  }
  ::close(fd);
  return 200 / since(start) * 1e3;
}

int run(const std::string& folder, int cases) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::printf("the disk: %.0f appends with fsync a second\n", fsyncs(folder));
  double ours = 0, bare = 0;
  for (int round = 0; round < 3; ++round) {  // alternately: others use the machine, too
    const std::string n = std::to_string(round);
    bare += bare_acts(folder + "/bare" + n) / 3;
    ours += durable_acts(folder + "/acts" + n) / 3;
  }
  std::printf("durable acts (number, file of 100 kB, case, journal): %.0f a second; bare transaction and file: %.0f; %.0f %%\n", ours, bare, ours / bare * 100);
  many(folder + "/many", cases);
  std::filesystem::remove_all(folder);
  return 0;
}

}  // namespace
}  // namespace anjuan::office_benchmark

int main(int count, char** words) {
  return anjuan::office_benchmark::run(count > 1 ? words[1] : "build/benchmarks/office", count > 2 ? std::atoi(words[2]) : 1'000'000);
}
