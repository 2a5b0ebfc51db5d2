#pragma once

namespace hindsight {

/// Called once, at the start: large blocks go back to the system as soon as they are free, so that what is left of one
/// is never in the next one's way.
void set_up_memory();

/// Gives the system back what was freed. The allocator keeps it for requests that will not come: after one pass of a
/// build the next needs other sizes.
void return_freed_memory();

}  // namespace hindsight
