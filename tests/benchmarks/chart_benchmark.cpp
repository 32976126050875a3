// How many events a second a live procedure takes, and how much memory a live case needs: chart.scxml, 16
// events from draw to archive. In memory; with restore and snapshot for each event; and, where Qt SCXML is
// installed, the same chart there (chart_qt.scxml) in the same run, as ratios.

#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <memory>
#include <sstream>
#include <vector>

#include "procedure/definition.h"
#include "procedure/session.h"

#ifdef ANJUAN_QT_SCXML
#include <QCoreApplication>
#include <QScxmlStateMachine>
#include <QVariantMap>
#endif

namespace {

using namespace anjuan;
using namespace anjuan::procedure;

const std::string folder = ANJUAN_SOURCE_DIR "/tests/benchmarks/";
const Facts facts;
const Day today = make_day(2026, 3, 2);

const std::array<Event, 16> events{{{"抽取.完成", {}, today, ""},
                                    {"回避.申报", {{"回避人数", 1}}, today, ""},
                                    {"通知.送达", {}, today, ""},
                                    {"现场.完成", {{"问题数", 3}, {"严重程度", "严重"}}, today, ""},
                                    {"中止", {}, today, ""},
                                    {"恢复", {}, today, ""},
                                    {"书面.完成", {}, today, ""},
                                    {"报告.提交", {}, today, ""},
                                    {"审核.退回", {}, today, ""},
                                    {"报告.提交", {}, today, ""},
                                    {"审核.同意", {}, today, ""},
                                    {"审定.同意", {}, today, ""},
                                    {"整改.完成", {}, today, ""},
                                    {"复查.不合格", {}, today, ""},
                                    {"整改.完成", {}, today, ""},
                                    {"复查.合格", {}, today, ""}}};
constexpr std::size_t half_way = 9;  ///< where a case is taken as live

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Seconds of processor time that the work takes, the best of a few rounds.
template <class Prepare, class Work>
double best_of(int rounds, const Prepare& prepare, const Work& work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    prepare();
    const double begin = processor_seconds();
    work();
    best = std::min(best, processor_seconds() - begin);
  }
  return best;
}

/// Bytes on the heap.
std::size_t heap() { return mallinfo2().uordblks + mallinfo2().hblkhd; }

[[noreturn]] void give_up(const Diagnostics& why) {
  for (const Diagnostic& d : why) std::fputs(render(d, Language::english).c_str(), stderr);
  std::exit(1);
}

template <class T>
T must(Result<T> result) {
  if (!result.ok()) give_up(result.diagnostics());
  return std::move(result).value();
}

DefinitionPtr read_definition() {
  std::ifstream in(folder + "chart.scxml", std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return must(load(bytes.str(), "chart.scxml"));
}

Session begun(const DefinitionPtr& definition) {
  Session session = new_session(definition);
  must(start(session, facts, today, {}));
  return session;
}

struct Rates {
  double in_memory = 0, durable = 0;  ///< events a second
  double bytes = 0;                   ///< of a live case
};

Rates measure(const DefinitionPtr& definition) {
  constexpr int cases = 1000;
  Rates rates;
  std::vector<Session> sessions;
  const auto prepare = [&] {
    sessions.clear();
    for (int i = 0; i < cases; ++i) sessions.push_back(begun(definition));
  };
  const double live = best_of(20, prepare, [&] {
    for (Session& session : sessions) {
      for (const Event& event : events) must(step(session, event, facts));
    }
  });
  for (const Session& session : sessions) {
    if (!session.finished) std::exit(1);
  }
  rates.in_memory = cases * events.size() / live;

  Standing first = snapshot(begun(definition)), standing;
  const double durable = best_of(
      5, [] {},
      [&] {
        for (int i = 0; i < cases; ++i) {
          standing = first;
          for (const Event& event : events) {
            Session session = must(restore(definition, standing));
            must(step(session, event, facts));
            standing = snapshot(session);
          }
        }
      });
  rates.durable = cases * events.size() / durable;

  sessions.clear();
  sessions.shrink_to_fit();
  sessions.reserve(cases);
  const std::size_t before = heap();
  for (int i = 0; i < cases; ++i) {
    sessions.push_back(begun(definition));
    for (std::size_t k = 0; k < half_way; ++k) must(step(sessions.back(), events[k], facts));
  }
  rates.bytes = static_cast<double>(heap() - before) / cases + sizeof(Session);
  return rates;
}

#ifdef ANJUAN_QT_SCXML
QVariantMap as_qt(const Fields& values) {
  QVariantMap map;
  for (const auto& [name, value] : values) {
    const QString key = QString::fromStdString(name);
    map[key] = value.is(Value::Kind::integer) ? QVariant(static_cast<int>(value.integer()))
                                              : QVariant(QString::fromStdString(value.text_or_empty()));
  }
  return map;
}

std::unique_ptr<QScxmlStateMachine> qt_begun() {
  const QString file = QString::fromStdString(folder + "chart_qt.scxml");
  std::unique_ptr<QScxmlStateMachine> machine(QScxmlStateMachine::fromFile(file));
  for (const auto& error : machine->parseErrors()) std::fprintf(stderr, "%s\n", qPrintable(error.toString()));
  machine->start();
  QCoreApplication::processEvents();
  return machine;
}

Rates measure_qt() {
  constexpr int cases = 20;
  std::vector<std::pair<QString, QVariantMap>> qt_events;
  for (const Event& event : events)
    qt_events.emplace_back(QString::fromStdString(event.name), as_qt(event.values));
  std::vector<std::unique_ptr<QScxmlStateMachine>> machines;
  const auto prepare = [&] {
    machines.clear();
    for (int i = 0; i < cases; ++i) machines.push_back(qt_begun());
  };
  Rates rates;
  const double live = best_of(5, prepare, [&] {
    for (const auto& machine : machines) {
      for (const auto& [name, values] : qt_events) {
        machine->submitEvent(name, values);
        QCoreApplication::processEvents();
      }
    }
  });
  for (const auto& machine : machines) {
    if (machine->isRunning()) std::fputs("Qt did not come to the end of the chart\n", stderr);
  }
  rates.in_memory = cases * qt_events.size() / live;
  machines.clear();
  const std::size_t before = heap();
  for (int i = 0; i < cases; ++i) {
    machines.push_back(qt_begun());
    for (std::size_t k = 0; k < half_way; ++k) {
      machines.back()->submitEvent(qt_events[k].first, qt_events[k].second);
      QCoreApplication::processEvents();
    }
  }
  rates.bytes = static_cast<double>(heap() - before) / cases;
  return rates;
}
#endif

}  // namespace

int main([[maybe_unused]] int count, [[maybe_unused]] char** arguments) {
  const Rates here = measure(read_definition());
  std::printf("chart.scxml, 16 events from draw to archive, one core\n");
  std::printf("%-34s %12.0f events/s %9.1f of the target of 300,000\n", "anjuan, in memory", here.in_memory,
              here.in_memory / 300000);
  std::printf("%-34s %12.0f events/s %9.1f of the target of 50,000\n", "anjuan, restore and snapshot each",
              here.durable, here.durable / 50000);
  std::printf("%-34s %12.0f bytes    %9.2f of the limit of 4096 (data included)\n", "anjuan, a live case",
              here.bytes, here.bytes / 4096);
#ifdef ANJUAN_QT_SCXML
  qputenv("QT_ASSUME_STDERR_HAS_CONSOLE", "1");
  QCoreApplication application(count, arguments);
  const Rates qt = measure_qt();
  std::printf("%-34s %12.0f events/s; anjuan is %.1f times as fast\n", "Qt SCXML, ecmascript", qt.in_memory,
              here.in_memory / qt.in_memory);
  std::printf("%-34s %12.0f bytes; anjuan needs 1/%.0f\n", "Qt SCXML, a live case", qt.bytes,
              qt.bytes / here.bytes);
#else
  std::printf("skipped: Qt SCXML is not installed (qt6-scxml-dev), so there is nothing to compare with\n");
#endif
}
