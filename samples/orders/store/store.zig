// shop:store: keeps orders in memory and hands out handles to them.
//
// A handle is a small block with the order's number, so that several can stand for one order and none dangles when
// the order is discarded. `bindings` is wit-bindgen's C for world.wit: exported functions own their arguments, and
// what they return is freed by the generated post-return functions.
const std = @import("std");
const wit = @import("bindings");
const Shelf = @import("shelf.zig").Shelf;

/// A panic is a trap: there is nowhere to print to.
pub const panic = std.debug.no_panic;

const allocator = std.heap.c_allocator;

const Handle = struct { id: u64 };
const OwnOrder = wit.exports_shop_orders_store_own_order_t;
const OrderError = wit.shop_orders_types_order_error_t;
const Lines = wit.shop_orders_types_list_line_t;
const Money = wit.shop_orders_types_money_t;
const Receipt = wit.shop_orders_types_receipt_t;
const String = wit.store_string_t;

var shelf: Shelf = .{};

/// open: true and `ok`, or false and `err`.
export fn exports_shop_orders_store_open(draft: *wit.shop_orders_types_draft_t, ok: *OwnOrder, err: *OrderError) bool {
    const order = shelf.open(draft.*) catch |problem| {
        wit.shop_orders_types_draft_free(draft);
        err.* = storageError(switch (problem) {
            error.Full => "the store is full",
            error.OutOfMemory => "the store has no memory left",
        });
        return false;
    };
    ok.* = newHandle(order.id);
    return true;
}

/// find: true and `found`, or false.
export fn exports_shop_orders_store_find(id: u64, found: *OwnOrder) bool {
    const order = shelf.find(id) orelse return false;
    found.* = newHandle(order.id);
    return true;
}

/// discard: the handle is ours now, so it is dropped here.
export fn exports_shop_orders_store_discard(own: OwnOrder, lines: *Lines) void {
    const handle: *Handle = @ptrCast(@alignCast(wit.exports_shop_orders_store_order_rep(own)));
    lines.* = shelf.discard(handle.id) orelse empty(Lines);
    wit.exports_shop_orders_store_order_drop_own(own);
}

export fn exports_shop_orders_store_method_order_id(self: *Handle) u64 {
    return self.id;
}

export fn exports_shop_orders_store_method_order_customer(self: *Handle, customer: *String) void {
    const order = shelf.find(self.id);
    customer.* = if (order) |it| copyString(it.draft.customer) else empty(String);
}

export fn exports_shop_orders_store_method_order_lines(self: *Handle, lines: *Lines) void {
    const order = shelf.find(self.id);
    lines.* = if (order) |it| copyLines(it.draft.lines) else empty(Lines);
}

export fn exports_shop_orders_store_method_order_total(self: *Handle, total: *Money) bool {
    const order = shelf.find(self.id) orelse return false;
    total.* = order.total orelse return false;
    return true;
}

/// confirm: true and `ok`, or false and `err`.
export fn exports_shop_orders_store_method_order_confirm(
    self: *Handle,
    total: *Money,
    ok: *Receipt,
    err: *OrderError,
) bool {
    const order = shelf.find(self.id) orelse {
        err.* = storageError("the order was discarded");
        return false;
    };
    if (order.total != null) {
        err.* = storageError("the order is confirmed already");
        return false;
    }
    order.total = total.*;
    ok.* = .{
        .order = order.id,
        .customer = copyString(order.draft.customer),
        .lines = copyLines(order.draft.lines),
        .total = total.*,
    };
    return true;
}

/// Called when a handle is dropped, wherever it has got to.
export fn exports_shop_orders_store_order_destructor(handle: *Handle) void {
    allocator.destroy(handle);
}

fn newHandle(id: u64) OwnOrder {
    const handle = allocator.create(Handle) catch @panic("out of memory");
    handle.* = .{ .id = id };
    return wit.exports_shop_orders_store_order_new(@ptrCast(handle));
}

fn storageError(message: [*:0]const u8) OrderError {
    var err: OrderError = .{ .tag = wit.SHOP_ORDERS_TYPES_ORDER_ERROR_STORAGE };
    wit.store_string_dup(&err.val.storage, message);
    return err;
}

fn copyString(string: String) String {
    var copy: String = undefined;
    wit.store_string_dup_n(&copy, string.ptr, string.len);
    return copy;
}

fn copyLines(lines: Lines) Lines {
    const copy = allocator.dupe(wit.shop_orders_types_line_t, lines.ptr[0..lines.len]) catch @panic("out of memory");
    for (copy) |*line| line.sku = copyString(line.sku);
    return .{ .ptr = copy.ptr, .len = copy.len };
}

fn empty(comptime List: type) List {
    return .{ .ptr = null, .len = 0 };
}
