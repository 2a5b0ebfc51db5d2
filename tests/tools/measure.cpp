// measure SECONDS MEGABYTES COMMAND…: runs a command and prints "wall-seconds cpu-seconds megabytes status", its peak
// of memory as the kernel counted it. Ends with 1 if it took more than is allowed, was killed, or says that it is
// defective (status 3).
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

double seconds_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// What runs away is stopped well behind the limit, so that its figures still say by how much.
void limit_child(double seconds, double megabytes) {
  const auto cpu = static_cast<rlim_t>(seconds * 8 + 1);
  const auto memory = static_cast<rlim_t>(megabytes * 16) << 20;
  const rlimit times{cpu, cpu};
  const rlimit space{memory, memory};
  setrlimit(RLIMIT_CPU, &times);
  setrlimit(RLIMIT_AS, &space);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return std::fprintf(stderr, "usage: measure SECONDS MEGABYTES COMMAND...\n"), 2;
  const double most_seconds = std::atof(argv[1]);
  const double most_megabytes = std::atof(argv[2]);
  const double begin = seconds_now();
  const pid_t child = fork();
  if (child == 0) {
    limit_child(most_seconds, most_megabytes);
    execvp(argv[3], argv + 3);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return 2;
  const double wall = seconds_now() - begin;
  const double cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                     static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  const double megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  std::printf("%.2f %.2f %.0f %d\n", wall, cpu, megabytes, code);
  const bool is_good = (code == 0 || code == 1) && cpu <= most_seconds && megabytes <= most_megabytes;
  return is_good ? 0 : 1;
}
