#pragma once

#include "base/diagnostic.h"

namespace anjuan::diagram {

ANJUAN_MESSAGE(too_many_states, "AJ3300", error, "流程有 {0} 个环节，超过能画的 {1} 个",
               "the procedure has {0} states, more than the {1} that can be drawn",
               "请把流程分成几个文件，或者用 anjuan describe 看文字说明。",
               "Divide it into several files, or read it with anjuan describe.");

}  // namespace anjuan::diagram
