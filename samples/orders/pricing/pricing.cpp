// shop:pricing: what an order costs. The order is a handle that the caller lends: its lines are asked for, one call
// over the wire to the store, and freed here.
#include "pricing.h"

#include "catalogue.hpp"

namespace {

using Currency = shop_orders_types_currency_t;
using Line = shop_orders_types_line_t;
using Money = shop_orders_types_money_t;
using OrderError = shop_orders_types_order_error_t;
using Price = exports_shop_orders_pricing_price_t;

/// A handle that the caller lent us, given back before we return.
class BorrowedOrder {
 public:
  explicit BorrowedOrder(shop_orders_store_borrow_order_t handle) : handle_(handle) {}
  ~BorrowedOrder() { shop_orders_store_order_drop_borrow(handle_); }
  BorrowedOrder(const BorrowedOrder &) = delete;
  BorrowedOrder &operator=(const BorrowedOrder &) = delete;

  shop_orders_store_borrow_order_t handle() const { return handle_; }

 private:
  shop_orders_store_borrow_order_t handle_;
};

/// The lines of an order, which belong to us once asked for.
class Lines {
 public:
  explicit Lines(const BorrowedOrder &order) { shop_orders_store_method_order_lines(order.handle(), &list_); }
  ~Lines() { shop_orders_store_list_line_free(&list_); }
  Lines(const Lines &) = delete;
  Lines &operator=(const Lines &) = delete;

  const Line *begin() const { return list_.ptr; }
  const Line *end() const { return list_.ptr + list_.len; }

 private:
  shop_orders_store_list_line_t list_{};
};

OrderError unknown_sku(std::string_view sku) {
  OrderError error{};
  error.tag = SHOP_ORDERS_TYPES_ORDER_ERROR_UNKNOWN_SKU;
  pricing_string_dup_n(&error.val.unknown_sku, sku.data(), sku.size());
  return error;
}

}  // namespace

/// quote: true and `price`, or false and `error`.
bool exports_shop_orders_pricing_quote(shop_orders_store_borrow_order_t handle, Currency currency, Price *price,
                                       OrderError *error) {
  const BorrowedOrder order(handle);
  const Lines lines(order);
  int64_t cents = 0;
  uint64_t pieces = 0;
  for (const Line &line : lines) {
    const std::string_view sku(reinterpret_cast<const char *>(line.sku.ptr), line.sku.len);
    const catalogue::Article *article = catalogue::find(sku);
    if (article == nullptr) {
      *error = unknown_sku(sku);
      return false;
    }
    cents += article->cents * line.quantity;
    pieces += line.quantity;
  }
  const int64_t net = catalogue::exchanged(cents, currency);
  const uint8_t discount = catalogue::discount(pieces);
  price->net = Money{net, currency};
  price->discount.is_some = discount > 0;
  price->discount.val = discount;
  price->total = Money{net - catalogue::divided(net * discount, 100), currency};
  return true;
}
