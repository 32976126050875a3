#pragma once
// Loaded into the program with LD_PRELOAD: stands between it and the system, counts what changes the
// office folder, and lets one call go wrong as the plan says. Its own work is neither counted nor hindered.

#include <dlfcn.h>

#include <memory>
#include <string>

#include "faults/plan.h"
#include "faults/shim/disk.h"

namespace anjuan::faults {

/// While one lives, calls and allocations are the shim's own.
class Quiet {
 public:
  Quiet() { ++depth; }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;
  ~Quiet() { --depth; }
  static bool now() { return depth > 0; }

 private:
  static thread_local int depth;
};

struct Counts {
  long calls = 0;        ///< that change the office
  long opens = 0;        ///< of any file
  long allocations = 0;  ///< of the whole program
  long reads = 0;        ///< from files of the office
};

struct Shim {
  Plan plan;
  Counts counts;
  std::unique_ptr<Disk> disk;  ///< where moments are laid out
};
extern Shim& shim;
extern bool awake;  ///< the plan is read, and the program has not ended; before that there is no shim

/// What is to become of a counted call on a path.
struct Turn {
  bool fails = false;        ///< errno is set
  std::size_t size = 0;      ///< so many bytes of it
};
Turn take_turn(const char* call, const std::string& path, std::size_t size, bool needs_space);
/// Programs that race stand still before they open the queue's file until all have come so far.
void wait_for_the_start(const std::string& path);
/// Counts an open; true when it is to fail (errno is set).
bool open_fails();
/// The same of a read from the file that is open here.
bool read_fails(int fd);

/// The absolute path when it lies in the office and the shim is not at work itself; else "".
std::string in_office(int folder, const char* path);
std::string in_office(int fd);

/// The system's own function.
template <class Function>
Function* original(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace anjuan::faults
