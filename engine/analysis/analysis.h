#pragma once
// What a definition can and cannot do, found by exploring its configurations.

namespace anjuan::analysis {}
