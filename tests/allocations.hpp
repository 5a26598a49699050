// Counts what the program allocates, and can make allocations fail. For programs that link allocations.cpp.
#pragma once

#include <cstddef>

namespace allocations {

std::size_t count() noexcept;       // allocations made so far
std::size_t live_bytes() noexcept;  // allocated and not freed
std::size_t peak_bytes() noexcept;  // the most live bytes since reset_peak
void reset_peak() noexcept;
void fail_after(std::size_t allocations) noexcept;  // after these, every one fails until never_fail
void never_fail() noexcept;

// The peak of the memory in use since construction, above what was in use then.
class Peak {
 public:
  Peak() noexcept : before_(live_bytes()) { reset_peak(); }
  [[nodiscard]] std::size_t bytes() const noexcept { return peak_bytes() - before_; }

 private:
  std::size_t before_;
};

}  // namespace allocations
