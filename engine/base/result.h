#pragma once
// Result<T>: a value, or one or more diagnostics. Never both, so no warning is lost in an early
// return; remarks about a good value come from the `check` functions. (std::expected is not in
// C++20, and holds one error only.)

#include <type_traits>
#include <utility>
#include <variant>

#include "base/check.h"
#include "base/diagnostic.h"

namespace anjuan {

template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Diagnostic diagnostic) : state_(std::in_place_index<1>, Diagnostics{std::move(diagnostic)}) {}
  Result(Diagnostics diagnostics) : state_(std::in_place_index<1>, std::move(diagnostics)) {
    ANJUAN_CHECK(!std::get<1>(state_).empty());
  }

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const& { ANJUAN_CHECK(ok()); return std::get<0>(state_); }
  T& value() & { ANJUAN_CHECK(ok()); return std::get<0>(state_); }
  T&& value() && { ANJUAN_CHECK(ok()); return std::get<0>(std::move(state_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }
  const Diagnostics& diagnostics() const& { ANJUAN_CHECK(!ok()); return std::get<1>(state_); }
  Diagnostics&& diagnostics() && { ANJUAN_CHECK(!ok()); return std::get<1>(std::move(state_)); }

  /// Goes on with the value, or passes the diagnostics through.
  template <class F>
  auto and_then(F&& f) && -> std::invoke_result_t<F, T&&> {
    if (!ok()) return std::move(*this).diagnostics();
    return std::forward<F>(f)(std::move(*this).value());
  }

 private:
  std::variant<T, Diagnostics> state_;
};

/// For acts that yield nothing but may be refused.
struct Done {};
using Outcome = Result<Done>;

}  // namespace anjuan

#define ANJUAN_CONCAT_(a, b) a##b
#define ANJUAN_CONCAT(a, b) ANJUAN_CONCAT_(a, b)
/// ANJUAN_TRY(auto x, f()): x is the value of f(), or the enclosing function returns its diagnostics.
#define ANJUAN_TRY(declaration, expression) ANJUAN_TRY_(declaration, expression, ANJUAN_CONCAT(result_, __LINE__))
#define ANJUAN_TRY_(declaration, expression, name)           \
  auto name = (expression);                                  \
  if (!name.ok()) return std::move(name).diagnostics();      \
  declaration = std::move(name).value()
/// ANJUAN_DO(f()): f() was done, or the enclosing function returns its diagnostics.
#define ANJUAN_DO(expression) ANJUAN_DO_((expression), ANJUAN_CONCAT(done_, __LINE__))
#define ANJUAN_DO_(expression, name) \
  if (auto name = expression; !name.ok()) return std::move(name).diagnostics()
