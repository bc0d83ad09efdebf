// wasi:sockets in C: a program that talks to itself over TCP, then over UDP (`udp.c`), and does what may not be done. It
// says what came of it.

#include <stdio.h>
#include <string.h>
#include "sockets.h"
#include "tell.h"

typedef wasi_sockets_tcp_own_tcp_socket_t socket_t;

static network_t network;

static const char *const CODES[] = {
    "unknown", "access-denied", "not-supported", "invalid-argument", "out-of-memory", "timeout", "concurrency-conflict",
    "not-in-progress", "would-block", "invalid-state", "new-socket-limit", "address-not-bindable", "address-in-use",
    "remote-unreachable", "connection-refused", "connection-reset", "connection-aborted", "datagram-too-large",
    "name-unresolvable", "temporary-resolver-failure", "permanent-resolver-failure",
};

bool tell(const char *what, bool ok, code_t code) {
    printf("%s: %s\n", what, ok ? "ok" : CODES[code]);
    return ok;
}

static socket_t made(void) {
    wasi_sockets_tcp_create_socket_own_tcp_socket_t socket;
    wasi_sockets_tcp_create_socket_error_code_t code;
    wasi_sockets_tcp_create_socket_create_tcp_socket(WASI_SOCKETS_NETWORK_IP_ADDRESS_FAMILY_IPV4, &socket, &code);
    return (socket_t){socket.__handle};
}

address_t address(uint8_t a, uint8_t d, uint16_t port) {
    address_t made = {.tag = WASI_SOCKETS_NETWORK_IP_SOCKET_ADDRESS_IPV4};
    made.val.ipv4.port = port;
    made.val.ipv4.address = (wasi_sockets_network_ipv4_address_t){a, 0, 0, d};
    return made;
}

#define SELF(socket) wasi_sockets_tcp_borrow_tcp_socket(socket)

static void bind_to(const char *what, socket_t socket, address_t to) {
    code_t code = 0;
    bool ok = wasi_sockets_tcp_method_tcp_socket_start_bind(SELF(socket), network, &to, &code);
    if (ok) ok = wasi_sockets_tcp_method_tcp_socket_finish_bind(SELF(socket), &code);
    tell(what, ok, code);
}

static void wait_for(socket_t socket) {
    wasi_sockets_tcp_own_pollable_t pollable = wasi_sockets_tcp_method_tcp_socket_subscribe(SELF(socket));
    wasi_io_poll_own_pollable_t polled = {pollable.__handle};
    wasi_io_poll_method_pollable_block(wasi_io_poll_borrow_pollable(polled));
    wasi_io_poll_pollable_drop_own(polled);
}

typedef wasi_sockets_tcp_tuple2_own_input_stream_own_output_stream_t streams_t;

static bool connect_to(const char *what, socket_t socket, address_t to, streams_t *streams) {
    code_t code = 0;
    bool ok = wasi_sockets_tcp_method_tcp_socket_start_connect(SELF(socket), network, &to, &code);
    while (ok) {
        wait_for(socket);
        ok = wasi_sockets_tcp_method_tcp_socket_finish_connect(SELF(socket), streams, &code);
        if (ok || code != WASI_SOCKETS_NETWORK_ERROR_CODE_WOULD_BLOCK) break;
        ok = true;
    }
    return tell(what, ok, code);
}

static void put(wasi_sockets_tcp_own_output_stream_t stream, const char *text) {
    wasi_io_streams_own_output_stream_t own = {stream.__handle};
    sockets_list_u8_t bytes = {(uint8_t *)text, strlen(text)};
    wasi_io_streams_stream_error_t error;
    bool ok = wasi_io_streams_method_output_stream_blocking_write_and_flush(wasi_io_streams_borrow_output_stream(own), &bytes, &error);
    printf("write: %s\n", ok ? "ok" : "failed");
}

static void get(wasi_sockets_tcp_own_input_stream_t stream) {
    wasi_io_streams_own_input_stream_t own = {stream.__handle};
    sockets_list_u8_t bytes;
    wasi_io_streams_stream_error_t error;
    if (wasi_io_streams_method_input_stream_blocking_read(wasi_io_streams_borrow_input_stream(own), 64, &bytes, &error)) {
        printf("read: %.*s\n", (int)bytes.len, bytes.ptr);
    } else printf("read: %s\n", error.tag == WASI_IO_STREAMS_STREAM_ERROR_CLOSED ? "closed" : "failed");
}

static void look_up(const char *name) {
    sockets_string_t text;
    sockets_string_set(&text, name);
    wasi_sockets_ip_name_lookup_own_resolve_address_stream_t stream;
    code_t code = 0;
    wasi_sockets_ip_name_lookup_borrow_network_t over = {network.__handle};
    if (!tell(name, wasi_sockets_ip_name_lookup_resolve_addresses(over, &text, &stream, &code), code)) return;
    wasi_sockets_ip_name_lookup_resolve_address_stream_drop_own(stream);
}

int main(void) {
    wasi_sockets_instance_network_own_network_t own = wasi_sockets_instance_network_instance_network();
    network = (wasi_sockets_tcp_borrow_network_t){wasi_sockets_network_borrow_network((wasi_sockets_network_own_network_t){own.__handle}).__handle};
    code_t code = 0;
    address_t here;
    streams_t client_streams;
    socket_t server = made();
    tell("listen unbound", wasi_sockets_tcp_method_tcp_socket_start_listen(SELF(server), &code), code);
    tell("finish nothing", wasi_sockets_tcp_method_tcp_socket_finish_bind(SELF(server), &code), code);
    tell("address unbound", wasi_sockets_tcp_method_tcp_socket_local_address(SELF(server), &here, &code), code);
    bind_to("bind to a group", server, address(224, 1, 0));
    bind_to("bind", server, address(127, 1, 0));
    bind_to("bind again", server, address(127, 1, 0));
    tell("address", wasi_sockets_tcp_method_tcp_socket_local_address(SELF(server), &here, &code), code);
    printf("port %s\n", here.val.ipv4.port > 1023 ? "given" : "none");
    socket_t other = made();
    connect_to("connect to nobody", other, here, &client_streams);
    tell("listen", wasi_sockets_tcp_method_tcp_socket_start_listen(SELF(server), &code), code);
    tell("finish listen", wasi_sockets_tcp_method_tcp_socket_finish_listen(SELF(server), &code), code);
    printf("listening %d\n", wasi_sockets_tcp_method_tcp_socket_is_listening(SELF(server)));
    wasi_sockets_tcp_tuple3_own_tcp_socket_own_input_stream_own_output_stream_t accepted;
    tell("accept nobody", wasi_sockets_tcp_method_tcp_socket_accept(SELF(server), &accepted, &code), code);
    socket_t client = made();
    address_t nowhere = here;
    nowhere.val.ipv4.port = 0;
    connect_to("connect to port 0", client, nowhere, &client_streams);
    if (!connect_to("connect", client, here, &client_streams)) return 1;
    wait_for(server);
    if (!tell("accept", wasi_sockets_tcp_method_tcp_socket_accept(SELF(server), &accepted, &code), code)) return 1;
    put(client_streams.f1, "ping");
    get(accepted.f1);
    put(accepted.f2, "pong");
    get(client_streams.f0);
    tell("shut down", wasi_sockets_tcp_method_tcp_socket_shutdown(SELF(client), WASI_SOCKETS_TCP_SHUTDOWN_TYPE_SEND, &code), code);
    get(accepted.f1);
    tell("no hops", wasi_sockets_tcp_method_tcp_socket_set_hop_limit(SELF(client), 0, &code), code);
    tell("no backlog", wasi_sockets_tcp_method_tcp_socket_set_listen_backlog_size(SELF(server), 0, &code), code);
    tell("shut down a listener", wasi_sockets_tcp_method_tcp_socket_shutdown(SELF(server), WASI_SOCKETS_TCP_SHUTDOWN_TYPE_BOTH, &code), code);
    look_up("127.0.0.1");
    look_up("a b");
    run_udp(network);
    return 0;
}
