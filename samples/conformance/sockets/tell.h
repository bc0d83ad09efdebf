// What both halves of the program in C use.

#include "sockets.h"

typedef wasi_sockets_tcp_ip_socket_address_t address_t;
typedef wasi_sockets_network_error_code_t code_t;
typedef wasi_sockets_tcp_borrow_network_t network_t;

/** Prints what came of something, and returns whether it is well. */
bool tell(const char *what, bool ok, code_t code);

/** The IPv4 address a.0.0.d. */
address_t address(uint8_t a, uint8_t d, uint16_t port);

void run_udp(network_t network);
