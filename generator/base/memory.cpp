#include "base/memory.hpp"

#ifdef HINDSIGHT_JEMALLOC
#include <jemalloc/jemalloc.h>
#else
#include <malloc.h>
#endif

namespace hindsight {

#ifdef HINDSIGHT_JEMALLOC

}  // namespace hindsight

/// jemalloc reads it before main(). Of large pages the system hands out five hundred at once; asking for each small one
/// when it is first touched takes a twentieth of a build. What a thread frees it keeps for itself up to a mebibyte, as
/// large as a page of the site may be, and looks through that once a mebibyte, not sixteen times.
const char* malloc_conf = "thp:always,lg_tcache_max:20,tcache_gc_incr_bytes:1048576";

namespace hindsight {

void set_up_memory() {}

void return_freed_memory() {
  mallctl("thread.tcache.flush", nullptr, nullptr, nullptr, 0);
  mallctl("arena.4096.purge", nullptr, nullptr, nullptr, 0);  // 4096: all arenas
}

#else

void set_up_memory() { mallopt(M_MMAP_THRESHOLD, 128 * 1024); }

void return_freed_memory() { malloc_trim(0); }

#endif

}  // namespace hindsight
