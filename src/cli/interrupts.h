// Interrupts: Ctrl-C and SIGTERM as a stop token, so that long work ends with what it found.
#pragma once
#include <atomic>
#include <stop_token>
#include <thread>

namespace surety {

// From the construction until release() SIGINT and SIGTERM are waited for by a thread of its own: in a signal
// handler hardly anything is allowed, in a thread everything is. The first one asks the work to stop, a
// second one ends the program at once (exit 3). Afterwards both do what they did before: end it.
//
// They are taken even where they were ignored before, as in a script's background job: whoever sends one by
// name means it.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts() { release(); }
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  std::stop_token token() const { return source_.get_token(); }
  void stop() { source_.request_stop(); }  // as a signal would
  void release();

 private:
  void wait();
  std::stop_source source_;
  std::atomic<bool> released_ = false;
  std::thread waiting_;
};

}  // namespace surety
