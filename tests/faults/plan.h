#pragma once
// What is to go wrong in one run of the program: laid down by the driver, handed to the library that is
// loaded into the program (tests/faults/shim) by an environment variable, as one line of "key=value;".

#include <cstdlib>
#include <string>

namespace anjuan::faults {

enum class Fault {
  none,
  kill,         ///< the program is killed before the call
  moments,      ///< nothing: what a kill or a power cut at each call would leave is laid out beside
  io_error,     ///< the call fails with EIO, those after it do not
  disk_full,    ///< the call fails with ENOSPC, and all after it that need space
  no_files,     ///< an open fails with EMFILE
  short_write,  ///< a write takes half of its bytes
  no_memory,    ///< an allocation gives nothing
  read_error,   ///< a read from a file in here fails with EIO
};

/// Mistakes that a store can make, brought about from outside: the program has none of them.
enum class Planted {
  none,
  file_not_synced,       ///< fsync of a stored file does nothing
  folder_not_synced,     ///< fsync of a folder of stored files does nothing
  commit_before_file,    ///< a stored file gets its name only after the COMMIT
  wal_normal,            ///< journal_mode=WAL, synchronous=NORMAL
  delete_full,           ///< journal_mode=DELETE, synchronous=FULL
  number_outside,        ///< a number is taken in a transaction of its own
};

struct Plan {
  std::string office{};  ///< calls that change something in here count
  Fault fault = Fault::none;
  long at = 0;         ///< the call, open, allocation or read, from 1; of moments the first
  long step = 1;       ///< of moments: each so many calls, and the end
  /// Where each moment has a folder, by its number: "kill", what a killed program leaves; "cut0", what a power cut
  /// leaves (nothing unsynced), "cut1", "cut2", … (some of it); and "out", what had been told by then.
  std::string left{};
  int subsets = 0;     ///< how many of the latter
  Planted planted = Planted::none;
  long now = 0;        ///< the time of day, in seconds; 0: the machine's
  long jump = 0;       ///< the clock moves by so much with the first counted call
  std::string counts{};  ///< file to write the counts into at the end
  std::string trace{};   ///< file to write each counted call into, with its path below the office
  int start = -1;      ///< at the door of the writers' queue: waits until this descriptor is at its end
  int here = -1;       ///< and says by a byte that it has come there

  static constexpr const char* variable = "ANJUAN_FAULT_PLAN";

  std::string line() const {
    const auto number = [](auto n) { return std::to_string(static_cast<long>(n)); };
    return "office=" + office + ";fault=" + number(fault) + ";at=" + number(at) + ";step=" + number(step) + ";left=" + left +
           ";subsets=" + number(subsets) + ";planted=" + number(planted) + ";now=" + number(now) +
           ";jump=" + number(jump) + ";counts=" + counts + ";trace=" + trace + ";start=" + number(start) + ";here=" + number(here) + ";";
  }

  static Plan of(const std::string& line) {
    const auto text = [&](const std::string& key) {
      const std::size_t from = (";" + line).find(";" + key + "=");
      if (from == std::string::npos) return std::string();
      const std::size_t value = from + key.size() + 1;
      return line.substr(value, line.find(';', value) - value);
    };
    const auto number = [&](const std::string& key) { return std::atol(text(key).c_str()); };
    return {text("office"),   static_cast<Fault>(number("fault")),     number("at"), number("step"), text("left"), static_cast<int>(number("subsets")),
            static_cast<Planted>(number("planted")), number("now"), number("jump"), text("counts"), text("trace"), static_cast<int>(number("start")), static_cast<int>(number("here"))};
  }
};

}  // namespace anjuan::faults
