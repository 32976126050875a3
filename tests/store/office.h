#pragma once
// A throw-away office and sample rows for the store's tests. All people are fictional.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include "cases/case_store.h"
#include "store/database.h"
#include "store/sqlite_store.h"
#include "store/verify_store.h"

namespace anjuan::store {

/// A folder that goes with the test.
class TemporaryFolder {
 public:
  /// In memory where the system has such a place: fsync costs nothing there.
  TemporaryFolder()
      : path_((::access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : ::testing::TempDir()) +
              "anjuan-store-XXXXXX") {
    EXPECT_NE(::mkdtemp(path_.data()), nullptr);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline std::string shown(const Diagnostics& diagnostics, Language language = Language::chinese) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += render(diagnostic, language);
  return text;
}

/// The code of the first diagnostic, "" when the result is well.
template <class T>
std::string code_of(const Result<T>& result) {
  return result.ok() ? "" : result.diagnostics().front().row->code;
}
inline std::string code_of(const Diagnostics& found) { return found.empty() ? "" : found.front().row->code; }

inline bool has_code(const Diagnostics& found, const std::string& code) {
  for (const Diagnostic& diagnostic : found) {
    if (diagnostic.row->code == code) return true;
  }
  return false;
}

/// The value of a result that must be well.
template <class T>
T well(Result<T> result) {
  if (!result.ok()) {
    ADD_FAILURE() << shown(result.diagnostics());
    std::abort();
  }
  return std::move(result).value();
}

inline std::unique_ptr<cases::CaseStore> open_office(const std::string& folder) {
  return well(open_office_store(folder));
}

/// A new office with the bureau's name in its settings.
inline std::unique_ptr<cases::CaseStore> new_office(const std::string& folder) {
  well(create_office_store(folder, Fields{{"bureau", Fields{{"名称", "岚东县司法局"}}}}));
  return open_office(folder);
}

inline cases::CaseRow sample_case(const std::string& id = "2026-LS-001", std::int64_t version = 0) {
  cases::CaseRow row;
  row.id = CaseId(id);
  row.round = CaseId("2026-LS");
  row.kind = "case";
  row.title = "岚东律师事务所";
  row.label = "已送达通知书";
  row.version = version;
  row.body = Fields{{"问题数", 2}, {"日期", make_day(2026, 3, 2)}};
  row.limits = {
      {"L1", "整改期限", "律师工作股", make_day(2026, 3, 2), make_day(2026, 3, 17), true, "示例办法第九条"}};
  return row;
}

inline Value sample_act(const std::string& id = "2026-LS-001", const std::string& event = "notice.served") {
  return Fields{{"case", id},
                {"event", event},
                {"signatory", "林致远"},
                {"recorder", "周晓岚"},
                {"on", make_day(2026, 3, 2)},
                {"recorded", "2026-03-02T09:30:00+08:00"}};
}

/// Opens a case in one act: journal entry and row.
inline void save_sample(cases::CaseStore& store, const std::string& id = "2026-LS-001") {
  auto act = well(store.begin());
  well(act->save_case(sample_case(id)));
  well(act->append(sample_act(id)));
  well(act->commit());
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void overwrite(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// What somebody with a database tool might do to an office.
inline void change_past_the_store(const std::string& folder, const char* sql) {
  Database database =
      well(Database::open(folder + "/office.db", Database::Use::writing, std::chrono::seconds(5)));
  well(database.run(sql));
}

/// Runs `work` in a child process that ends without any clean-up, and returns its exit status.
inline int in_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace anjuan::store
