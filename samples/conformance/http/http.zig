// wasi:http in Zig: each path tries one thing, as in `http.c`. `bindings` is what wit-bindgen makes of the world, in C.
const std = @import("std");
const wit = @import("bindings");

/// A panic is a trap: there is nowhere to print to.
pub const panic = std.debug.no_panic;

const allocator = std.heap.c_allocator;
const OutParam = wit.exports_wasi_http_incoming_handler_own_response_outparam_t;
const OutgoingBody = wit.wasi_http_types_own_outgoing_body_t;
const OutputStream = wit.wasi_io_streams_own_output_stream_t;

fn string(text: []const u8) wit.http_string_t {
    return .{ .ptr = @constCast(text.ptr), .len = text.len };
}

fn start(out: OutParam, status: u16) OutgoingBody {
    const response = wit.wasi_http_types_constructor_outgoing_response(wit.wasi_http_types_constructor_fields());
    const borrowed = wit.wasi_http_types_borrow_outgoing_response(response);
    _ = wit.wasi_http_types_method_outgoing_response_set_status_code(borrowed, status);
    var body: OutgoingBody = undefined;
    _ = wit.wasi_http_types_method_outgoing_response_body(borrowed, &body);
    var result: wit.wasi_http_types_result_own_outgoing_response_error_code_t = undefined;
    result.is_err = false;
    result.val.ok = response;
    wit.wasi_http_types_static_response_outparam_set(out, &result);
    return body;
}

fn streamOf(body: OutgoingBody) OutputStream {
    var stream: wit.wasi_http_types_own_output_stream_t = undefined;
    _ = wit.wasi_http_types_method_outgoing_body_write(wit.wasi_http_types_borrow_outgoing_body(body), &stream);
    return .{ .__handle = stream.__handle };
}

fn put(stream: OutputStream, bytes: []const u8) bool {
    var rest = bytes;
    while (rest.len > 0) {
        const part = rest[0..@min(rest.len, 4096)];
        var contents: wit.http_list_u8_t = .{ .ptr = @constCast(part.ptr), .len = part.len };
        var problem: wit.wasi_io_streams_stream_error_t = undefined;
        const borrowed = wit.wasi_io_streams_borrow_output_stream(stream);
        if (!wit.wasi_io_streams_method_output_stream_blocking_write_and_flush(borrowed, &contents, &problem)) return false;
        rest = rest[part.len..];
    }
    return true;
}

fn finish(stream: OutputStream, body: OutgoingBody, trailers: ?*wit.wasi_http_types_own_trailers_t) void {
    wit.wasi_io_streams_output_stream_drop_own(stream);
    var problem: wit.wasi_http_types_error_code_t = undefined;
    _ = wit.wasi_http_types_static_outgoing_body_finish(body, trailers, &problem);
}

fn answer(out: OutParam, status: u16, text: []const u8) void {
    const body = start(out, status);
    const stream = streamOf(body);
    _ = put(stream, text);
    finish(stream, body, null);
}

fn copy(incoming: wit.wasi_http_types_own_incoming_body_t, body: OutgoingBody) void {
    var taken: wit.wasi_http_types_own_input_stream_t = undefined;
    _ = wit.wasi_http_types_method_incoming_body_stream(wit.wasi_http_types_borrow_incoming_body(incoming), &taken);
    const input: wit.wasi_io_streams_own_input_stream_t = .{ .__handle = taken.__handle };
    const output = streamOf(body);
    var bytes: wit.http_list_u8_t = undefined;
    var problem: wit.wasi_io_streams_stream_error_t = undefined;
    while (wit.wasi_io_streams_method_input_stream_blocking_read(
        wit.wasi_io_streams_borrow_input_stream(input),
        4096,
        &bytes,
        &problem,
    )) {
        _ = put(output, bytes.ptr[0..bytes.len]);
        wit.http_list_u8_free(&bytes);
    }
    wit.wasi_io_streams_input_stream_drop_own(input);
    wit.wasi_http_types_incoming_body_drop_own(incoming);
    finish(output, body, null);
}

/// Text that grows.
const Text = struct {
    bytes: [4096]u8 = undefined,
    length: usize = 0,

    fn add(self: *Text, parts: []const []const u8) void {
        for (parts) |part| {
            @memcpy(self.bytes[self.length..][0..part.len], part);
            self.length += part.len;
        }
    }

    fn all(self: *const Text) []const u8 {
        return self.bytes[0..self.length];
    }
};

fn lessThan(_: void, a: []const u8, b: []const u8) bool {
    return std.mem.lessThan(u8, a, b);
}

fn headers(request: wit.wasi_http_types_borrow_incoming_request_t, out: OutParam) !void {
    const fields = wit.wasi_http_types_method_incoming_request_headers(request);
    var entries: wit.wasi_http_types_list_tuple2_field_name_field_value_t = undefined;
    wit.wasi_http_types_method_fields_entries(wit.wasi_http_types_borrow_fields(fields), &entries);
    var lines: [64][]const u8 = undefined;
    var count: usize = 0;
    for (entries.ptr[0..entries.len]) |entry| {
        const name = entry.f0.ptr[0..entry.f0.len];
        if (!std.mem.startsWith(u8, name, "x-") or count == lines.len) continue;
        lines[count] = try std.mem.concat(allocator, u8, &.{ name, "=", entry.f1.ptr[0..entry.f1.len], "\n" });
        count += 1;
    }
    std.mem.sort([]const u8, lines[0..count], {}, lessThan);
    var text: Text = .{};
    text.add(lines[0..count]);
    answer(out, 200, text.all());
}

fn tellRequest(request: wit.wasi_http_types_borrow_incoming_request_t, out: OutParam) void {
    var method: wit.wasi_http_types_method_t = undefined;
    var scheme: wit.wasi_http_types_scheme_t = undefined;
    var authority: wit.http_string_t = undefined;
    var text: Text = .{};
    wit.wasi_http_types_method_incoming_request_method(request, &method);
    switch (method.tag) {
        wit.WASI_HTTP_TYPES_METHOD_GET => text.add(&.{"GET"}),
        wit.WASI_HTTP_TYPES_METHOD_POST => text.add(&.{"POST"}),
        wit.WASI_HTTP_TYPES_METHOD_PUT => text.add(&.{"PUT"}),
        wit.WASI_HTTP_TYPES_METHOD_OTHER => text.add(&.{ "other ", method.val.other.ptr[0..method.val.other.len] }),
        else => text.add(&.{"another"}),
    }
    const is_http = wit.wasi_http_types_method_incoming_request_scheme(request, &scheme) and
        scheme.tag == wit.WASI_HTTP_TYPES_SCHEME_HTTP;
    const has_authority = wit.wasi_http_types_method_incoming_request_authority(request, &authority);
    text.add(&.{ if (is_http) " HTTP " else " another ", if (has_authority) "some" else "no", " authority\n" });
    answer(out, 200, text.all());
}

fn outcome(ok: bool, problem: wit.wasi_http_types_header_error_t) []const u8 {
    if (ok) return "ok\n";
    return switch (problem.tag) {
        wit.WASI_HTTP_TYPES_HEADER_ERROR_INVALID_SYNTAX => "invalid-syntax\n",
        wit.WASI_HTTP_TYPES_HEADER_ERROR_FORBIDDEN => "forbidden\n",
        else => "immutable\n",
    };
}

fn rules(out: OutParam) void {
    var text: Text = .{};
    var problem: wit.wasi_http_types_header_error_t = undefined;
    const fields = wit.wasi_http_types_constructor_fields();
    const borrowed = wit.wasi_http_types_borrow_fields(fields);
    const pairs = [_][2][]const u8{
        .{ "X-One", "1" }, .{ "x-one", "2" },     .{ "a b", "1" },
        .{ "x-two", "1\n" }, .{ "host", "here" }, .{ "connection", "close" },
    };
    for (pairs) |pair| {
        var name = string(pair[0]);
        var value: wit.wasi_http_types_field_value_t = .{ .ptr = @constCast(pair[1].ptr), .len = pair[1].len };
        const ok = wit.wasi_http_types_method_fields_append(borrowed, &name, &value, &problem);
        text.add(&.{outcome(ok, problem)});
    }
    var none = string("x-none");
    var three = string("x-three");
    var one = string("x-ONE");
    var values: wit.wasi_http_types_list_field_value_t = .{ .ptr = null, .len = 0 };
    var ok = wit.wasi_http_types_method_fields_delete(borrowed, &none, &problem);
    text.add(&.{outcome(ok, problem)});
    ok = wit.wasi_http_types_method_fields_set(borrowed, &three, &values, &problem);
    text.add(&.{outcome(ok, problem)});
    wit.wasi_http_types_method_fields_get(borrowed, &one, &values);
    for (values.ptr[0..values.len], 0..) |value, i| text.add(&.{ if (i > 0) "," else "", value.ptr[0..value.len] });
    const made = wit.wasi_http_types_constructor_outgoing_request(fields);
    const request = wit.wasi_http_types_borrow_outgoing_request(made);
    const kept = wit.wasi_http_types_method_outgoing_request_headers(request);
    ok = wit.wasi_http_types_method_fields_delete(wit.wasi_http_types_borrow_fields(kept), &one, &problem);
    text.add(&.{ "\n", outcome(ok, problem) });
    wit.wasi_http_types_fields_drop_own(kept);
    var odd: wit.wasi_http_types_method_t = undefined;
    odd.tag = wit.WASI_HTTP_TYPES_METHOD_OTHER;
    odd.val.other = string("a b");
    var purge = odd;
    purge.val.other = string("PURGE");
    var scheme: wit.wasi_http_types_scheme_t = undefined;
    scheme.tag = wit.WASI_HTTP_TYPES_SCHEME_OTHER;
    scheme.val.other = string("no scheme");
    var bad = string("a b");
    var good = string("example.com:81");
    var bad_path = string("/a b");
    var good_path = string("/a?b");
    var body: OutgoingBody = undefined;
    var again: OutgoingBody = undefined;
    const done = [_]bool{
        wit.wasi_http_types_method_outgoing_request_set_method(request, &odd),
        wit.wasi_http_types_method_outgoing_request_set_method(request, &purge),
        wit.wasi_http_types_method_outgoing_request_set_scheme(request, &scheme),
        wit.wasi_http_types_method_outgoing_request_set_authority(request, &bad),
        wit.wasi_http_types_method_outgoing_request_set_authority(request, &good),
        wit.wasi_http_types_method_outgoing_request_set_path_with_query(request, &bad_path),
        wit.wasi_http_types_method_outgoing_request_set_path_with_query(request, &good_path),
        wit.wasi_http_types_method_outgoing_request_body(request, &body),
        wit.wasi_http_types_method_outgoing_request_body(request, &again),
    };
    for (done) |is_ok| text.add(&.{if (is_ok) "ok\n" else "refused\n"});
    answer(out, 200, text.all());
}

fn many(out: OutParam) void {
    const bytes: [4096]u8 = @splat('m');
    const body = start(out, 200);
    const stream = streamOf(body);
    for (0..300) |_| if (!put(stream, &bytes)) return;
    finish(stream, body, null);
}

fn trailing(out: OutParam) void {
    const body = start(out, 200);
    const stream = streamOf(body);
    _ = put(stream, "with trailers\n");
    var fields = wit.wasi_http_types_constructor_fields();
    var name = string("x-after");
    var value: wit.wasi_http_types_field_value_t = .{ .ptr = @constCast("all"), .len = 3 };
    var problem: wit.wasi_http_types_header_error_t = undefined;
    _ = wit.wasi_http_types_method_fields_append(wit.wasi_http_types_borrow_fields(fields), &name, &value, &problem);
    finish(stream, body, &fields);
}

fn refuse(out: OutParam) void {
    var result: wit.wasi_http_types_result_own_outgoing_response_error_code_t = undefined;
    result.is_err = true;
    result.val.err.tag = wit.WASI_HTTP_TYPES_ERROR_CODE_INTERNAL_ERROR;
    result.val.err.val.internal_error.is_some = false;
    wit.wasi_http_types_static_response_outparam_set(out, &result);
}

export fn exports_wasi_http_incoming_handler_handle(
    request: wit.exports_wasi_http_incoming_handler_own_incoming_request_t,
    out: OutParam,
) void {
    const borrowed = wit.wasi_http_types_borrow_incoming_request(request);
    var text: wit.http_string_t = undefined;
    const has_path = wit.wasi_http_types_method_incoming_request_path_with_query(borrowed, &text);
    const path: []const u8 = if (has_path) text.ptr[0..text.len] else "";
    if (std.mem.eql(u8, path, "/echo")) {
        var incoming: wit.wasi_http_types_own_incoming_body_t = undefined;
        _ = wit.wasi_http_types_method_incoming_request_consume(borrowed, &incoming);
        copy(incoming, start(out, 200));
    } else if (std.mem.eql(u8, path, "/headers")) {
        headers(borrowed, out) catch @trap();
    } else if (std.mem.eql(u8, path, "/request")) {
        tellRequest(borrowed, out);
    } else if (std.mem.eql(u8, path, "/rules")) {
        rules(out);
    } else if (std.mem.eql(u8, path, "/error")) {
        refuse(out);
    } else if (std.mem.eql(u8, path, "/silent")) {
        wit.wasi_http_types_response_outparam_drop_own(out);
    } else if (std.mem.eql(u8, path, "/trap")) {
        @trap();
    } else if (std.mem.eql(u8, path, "/many")) {
        many(out);
    } else if (std.mem.eql(u8, path, "/trailers")) {
        trailing(out);
    } else {
        answer(out, 404, "nothing here\n");
    }
}
