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

/// The folders of the moments of a run, the first one first. After the last all has been told.
inline std::vector<fs::path> moments_in(const fs::path& left, const Ended& ended) {
  std::map<long, fs::path> moments;
  for (const auto& entry : fs::directory_iterator(left)) moments[std::stol(entry.path().filename().string())] = entry.path();
  std::vector<fs::path> out;
  for (const auto& [n, folder] : moments) out.push_back(folder);
  support::write_bytes(out.back() / "out", ended.out);
  return out;
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
  std::vector<std::string> go(const Plan& plan) {
    const std::string desk = fresh_desk();
    const Ended ended = run(desk, desk + "/office", plan);
    std::vector<std::string> wrong;
    for (std::string what : {judge_end(plan, ended), wrong_with(desk + "/office", ended, plan.planted)}) {
      if (!what.empty()) wrong.push_back(std::move(what));
    }
    fs::remove_all(desk);
    return wrong;
  }

  /// Does the act by a plan of moments; the folder of each. They go with the trial's own folder `desk`.
  std::vector<fs::path> lay_out(Plan plan, const std::string& desk) {
    copy_office(original_, desk + "/office");
    plan.fault = Fault::moments;
    plan.left = desk + "/left";
    const Ended ended = run(desk, desk + "/office", plan);
    EXPECT_TRUE(ended.status == 0 || plan.planted != Planted::none) << ended.err;
    return moments_in(plan.left, ended);
  }

  /// What is wrong with what a kill or a power cut (`left`: the folder's name) at this moment leaves, "" when nothing is.
  std::string wrong_at(const fs::path& moment, const std::string& left, Planted planted) {
    const std::string out = support::read_bytes(moment / "out");  // nothing is told before the act is durable
    const Ended ended{out.empty() ? 128 + SIGKILL : 0, out, ""};
    return wrong_with((moment / left).string(), ended, planted);
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
    return Running(words, plan, desk, Offices::all().input(kind_)).wait();
  }

  static bool acknowledged(const Ended& ended) { return ended.status == 0 || ended.out.find("已记录") != std::string::npos; }

  /// A program that is not killed ends well, or with a fault that it tells.
  std::string judge_end(const Plan& plan, const Ended& ended) {
    if (plan.planted != Planted::none && ended.status == 3) return "";  // it may well stumble over its mistake
    if (ended.status == 0 || (plan.fault == Fault::kill && ended.killed())) return "";
    const bool told = ended.err.find("AJ3910") != std::string::npos || ended.err.find("AJ3909") != std::string::npos;
    if (ended.status == 3 && acknowledged(ended) && !told) return "recorded, but what is said is: " + ended.err;
    if (ended.status == 3 && !ended.err.empty()) return "";
    return "ends with " + std::to_string(ended.status) + ": " + ended.err;
  }

  std::string wrong_with(const std::string& office, const Ended& ended, Planted planted) {
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
    // Now that it has been read, what was half done is undone, and many states are one.
    const std::string state = fingerprint(office) + std::to_string(static_cast<int>(planted)) + (there ? " there" : " not there");
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = went_on_.find(state); found != went_on_.end()) return found->second;
    }
    std::string wrong = go_on(office, there, planted);
    const std::lock_guard lock(mutex_);
    return went_on_[state] = std::move(wrong);
  }

  std::string go_on(const std::string& office, bool there, Planted planted) {
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
  std::map<std::string, std::string> seen_;     ///< state of an office → what is wrong with it
  std::map<std::string, std::string> went_on_;  ///< the same, of going on from there
};

}  // namespace anjuan::faults
