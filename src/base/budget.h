// Budget: how long a piece of work may go on, in steps, in seconds, and until somebody says stop.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <stop_token>

namespace surety {

// Steps are counted by the work itself (a step is a question to the solver, a cell of a table ...), so that a
// limit in steps stops at the same place on every machine. A limit in seconds does not, and is only set by a
// user.
class Budget {
 public:
  static Budget unlimited() { return {}; }
  static Budget of_steps(std::int64_t steps) {
    Budget budget;
    budget.steps_left_ = steps;
    return budget;
  }
  void limit_seconds(double seconds) {
    deadline_ =
        std::chrono::steady_clock::now() + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                                               std::chrono::duration<double>(seconds));
  }
  void stop_with(std::stop_token token) { stop_ = std::move(token); }
  // Called with the number of steps spent so far, now and then, by work that takes long.
  void report_to(std::function<void(std::int64_t)> progress) { progress_ = std::move(progress); }

  // Takes `steps` from what is left; false, now and from then on, when the work must end.
  bool spend(std::int64_t steps = 1) {
    if (exhausted_) return false;
    spent_ += steps;
    if (steps > steps_left_)
      exhausted_ = true;
    else if (steps_left_ != std::numeric_limits<std::int64_t>::max())
      steps_left_ -= steps;
    if ((stop_.stop_requested()) || (deadline_ && std::chrono::steady_clock::now() >= *deadline_))
      exhausted_ = true;
    if (progress_ && spent_ >= next_report_) {
      progress_(spent_);
      next_report_ = spent_ + kStepsBetweenReports;
    }
    return !exhausted_;
  }
  bool exhausted() const { return exhausted_; }
  std::int64_t spent() const { return spent_; }

 private:
  static constexpr std::int64_t kStepsBetweenReports = 1024;
  std::int64_t steps_left_ = std::numeric_limits<std::int64_t>::max();
  std::int64_t spent_ = 0;
  std::int64_t next_report_ = kStepsBetweenReports;
  std::optional<std::chrono::steady_clock::time_point> deadline_;
  std::stop_token stop_;
  std::function<void(std::int64_t)> progress_;
  bool exhausted_ = false;
};

}  // namespace surety
