// What the shop sells, for how much, and the rules of its prices. Amounts are in hundredths.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "pricing.h"

namespace catalogue {

struct Article {
  std::string_view sku;
  int64_t cents;
};

inline constexpr std::array articles{
    Article{"TEA-EARL", 495}, Article{"TEA-MINT", 425}, Article{"CUP-BLUE", 1290},
    Article{"POT-IRON", 3900}, Article{"SUG-CUBE", 150},
};

/// Null for what the shop does not have.
inline const Article *find(std::string_view sku) {
  for (const Article &article : articles) {
    if (article.sku == sku) return &article;
  }
  return nullptr;
}

/// Rounded to the nearest, halves away from zero; the amount is not negative.
constexpr int64_t divided(int64_t amount, int64_t by) { return (amount + by / 2) / by; }

/// The rates are fixed, in parts of 10000 of a euro.
constexpr int64_t exchanged(int64_t cents, shop_orders_types_currency_t currency) {
  constexpr std::array<int64_t, 3> rates{10000, 10800, 8600};
  static_assert(SHOP_ORDERS_TYPES_CURRENCY_EUR == 0 && SHOP_ORDERS_TYPES_CURRENCY_USD == 1 &&
                SHOP_ORDERS_TYPES_CURRENCY_GBP == 2);
  return divided(cents * rates[currency], 10000);
}

/// In percent, by the number of pieces of all lines together.
constexpr uint8_t discount(uint64_t pieces) {
  if (pieces >= 50) return 10;
  if (pieces >= 10) return 5;
  return 0;
}

}  // namespace catalogue
