#include "stories/known_names.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "procedure/content.h"
#include "stories/messages.h"

namespace anjuan::stories {
namespace {

using namespace procedure;  // every element that can bring something about has its type there

class Collector {
 public:
  explicit Collector(const Definition& d) : d_(d) {}

  template <class Element, class Note>
  Collector& each(const Note& note) {
    for_every_action(d_, [&](const Action& action) {
      if (const auto* element = std::get_if<Element>(&action.what)) note(*element, *this);
    });
    return *this;
  }
  void add(const std::string& name) {
    if (!name.empty()) names_.insert(name);
  }
  /// A text that the file gives plainly, or one that is put together later.
  void add(const Code& code) {
    const std::string& text = code.expression ? code.expression->source() : code.source;
    const bool quoted = text.size() >= 2 && (text.front() == '\'' || text.front() == '"') &&
                        text.find(text.front(), 1) == text.size() - 1;
    if (quoted)
      add(text.substr(1, text.size() - 2));
    else
      more_ = more_ || code.given();
  }
  KnownNames take() const { return {{names_.begin(), names_.end()}, more_}; }

 private:
  const Definition& d_;
  std::set<std::string> names_;
  bool more_ = false;
};

void note_limit(const TimeLimitAction& e, Collector& out) {
  out.add(e.id);
  out.add(e.label);
}
void note_paper(const DocumentAction& e, Collector& out) {
  out.add(e.slot);
  out.add(e.slot_from);
}
void note_batch(const PublishAction& e, Collector& out) { out.add(e.batch); }

}  // namespace

KnownNames names_of_limits(const Definition& d) {
  return Collector(d).each<TimeLimitAction>(note_limit).take();
}
KnownNames names_of_papers(const Definition& d) {
  return Collector(d).each<DocumentAction>(note_paper).take();
}
KnownNames names_of_batches(const Definition& d) {
  return Collector(d).each<PublishAction>(note_batch).take();
}

KnownNames names_of_events(const Definition& d) {
  std::set<std::string> names;
  for (const Transition& t : d.transitions) names.insert(t.events.begin(), t.events.end());
  return {{names.begin(), names.end()}, false};
}

KnownNames names_of_effects(const Definition& d) {
  Collector out(d);
  out.each<DocumentAction>(note_paper).each<PublishAction>(note_batch);
  out.each<TimeLimitAction>(
      [](const TimeLimitAction& e, Collector& to) { to.add(e.label.empty() ? e.id : e.label); });
  out.each<SheetAction>([](const SheetAction& e, Collector& to) {
    to.add(e.slot);
    to.add(e.form);
  });
  out.each<OpenCasesAction>([](const OpenCasesAction& e, Collector& to) { to.add(e.definition); });
  out.each<PushAction>([](const PushAction& e, Collector& to) { to.add(e.platform); });
  out.each<Send>([](const Send& e, Collector& to) { to.add(e.event); });
  out.each<Log>([](const Log& e, Collector& to) { e.label.empty() ? to.add(e.text) : to.add(e.label); });
  out.each<ArchiveAction>([](const ArchiveAction&, Collector& to) { to.add("案卷"); });
  out.each<DrawAction>([](const DrawAction&, Collector& to) { to.add("抽取"); });
  return out.take();
}

std::optional<Diagnostic> unknown_among(const KnownNames& known, const std::string& name,
                                        const Wording& where, const Wording& what) {
  if (std::find(known.names.begin(), known.names.end(), name) != known.names.end()) return std::nullopt;
  const auto near = nearest(name, known.names);
  if (!near && known.more) return std::nullopt;
  const std::string all = known.names.empty() ? "—" : join(known.names, "、");
  return diagnose(name_not_there, Place{}, where, what, near ? *near : all);
}

}  // namespace anjuan::stories
