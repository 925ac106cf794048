// See interrupts.h.
#include "cli/interrupts.h"

#include <unistd.h>
#include <csignal>

namespace surety {
namespace {

constexpr int kStopped = 3;  // Outcome::stopped

sigset_t ending_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

// Blocked first, so that the thread and all later ones inherit that and the signals wait for sigwait.
Interrupts::Interrupts() {
  const sigset_t signals = ending_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  waiting_ = std::thread([this] { wait(); });
}

void Interrupts::wait() {
  const sigset_t signals = ending_signals();
  while (true) {
    int number = 0;
    if (sigwait(&signals, &number) != 0) return;
    if (released_) return;
    if (source_.stop_requested()) _exit(kStopped);
    source_.request_stop();
  }
}

void Interrupts::release() {
  if (released_.exchange(true)) return;
  // Ends no thread: the signal is blocked here, and sigwait takes it.
  pthread_kill(waiting_.native_handle(), SIGTERM);  // NOLINT(bugprone-bad-signal-to-kill-thread)
  waiting_.join();
  const sigset_t signals = ending_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

}  // namespace surety
