// Datagrams to itself: what works, what may not be done, and what comes of it.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "sockets.h"
#include "tell.h"

typedef wasi_sockets_udp_own_udp_socket_t udp_t;
typedef wasi_sockets_udp_tuple2_own_incoming_datagram_stream_own_outgoing_datagram_stream_t streams_t;

#define SELF(socket) wasi_sockets_udp_borrow_udp_socket(socket)

static udp_t made(void) {
    udp_t socket;
    code_t code;
    wasi_sockets_udp_create_socket_create_udp_socket(WASI_SOCKETS_NETWORK_IP_ADDRESS_FAMILY_IPV4, &socket, &code);
    return socket;
}

static void bind_to(const char *what, udp_t socket, network_t network, address_t to) {
    code_t code = 0;
    bool ok = wasi_sockets_udp_method_udp_socket_start_bind(SELF(socket), network, &to, &code);
    if (ok) ok = wasi_sockets_udp_method_udp_socket_finish_bind(SELF(socket), &code);
    tell(what, ok, code);
}

static address_t address_of(const char *what, udp_t socket) {
    address_t address;
    code_t code = 0;
    tell(what, wasi_sockets_udp_method_udp_socket_local_address(SELF(socket), &address, &code), code);
    return address;
}

static void peer_of(const char *what, udp_t socket) {
    address_t address;
    code_t code = 0;
    tell(what, wasi_sockets_udp_method_udp_socket_remote_address(SELF(socket), &address, &code), code);
}

static streams_t stream_of(const char *what, udp_t socket, address_t *peer) {
    streams_t streams = {{0}, {0}};
    code_t code = 0;
    tell(what, wasi_sockets_udp_method_udp_socket_stream(SELF(socket), peer, &streams, &code), code);
    return streams;
}

static void drop_streams(streams_t streams) {
    wasi_sockets_udp_incoming_datagram_stream_drop_own(streams.f0);
    wasi_sockets_udp_outgoing_datagram_stream_drop_own(streams.f1);
}

static void send_to(const char *what, streams_t streams, const char *const *texts, size_t count, const address_t *to) {
    wasi_sockets_udp_borrow_outgoing_datagram_stream_t out = wasi_sockets_udp_borrow_outgoing_datagram_stream(streams.f1);
    wasi_sockets_udp_outgoing_datagram_t datagrams[2];
    uint64_t sent;
    code_t code = 0;
    if (!wasi_sockets_udp_method_outgoing_datagram_stream_check_send(out, &sent, &code) || sent < count) abort();
    for (size_t i = 0; i < count; i++) {
        datagrams[i].data = (sockets_list_u8_t){(uint8_t *)texts[i], strlen(texts[i])};
        datagrams[i].remote_address.is_some = to != NULL;
        if (to) datagrams[i].remote_address.val = *to;
    }
    wasi_sockets_udp_list_outgoing_datagram_t list = {datagrams, count};
    if (tell(what, wasi_sockets_udp_method_outgoing_datagram_stream_send(out, &list, &sent, &code), code)) {
        printf("sent %d\n", (int)sent);
    }
}

static int receive_now(streams_t streams, uint64_t most, const address_t *from) {
    wasi_sockets_udp_list_incoming_datagram_t list;
    code_t code = 0;
    wasi_sockets_udp_borrow_incoming_datagram_stream_t in = wasi_sockets_udp_borrow_incoming_datagram_stream(streams.f0);
    if (!tell("receive", wasi_sockets_udp_method_incoming_datagram_stream_receive(in, most, &list, &code), code)) return 9;
    for (size_t i = 0; i < list.len; i++) {
        int is_from = list.ptr[i].remote_address.val.ipv4.port == from->val.ipv4.port;
        printf("[%.*s] %d\n", (int)list.ptr[i].data.len, list.ptr[i].data.ptr, is_from);
    }
    return (int)list.len;
}

static void receive(streams_t streams, const address_t *from) {
    wasi_sockets_udp_borrow_incoming_datagram_stream_t in = wasi_sockets_udp_borrow_incoming_datagram_stream(streams.f0);
    wasi_io_poll_own_pollable_t ready = {wasi_sockets_udp_method_incoming_datagram_stream_subscribe(in).__handle};
    wasi_io_poll_method_pollable_block(wasi_io_poll_borrow_pollable(ready));
    wasi_io_poll_pollable_drop_own(ready);
    receive_now(streams, 1, from);
}

void run_udp(network_t network) {
    code_t code = 0;
    udp_t a = made(), b = made(), gone = made();
    stream_of("stream unbound", a, NULL);
    tell("finish nothing", wasi_sockets_udp_method_udp_socket_finish_bind(SELF(a), &code), code);
    address_of("address unbound", a);
    address_t v6 = {.tag = WASI_SOCKETS_NETWORK_IP_SOCKET_ADDRESS_IPV6};
    v6.val.ipv6.address.f7 = 1;
    bind_to("bind to another family", a, network, v6);
    bind_to("bind", a, network, address(127, 1, 0));
    bind_to("bind again", a, network, address(127, 1, 0));
    address_t here = address_of("address", a);
    bind_to("bind where it is", b, network, here);
    wasi_sockets_udp_udp_socket_drop_own(b);
    b = made();
    bind_to("bind", b, network, address(127, 1, 0));
    address_t there = address_of("address", b);
    bind_to("bind", gone, network, address(127, 1, 0));
    address_t nowhere = address_of("address", gone);
    wasi_sockets_udp_udp_socket_drop_own(gone);
    peer_of("no peer", a);
    streams_t at_a = stream_of("stream", a, NULL), at_b = stream_of("stream to a peer", b, &here);
    peer_of("peer", b);
    printf("nothing yet: %d\n", receive_now(at_a, 4, &there));
    static char much[65509];
    memset(much, 'x', 65508);
    const char *x[] = {"x"}, *too_much[] = {much}, *ping[] = {"ping", ""}, *pong[] = {"pong"};
    address_t no_port = address(127, 1, 0), every = address(0, 0, 1);
    send_to("send to nobody", at_a, x, 1, NULL);
    send_to("send to port 0", at_a, x, 1, &no_port);
    send_to("send to every address", at_a, x, 1, &every);
    send_to("send too much", at_a, too_much, 1, &there);
    send_to("send nothing", at_a, x, 0, NULL);
    send_to("send to another than the peer", at_b, x, 1, &there);
    send_to("send", at_b, ping, 2, NULL);
    receive(at_a, &there);
    receive(at_a, &there);
    send_to("send", at_a, pong, 1, &there);
    receive(at_b, &here);
    drop_streams(at_b);
    at_b = stream_of("stream to who is gone", b, &nowhere);
    send_to("send", at_b, x, 1, NULL);
    receive(at_b, &here);
    drop_streams(at_b);
    stream_of("stream to port 0", b, &no_port);
    tell("no hops", wasi_sockets_udp_method_udp_socket_set_unicast_hop_limit(SELF(a), 0, &code), code);
    tell("no room", wasi_sockets_udp_method_udp_socket_set_receive_buffer_size(SELF(a), 0, &code), code);
    tell("room", wasi_sockets_udp_method_udp_socket_set_send_buffer_size(SELF(a), 4096, &code), code);
}
