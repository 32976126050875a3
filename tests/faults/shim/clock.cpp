// The time of day as the plan says: it stands still, and moves once. Other clocks run as they are.

#include <sys/time.h>

#include <ctime>

#include "faults/shim/shim.h"

namespace {

/// Whether the plan gives the time of day.
bool planned(time_t& now) {
  using namespace anjuan::faults;
  if (!awake || Quiet::now() || shim.plan.now == 0) return false;
  now = shim.plan.now + (shim.counts.calls > 0 ? shim.plan.jump : 0);
  return true;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* out) noexcept {
  static const auto real = anjuan::faults::original<int(clockid_t, timespec*)>("clock_gettime");
  time_t now = 0;
  if ((clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE) || !planned(now)) return real(clock, out);
  *out = {now, 0};
  return 0;
}
time_t time(time_t* out) noexcept {
  time_t now = 0;
  if (!planned(now)) {
    timespec real{};
    clock_gettime(CLOCK_REALTIME, &real);
    now = real.tv_sec;
  }
  if (out != nullptr) *out = now;
  return now;
}
int gettimeofday(timeval* out, void*) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  *out = {now.tv_sec, now.tv_nsec / 1000};
  return 0;
}

}  // extern "C"
