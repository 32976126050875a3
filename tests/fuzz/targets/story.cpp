#include "fuzz/answered.h"
#include "fuzz/targets.h"
#include "stories/script.h"
#include "stories/story.h"

namespace anjuan::fuzz {

void read_story(std::string_view bytes) {
  answered(stories::read_script(std::string(bytes), "fuzz.acts"), bytes);
  answered(stories::read_story(std::string(bytes), "fuzz.story"), bytes);
}

}  // namespace anjuan::fuzz
