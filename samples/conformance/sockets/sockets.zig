// wasi:sockets in Zig: a program that talks to itself over TCP, then over UDP (`udp.zig`), as `sockets.c` does. `bindings`
// is what wit-bindgen makes of the world, in C.
const std = @import("std");
const wit = @import("bindings");
const shared = @import("shared.zig");
const udp = @import("udp.zig");

/// A panic is a trap: there is nowhere to print to.
pub const panic = std.debug.no_panic;

const Socket = wit.wasi_sockets_tcp_own_tcp_socket_t;
const Address = shared.Address;
const Network = shared.Network;
const Streams = wit.wasi_sockets_tcp_tuple2_own_input_stream_own_output_stream_t;

const address = shared.address;
const code = &shared.code;
const print = shared.print;
const tell = shared.tell;
const write = shared.write;

fn self(socket: Socket) wit.wasi_sockets_tcp_borrow_tcp_socket_t {
    return wit.wasi_sockets_tcp_borrow_tcp_socket(socket);
}

fn made() Socket {
    var socket: wit.wasi_sockets_tcp_create_socket_own_tcp_socket_t = undefined;
    const family = wit.WASI_SOCKETS_NETWORK_IP_ADDRESS_FAMILY_IPV4;
    _ = wit.wasi_sockets_tcp_create_socket_create_tcp_socket(family, &socket, code);
    return .{ .__handle = socket.__handle };
}

fn bind(socket: Socket, network: Network, to: Address) bool {
    var wanted = to;
    return wit.wasi_sockets_tcp_method_tcp_socket_start_bind(self(socket), network, &wanted, code) and
        wit.wasi_sockets_tcp_method_tcp_socket_finish_bind(self(socket), code);
}

fn wait(socket: Socket) void {
    const pollable = wit.wasi_sockets_tcp_method_tcp_socket_subscribe(self(socket));
    const polled: wit.wasi_io_poll_own_pollable_t = .{ .__handle = pollable.__handle };
    wit.wasi_io_poll_method_pollable_block(wit.wasi_io_poll_borrow_pollable(polled));
    wit.wasi_io_poll_pollable_drop_own(polled);
}

fn connect(socket: Socket, network: Network, to: Address, streams: *Streams) bool {
    var wanted = to;
    if (!wit.wasi_sockets_tcp_method_tcp_socket_start_connect(self(socket), network, &wanted, code)) return false;
    while (true) {
        wait(socket);
        if (wit.wasi_sockets_tcp_method_tcp_socket_finish_connect(self(socket), streams, code)) return true;
        if (code.* != wit.WASI_SOCKETS_NETWORK_ERROR_CODE_WOULD_BLOCK) return false;
    }
}

fn put(stream: wit.wasi_sockets_tcp_own_output_stream_t, text: []const u8) void {
    const ok = write(.{ .__handle = stream.__handle }, text);
    print(&.{ "write: ", if (ok) "ok" else "failed", "\n" });
}

fn get(stream: wit.wasi_sockets_tcp_own_input_stream_t) void {
    const own: wit.wasi_io_streams_own_input_stream_t = .{ .__handle = stream.__handle };
    const borrowed = wit.wasi_io_streams_borrow_input_stream(own);
    var bytes: wit.sockets_command_list_u8_t = undefined;
    var problem: wit.wasi_io_streams_stream_error_t = undefined;
    if (wit.wasi_io_streams_method_input_stream_blocking_read(borrowed, 64, &bytes, &problem)) {
        print(&.{ "read: ", bytes.ptr[0..bytes.len], "\n" });
    } else {
        const is_closed = problem.tag == wit.WASI_IO_STREAMS_STREAM_ERROR_CLOSED;
        print(&.{ "read: ", if (is_closed) "closed" else "failed", "\n" });
    }
}

fn lookUp(network: Network, name: []const u8) void {
    var text: wit.sockets_command_string_t = .{ .ptr = @constCast(name.ptr), .len = name.len };
    var stream: wit.wasi_sockets_ip_name_lookup_own_resolve_address_stream_t = undefined;
    const over: wit.wasi_sockets_ip_name_lookup_borrow_network_t = .{ .__handle = network.__handle };
    if (!tell(name, wit.wasi_sockets_ip_name_lookup_resolve_addresses(over, &text, &stream, code))) return;
    wit.wasi_sockets_ip_name_lookup_resolve_address_stream_drop_own(stream);
}

export fn exports_wasi_cli_run_run() bool {
    const own = wit.wasi_sockets_instance_network_instance_network();
    const borrowed = wit.wasi_sockets_network_borrow_network(.{ .__handle = own.__handle });
    const network: Network = .{ .__handle = borrowed.__handle };
    const server = made();
    var here: Address = undefined;
    _ = tell("listen unbound", wit.wasi_sockets_tcp_method_tcp_socket_start_listen(self(server), code));
    _ = tell("finish nothing", wit.wasi_sockets_tcp_method_tcp_socket_finish_bind(self(server), code));
    _ = tell("address unbound", wit.wasi_sockets_tcp_method_tcp_socket_local_address(self(server), &here, code));
    _ = tell("bind to a group", bind(server, network, address(224, 1, 0)));
    _ = tell("bind", bind(server, network, address(127, 1, 0)));
    _ = tell("bind again", bind(server, network, address(127, 1, 0)));
    _ = tell("address", wit.wasi_sockets_tcp_method_tcp_socket_local_address(self(server), &here, code));
    print(&.{ "port ", if (here.val.ipv4.port > 1023) "given" else "none", "\n" });
    var streams: Streams = undefined;
    _ = tell("connect to nobody", connect(made(), network, here, &streams));
    _ = tell("listen", wit.wasi_sockets_tcp_method_tcp_socket_start_listen(self(server), code));
    _ = tell("finish listen", wit.wasi_sockets_tcp_method_tcp_socket_finish_listen(self(server), code));
    const is_listening = wit.wasi_sockets_tcp_method_tcp_socket_is_listening(self(server));
    print(&.{ "listening ", if (is_listening) "1" else "0", "\n" });
    var accepted: wit.wasi_sockets_tcp_tuple3_own_tcp_socket_own_input_stream_own_output_stream_t = undefined;
    _ = tell("accept nobody", wit.wasi_sockets_tcp_method_tcp_socket_accept(self(server), &accepted, code));
    const client = made();
    _ = tell("connect to port 0", connect(client, network, address(127, 1, 0), &streams));
    if (!tell("connect", connect(client, network, here, &streams))) return false;
    wait(server);
    if (!tell("accept", wit.wasi_sockets_tcp_method_tcp_socket_accept(self(server), &accepted, code))) return false;
    put(streams.f1, "ping");
    get(accepted.f1);
    put(accepted.f2, "pong");
    get(streams.f0);
    const send = wit.WASI_SOCKETS_TCP_SHUTDOWN_TYPE_SEND;
    const both = wit.WASI_SOCKETS_TCP_SHUTDOWN_TYPE_BOTH;
    _ = tell("shut down", wit.wasi_sockets_tcp_method_tcp_socket_shutdown(self(client), send, code));
    get(accepted.f1);
    _ = tell("no hops", wit.wasi_sockets_tcp_method_tcp_socket_set_hop_limit(self(client), 0, code));
    _ = tell("no backlog", wit.wasi_sockets_tcp_method_tcp_socket_set_listen_backlog_size(self(server), 0, code));
    _ = tell("shut down a listener", wit.wasi_sockets_tcp_method_tcp_socket_shutdown(self(server), both, code));
    lookUp(network, "127.0.0.1");
    lookUp(network, "a b");
    udp.run(network);
    return true;
}
