// What both halves of the program in Zig use.
const wit = @import("bindings");

pub const Address = wit.wasi_sockets_tcp_ip_socket_address_t;
pub const Network = wit.wasi_sockets_tcp_borrow_network_t;

const codes = [_][]const u8{
    "unknown",              "access-denied",     "not-supported",      "invalid-argument",   "out-of-memory",
    "timeout",              "concurrency-conflict", "not-in-progress", "would-block",        "invalid-state",
    "new-socket-limit",     "address-not-bindable", "address-in-use",  "remote-unreachable", "connection-refused",
    "connection-reset",     "connection-aborted", "datagram-too-large", "name-unresolvable",
    "temporary-resolver-failure", "permanent-resolver-failure",
};

pub fn print(parts: []const []const u8) void {
    const stdout = wit.wasi_cli_stdout_get_stdout();
    const stream: wit.wasi_io_streams_own_output_stream_t = .{ .__handle = stdout.__handle };
    for (parts) |part| _ = write(stream, part);
    wit.wasi_io_streams_output_stream_drop_own(stream);
}

pub fn write(stream: wit.wasi_io_streams_own_output_stream_t, text: []const u8) bool {
    var bytes: wit.sockets_command_list_u8_t = .{ .ptr = @constCast(text.ptr), .len = text.len };
    var problem: wit.wasi_io_streams_stream_error_t = undefined;
    const borrowed = wit.wasi_io_streams_borrow_output_stream(stream);
    return wit.wasi_io_streams_method_output_stream_blocking_write_and_flush(borrowed, &bytes, &problem);
}

pub var code: wit.wasi_sockets_network_error_code_t = 0;

pub fn tell(what: []const u8, ok: bool) bool {
    print(&.{ what, ": ", if (ok) "ok" else codes[code], "\n" });
    return ok;
}

pub fn address(a: u8, d: u8, port: u16) Address {
    var result: Address = undefined;
    result.tag = wit.WASI_SOCKETS_NETWORK_IP_SOCKET_ADDRESS_IPV4;
    result.val.ipv4.port = port;
    result.val.ipv4.address = .{ .f0 = a, .f1 = 0, .f2 = 0, .f3 = d };
    return result;
}
