// Datagrams to itself, as `udp.c` beside it sends them.
const wit = @import("bindings");
const shared = @import("shared.zig");

const Socket = wit.wasi_sockets_udp_own_udp_socket_t;
const Streams = wit.wasi_sockets_udp_tuple2_own_incoming_datagram_stream_own_outgoing_datagram_stream_t;
const Address = shared.Address;
const Network = shared.Network;
const address = shared.address;
const code = &shared.code;
const print = shared.print;
const tell = shared.tell;

fn self(socket: Socket) wit.wasi_sockets_udp_borrow_udp_socket_t {
    return wit.wasi_sockets_udp_borrow_udp_socket(socket);
}

fn made() Socket {
    var socket: wit.wasi_sockets_udp_create_socket_own_udp_socket_t = undefined;
    _ = wit.wasi_sockets_udp_create_socket_create_udp_socket(wit.WASI_SOCKETS_NETWORK_IP_ADDRESS_FAMILY_IPV4, &socket, code);
    return socket;
}

fn bind(what: []const u8, socket: Socket, network: Network, to: Address) void {
    var wanted = to;
    _ = tell(what, wit.wasi_sockets_udp_method_udp_socket_start_bind(self(socket), network, &wanted, code) and
        wit.wasi_sockets_udp_method_udp_socket_finish_bind(self(socket), code));
}

fn addressOf(what: []const u8, socket: Socket) Address {
    var result: Address = undefined;
    _ = tell(what, wit.wasi_sockets_udp_method_udp_socket_local_address(self(socket), &result, code));
    return result;
}

fn peerOf(what: []const u8, socket: Socket) void {
    var result: Address = undefined;
    _ = tell(what, wit.wasi_sockets_udp_method_udp_socket_remote_address(self(socket), &result, code));
}

fn streamOf(what: []const u8, socket: Socket, peer: ?Address) Streams {
    var wanted: Address = peer orelse undefined;
    var streams: Streams = undefined;
    const to = if (peer == null) null else &wanted;
    _ = tell(what, wit.wasi_sockets_udp_method_udp_socket_stream(self(socket), to, &streams, code));
    return streams;
}

fn dropStreams(streams: Streams) void {
    wit.wasi_sockets_udp_incoming_datagram_stream_drop_own(streams.f0);
    wit.wasi_sockets_udp_outgoing_datagram_stream_drop_own(streams.f1);
}

fn send(what: []const u8, streams: Streams, texts: []const []const u8, to: ?Address) void {
    const out = wit.wasi_sockets_udp_borrow_outgoing_datagram_stream(streams.f1);
    var datagrams: [2]wit.wasi_sockets_udp_outgoing_datagram_t = undefined;
    var sent: u64 = 0;
    if (!wit.wasi_sockets_udp_method_outgoing_datagram_stream_check_send(out, &sent, code) or sent < texts.len) @trap();
    for (texts, 0..) |text, i| {
        datagrams[i].data = .{ .ptr = @constCast(text.ptr), .len = text.len };
        datagrams[i].remote_address = .{ .is_some = to != null, .val = to orelse undefined };
    }
    var list: wit.wasi_sockets_udp_list_outgoing_datagram_t = .{ .ptr = &datagrams, .len = texts.len };
    if (!tell(what, wit.wasi_sockets_udp_method_outgoing_datagram_stream_send(out, &list, &sent, code))) return;
    print(&.{ "sent ", &.{'0' + @as(u8, @intCast(sent))}, "\n" });
}

fn receiveNow(streams: Streams, most: u64, from: Address) usize {
    var list: wit.wasi_sockets_udp_list_incoming_datagram_t = undefined;
    const in = wit.wasi_sockets_udp_borrow_incoming_datagram_stream(streams.f0);
    if (!tell("receive", wit.wasi_sockets_udp_method_incoming_datagram_stream_receive(in, most, &list, code))) return 9;
    for (0..list.len) |i| {
        const datagram = list.ptr[i];
        const is_from = datagram.remote_address.val.ipv4.port == from.val.ipv4.port;
        print(&.{ "[", datagram.data.ptr[0..datagram.data.len], "] ", if (is_from) "1" else "0", "\n" });
    }
    return list.len;
}

fn receive(streams: Streams, from: Address) void {
    const in = wit.wasi_sockets_udp_borrow_incoming_datagram_stream(streams.f0);
    const pollable = wit.wasi_sockets_udp_method_incoming_datagram_stream_subscribe(in);
    const ready: wit.wasi_io_poll_own_pollable_t = .{ .__handle = pollable.__handle };
    wit.wasi_io_poll_method_pollable_block(wit.wasi_io_poll_borrow_pollable(ready));
    wit.wasi_io_poll_pollable_drop_own(ready);
    _ = receiveNow(streams, 1, from);
}

pub fn run(network: Network) void {
    const a = made();
    const first = made();
    const gone = made();
    _ = streamOf("stream unbound", a, null);
    _ = tell("finish nothing", wit.wasi_sockets_udp_method_udp_socket_finish_bind(self(a), code));
    _ = addressOf("address unbound", a);
    var v6: Address = undefined;
    v6.tag = wit.WASI_SOCKETS_NETWORK_IP_SOCKET_ADDRESS_IPV6;
    v6.val.ipv6 = .{ .address = .{ .f7 = 1 } };
    bind("bind to another family", a, network, v6);
    bind("bind", a, network, address(127, 1, 0));
    bind("bind again", a, network, address(127, 1, 0));
    const here = addressOf("address", a);
    bind("bind where it is", first, network, here);
    wit.wasi_sockets_udp_udp_socket_drop_own(first);
    const b = made();
    bind("bind", b, network, address(127, 1, 0));
    const there = addressOf("address", b);
    bind("bind", gone, network, address(127, 1, 0));
    const nowhere = addressOf("address", gone);
    wit.wasi_sockets_udp_udp_socket_drop_own(gone);
    peerOf("no peer", a);
    const at_a = streamOf("stream", a, null);
    var at_b = streamOf("stream to a peer", b, here);
    peerOf("peer", b);
    const none = receiveNow(at_a, 4, there);
    print(&.{ "nothing yet: ", &.{'0' + @as(u8, @intCast(none))}, "\n" });
    const much: [65508]u8 = @splat('x');
    send("send to nobody", at_a, &.{"x"}, null);
    send("send to port 0", at_a, &.{"x"}, address(127, 1, 0));
    send("send to every address", at_a, &.{"x"}, address(0, 0, 1));
    send("send too much", at_a, &.{&much}, there);
    send("send nothing", at_a, &.{}, null);
    send("send to another than the peer", at_b, &.{"x"}, there);
    send("send", at_b, &.{ "ping", "" }, null);
    receive(at_a, there);
    receive(at_a, there);
    send("send", at_a, &.{"pong"}, there);
    receive(at_b, here);
    dropStreams(at_b);
    at_b = streamOf("stream to who is gone", b, nowhere);
    send("send", at_b, &.{"x"}, null);
    receive(at_b, here);
    dropStreams(at_b);
    _ = streamOf("stream to port 0", b, address(127, 1, 0));
    _ = tell("no hops", wit.wasi_sockets_udp_method_udp_socket_set_unicast_hop_limit(self(a), 0, code));
    _ = tell("no room", wit.wasi_sockets_udp_method_udp_socket_set_receive_buffer_size(self(a), 0, code));
    _ = tell("room", wit.wasi_sockets_udp_method_udp_socket_set_send_buffer_size(self(a), 4096, code));
}
