//! wasi:sockets in Rust: a program that talks to itself over TCP, then over UDP (`udp.rs`), and does what may not be done,
//! as `sockets.c` does.

mod udp;

wit_bindgen::generate!({ path: "../../wit", world: "witloom:conformance/sockets-command", generate_all });

use exports::wasi::cli::run::Guest;
use wasi::cli::stdout::get_stdout;
use wasi::io::streams::{InputStream, OutputStream, StreamError};
use wasi::sockets::instance_network::instance_network;
use wasi::sockets::ip_name_lookup::resolve_addresses;
use wasi::sockets::network::{ErrorCode, IpAddressFamily, IpSocketAddress, Ipv4SocketAddress, Network};
use wasi::sockets::tcp::{ShutdownType, TcpSocket};
use wasi::sockets::tcp_create_socket::create_tcp_socket;

struct Sockets;
export!(Sockets);

fn print(text: String) {
    get_stdout().blocking_write_and_flush(text.as_bytes()).unwrap();
}

fn tell<T>(what: &str, result: Result<T, ErrorCode>) -> Option<T> {
    let code = match &result {
        Ok(_) => "ok",
        Err(ErrorCode::AccessDenied) => "access-denied",
        Err(ErrorCode::InvalidArgument) => "invalid-argument",
        Err(ErrorCode::NotInProgress) => "not-in-progress",
        Err(ErrorCode::WouldBlock) => "would-block",
        Err(ErrorCode::InvalidState) => "invalid-state",
        Err(ErrorCode::ConnectionRefused) => "connection-refused",
        Err(ErrorCode::AddressInUse) => "address-in-use",
        Err(ErrorCode::DatagramTooLarge) => "datagram-too-large",
        Err(ErrorCode::ConcurrencyConflict) => "concurrency-conflict",
        Err(_) => "another",
    };
    print(format!("{what}: {code}\n"));
    result.ok()
}

fn made() -> TcpSocket {
    create_tcp_socket(IpAddressFamily::Ipv4).unwrap()
}

fn address(a: u8, d: u8, port: u16) -> IpSocketAddress {
    IpSocketAddress::Ipv4(Ipv4SocketAddress { port, address: (a, 0, 0, d) })
}

fn bind(socket: &TcpSocket, network: &Network, to: IpSocketAddress) -> Result<(), ErrorCode> {
    socket.start_bind(network, to)?;
    socket.finish_bind()
}

fn connect(
    socket: &TcpSocket,
    network: &Network,
    to: IpSocketAddress,
) -> Result<(InputStream, OutputStream), ErrorCode> {
    socket.start_connect(network, to)?;
    loop {
        socket.subscribe().block();
        match socket.finish_connect() {
            Err(ErrorCode::WouldBlock) => continue,
            result => return result,
        }
    }
}

fn put(stream: &OutputStream, text: &str) {
    let is_ok = stream.blocking_write_and_flush(text.as_bytes()).is_ok();
    print(format!("write: {}\n", if is_ok { "ok" } else { "failed" }));
}

fn get(stream: &InputStream) {
    let text = match stream.blocking_read(64) {
        Ok(bytes) => String::from_utf8(bytes).unwrap(),
        Err(StreamError::Closed) => "closed".into(),
        Err(StreamError::LastOperationFailed(_)) => "failed".into(),
    };
    print(format!("read: {text}\n"));
}

impl Guest for Sockets {
    fn run() -> Result<(), ()> {
        let network = &instance_network();
        let server = made();
        tell("listen unbound", server.start_listen());
        tell("finish nothing", server.finish_bind());
        tell("address unbound", server.local_address());
        tell("bind to a group", bind(&server, network, address(224, 1, 0)));
        tell("bind", bind(&server, network, address(127, 1, 0)));
        tell("bind again", bind(&server, network, address(127, 1, 0)));
        let here = tell("address", server.local_address()).ok_or(())?;
        let is_given = matches!(here, IpSocketAddress::Ipv4(Ipv4SocketAddress { port, .. }) if port > 1023);
        print(format!("port {}\n", if is_given { "given" } else { "none" }));
        let other = made();
        tell("connect to nobody", connect(&other, network, here));
        tell("listen", server.start_listen());
        tell("finish listen", server.finish_listen());
        print(format!("listening {}\n", u8::from(server.is_listening())));
        tell("accept nobody", server.accept());
        let client = made();
        tell("connect to port 0", connect(&client, network, address(127, 1, 0)));
        let (client_in, client_out) = tell("connect", connect(&client, network, here)).ok_or(())?;
        server.subscribe().block();
        let (_accepted, server_in, server_out) = tell("accept", server.accept()).ok_or(())?;
        put(&client_out, "ping");
        get(&server_in);
        put(&server_out, "pong");
        get(&client_in);
        tell("shut down", client.shutdown(ShutdownType::Send));
        get(&server_in);
        tell("no hops", client.set_hop_limit(0));
        tell("no backlog", server.set_listen_backlog_size(0));
        tell("shut down a listener", server.shutdown(ShutdownType::Both));
        tell("127.0.0.1", resolve_addresses(network, "127.0.0.1"));
        tell("a b", resolve_addresses(network, "a b"));
        drop((client_in, client_out, server_in, server_out));
        udp::run(network)
    }
}
