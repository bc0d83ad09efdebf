// The orders themselves, found by number. Number 1 lies there from the start, so that there is something to look up.
const std = @import("std");
const wit = @import("bindings");

const allocator = std.heap.c_allocator;
const Draft = wit.shop_orders_types_draft_t;
const Line = wit.shop_orders_types_line_t;
const Lines = wit.shop_orders_types_list_line_t;
const Money = wit.shop_orders_types_money_t;
const String = wit.store_string_t;

const most_orders = 1000;

pub const Order = struct {
    id: u64,
    /// Owns the order's customer and lines.
    draft: Draft,
    /// Null until the order is confirmed.
    total: ?Money,
};

pub const Shelf = struct {
    orders: std.ArrayList(Order) = .empty,
    last_id: u64 = 0,

    /// Puts a new order on the shelf, which owns the draft from then on, though not when it fails.
    pub fn open(self: *Shelf, draft: Draft) error{ Full, OutOfMemory }!*Order {
        try self.stock();
        return self.add(draft, null);
    }

    pub fn find(self: *Shelf, id: u64) ?*Order {
        self.stock() catch return null;
        for (self.orders.items) |*order| {
            if (order.id == id) return order;
        }
        return null;
    }

    /// Takes an order off the shelf. The caller owns its lines.
    pub fn discard(self: *Shelf, id: u64) ?Lines {
        for (self.orders.items, 0..) |*order, index| {
            if (order.id != id) continue;
            const lines = order.draft.lines;
            wit.store_string_free(&order.draft.customer);
            _ = self.orders.orderedRemove(index);
            return lines;
        }
        return null;
    }

    fn add(self: *Shelf, draft: Draft, total: ?Money) error{ Full, OutOfMemory }!*Order {
        if (self.orders.items.len >= most_orders) return error.Full;
        try self.orders.append(allocator, .{ .id = self.last_id + 1, .draft = draft, .total = total });
        self.last_id += 1;
        return &self.orders.items[self.orders.items.len - 1];
    }

    /// Lays the first order down when nobody has yet.
    fn stock(self: *Shelf) error{ Full, OutOfMemory }!void {
        if (self.last_id > 0) return;
        const lines = try allocator.alloc(Line, 2);
        lines[0] = .{ .sku = newString("TEA-EARL"), .quantity = 2 };
        lines[1] = .{ .sku = newString("POT-IRON"), .quantity = 1 };
        _ = try self.add(
            .{ .customer = newString("grace"), .lines = .{ .ptr = lines.ptr, .len = lines.len } },
            .{ .amount = 4890, .currency = wit.SHOP_ORDERS_TYPES_CURRENCY_EUR },
        );
    }
};

fn newString(text: [*:0]const u8) String {
    var string: String = undefined;
    wit.store_string_dup(&string, text);
    return string;
}
