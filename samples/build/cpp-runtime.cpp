// Linked into every C++ component: libc++ without last words. Its own versions of these functions print a message
// before they abort, for which the module would import WASI. Here giving up is a trap, and nothing is imported.
#include <cstddef>
#include <cstdlib>
#include <new>

void *operator new(std::size_t size) {
  void *memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) __builtin_trap();
  return memory;
}

void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }

namespace std {
inline namespace __1 {
[[noreturn]] void __libcpp_verbose_abort(const char *, ...) noexcept { __builtin_trap(); }
}  // namespace __1
}  // namespace std
