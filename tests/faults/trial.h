#pragma once
// One act in a copy of its office while something goes wrong; what is wrong with the office afterwards.

#include <atomic>
#include <mutex>

#include "faults/acts.h"
#include "store/verify_store.h"

namespace anjuan::faults {

using support::shown;

/// The end of an office's journal: equal ends mean equal acts, numbers, papers and files to the byte.
struct Head {
  std::int64_t n = 0;
  std::string digest;
  bool operator==(const Head&) const = default;
};

/// What can be told about an office without writing into it, "" when all is well.
inline std::string look(const std::string& office, Head& head) {
  if (const Diagnostics found = store::verify_store(office); !found.empty()) return shown(found);
  auto store = store::open_office_store(office);
  if (!store.ok()) return shown(store);
  const auto reading = (*store)->read();
  if (!reading.ok()) return shown(reading);
  const auto journal = (*reading)->read_journal();
  if (!journal.ok()) return shown(journal);
  head = journal->empty() ? Head() : Head{journal->back().n, journal->back().digest};
  return "";
}

/// Whether two files or folders hold the same, by name and content.
inline std::string fingerprint(const fs::path& office) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(office)) {
    const std::string name = fs::relative(entry.path(), office).string();
    // A file with several names is one of the original office's.
    if (entry.is_regular_file()) all[name] = entry.hard_link_count() > 1 ? "" : sha256(support::read_bytes(entry.path()));
  }
  std::string text;
  for (const auto& [name, digest] : all) text += name + " " + digest + "\n";
  return sha256(text);
}

class Trial {
 public:
  explicit Trial(const Kind& kind) : kind_(kind), original_(Offices::all().folder(kind)) {
    const std::string wrong = look(original_, before_);
    EXPECT_EQ(wrong, "");
    const std::string desk = fresh_desk();
    const Ended ended = run(desk, desk + "/office", {.counts = desk + "/counts"});
    EXPECT_EQ(ended.status, 0) << kind.name << "\n" << ended.out << ended.err;
    EXPECT_EQ(look(desk + "/office", after_), "");
    EXPECT_NE(after_, before_) << kind.name << " changes nothing";
    calls_ = calls_of(desk + "/counts");
    fs::remove_all(desk);
  }

  const Kind& kind() const { return kind_; }
  const Calls& calls() const { return calls_; }
  long distinct() const { return static_cast<long>(seen_.size()); }

  /// Does the act by this plan; what is wrong afterwards, a line for each.
  std::vector<std::string> go(Plan plan) {
    const std::string desk = fresh_desk();
    plan.left = desk + "/left";
    const Ended ended = run(desk, desk + "/office", plan);
    std::vector<std::string> wrong;
    if (const std::string how = judge_end(plan, ended); !how.empty()) wrong.push_back(how);
    const bool cut = plan.fault == Fault::power_cut;
    for (int i = 0; i <= (cut ? plan.subsets : 0); ++i) {
      const std::string office = cut ? plan.left + "/" + std::to_string(i) : desk + "/office";
      if (const std::string what = wrong_with(office, ended, plan.planted); !what.empty()) wrong.push_back(what);
    }
    fs::remove_all(desk);
    return wrong;
  }

 private:
  std::string fresh_desk() {
    static std::atomic<int> count{0};
    const std::string desk = (Offices::all().root() / ("desk" + std::to_string(++count))).string();
    fs::create_directories(desk);
    copy_office(original_, desk + "/office");
    return desk;
  }

  Ended run(const std::string& desk, const std::string& office, Plan plan) {
    plan.office = office;
    plan.now = january;
    std::vector<std::string> words = Offices::all().words(kind_, desk);
    words.insert(words.end(), {"--office", office});
    return Running(words, plan, desk).wait();
  }

  static bool acknowledged(const Ended& ended) { return ended.status == 0 || ended.out.find("已记录") != std::string::npos; }

  /// A program that is not killed ends well, or with a fault that it tells.
  std::string judge_end(const Plan& plan, const Ended& ended) {
    const bool may_be_killed = plan.fault == Fault::kill || plan.fault == Fault::power_cut;
    if (plan.planted != Planted::none && ended.status == 3) return "";  // it may well stumble over its mistake
    if (ended.status == 0 || (may_be_killed && ended.killed())) return "";
    const bool told = ended.err.find("AJ3910") != std::string::npos || ended.err.find("AJ3909") != std::string::npos;
    if (ended.status == 3 && acknowledged(ended) && !told) return "recorded, but what is said is: " + ended.err;
    if (ended.status == 3 && !ended.err.empty()) return "";
    return "ends with " + std::to_string(ended.status) + ": " + ended.err;
  }

  std::string wrong_with(const std::string& office, const Ended& ended, Planted planted) {
    // With a mistake planted the calls are others: the program may end before the one at which the power is cut.
    if (!fs::exists(office)) return planted != Planted::none ? "" : "no office is left";
    // What follows is the same for the same state.
    const std::string state = fingerprint(office) + std::to_string(static_cast<int>(planted)) + " " + std::to_string(ended.status) + (acknowledged(ended) ? "+" : "-");
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = seen_.find(state); found != seen_.end()) return found->second;
    }
    std::string wrong = look_and_go_on(office, ended, planted);
    const std::lock_guard lock(mutex_);
    return seen_[state] = std::move(wrong);
  }

  /// The office is read before anything is written; then the act is done once more, as the clerk would.
  std::string look_and_go_on(const std::string& office, const Ended& ended, Planted planted) {
    Head head;
    if (const std::string wrong = look(office, head); !wrong.empty()) return wrong;
    const bool there = kind_.same_bytes ? head == after_ : head.n == after_.n;
    if (!there && head != before_) return "the act is there in part or otherwise: entry " + std::to_string(head.n);
    if (acknowledged(ended) && !there) return "an acknowledged act is lost";
    const bool told_unsure = ended.err.find("AJ9014") != std::string::npos || ended.err.find("AJ3909") != std::string::npos;
    if (ended.status == 3 && !acknowledged(ended) && there && !told_unsure) return "an act that was said to have failed is there: " + ended.err;
    const std::string desk = office + ".desk";
    fs::create_directories(desk);
    const Ended next = run(desk, office, {.planted = planted});
    if (next.status != 0 && !(there && next.status == 1)) return "the next run ends with " + std::to_string(next.status) + ": " + next.err;
    Head end;
    if (const std::string wrong = look(office, end); !wrong.empty()) return "after the next run: " + wrong;
    if (!there && !(kind_.same_bytes ? end == after_ : end.n == after_.n)) return "the next run does not come to what an undisturbed one comes to";
    return "";
  }

  const Kind& kind_;
  std::string original_;
  Head before_, after_;
  Calls calls_;
  std::mutex mutex_;
  std::map<std::string, std::string> seen_;  ///< state of an office → what is wrong with it
};

}  // namespace anjuan::faults
