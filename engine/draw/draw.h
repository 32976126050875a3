#pragma once
// The verifiable draw `anjuan-draw-1`: same list, same seed, same events: same lots, for anyone.

#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"

namespace anjuan::draw {

struct FrozenList;  // draw/list.h: the parsed list file
struct SeedFile;    // draw/seed.h
struct DrawEvent;   // draw/events.h
struct DrawResult;  // draw/result.h

}  // namespace anjuan::draw
