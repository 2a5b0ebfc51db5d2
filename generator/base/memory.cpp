#include "base/memory.hpp"

#include <malloc.h>

namespace hindsight {

void set_up_memory() { mallopt(M_MMAP_THRESHOLD, 128 * 1024); }

void return_freed_memory() { malloc_trim(0); }

}  // namespace hindsight
