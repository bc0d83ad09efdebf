//! Datagrams to itself, as `udp.c` beside it sends them.

use crate::wasi::sockets::network::{ErrorCode, IpAddressFamily, IpSocketAddress, Ipv6SocketAddress, Network};
use crate::wasi::sockets::udp::{IncomingDatagramStream, OutgoingDatagram, OutgoingDatagramStream, UdpSocket};
use crate::wasi::sockets::udp_create_socket::create_udp_socket;
use crate::{address, print, tell};

fn made() -> UdpSocket {
    create_udp_socket(IpAddressFamily::Ipv4).unwrap()
}

fn bind(socket: &UdpSocket, network: &Network, to: IpSocketAddress) -> Result<(), ErrorCode> {
    socket.start_bind(network, to)?;
    socket.finish_bind()
}

fn send(what: &str, out: &OutgoingDatagramStream, texts: &[&[u8]], to: Option<IpSocketAddress>) {
    let permitted = out.check_send().unwrap();
    assert!(permitted >= texts.len() as u64);
    let datagrams: Vec<_> =
        texts.iter().map(|text| OutgoingDatagram { data: text.to_vec(), remote_address: to }).collect();
    if let Some(count) = tell(what, out.send(&datagrams)) {
        print(format!("sent {count}\n"));
    }
}

fn receive(input: &IncomingDatagramStream, from: IpSocketAddress) {
    input.subscribe().block();
    for datagram in tell("receive", input.receive(1)).unwrap_or_default() {
        let text = String::from_utf8(datagram.data).unwrap();
        let is_from = port(datagram.remote_address) == port(from);
        print(format!("[{text}] {}\n", u8::from(is_from)));
    }
}

fn port(of: IpSocketAddress) -> u16 {
    match of {
        IpSocketAddress::Ipv4(address) => address.port,
        IpSocketAddress::Ipv6(address) => address.port,
    }
}

pub fn run(network: &Network) -> Result<(), ()> {
    let (a, b, gone) = (made(), made(), made());
    tell("stream unbound", a.stream(None));
    tell("finish nothing", a.finish_bind());
    tell("address unbound", a.local_address());
    let v6 = Ipv6SocketAddress { port: 0, flow_info: 0, address: (0, 0, 0, 0, 0, 0, 0, 1), scope_id: 0 };
    tell("bind to another family", bind(&a, network, IpSocketAddress::Ipv6(v6)));
    tell("bind", bind(&a, network, address(127, 1, 0)));
    tell("bind again", bind(&a, network, address(127, 1, 0)));
    let here = tell("address", a.local_address()).ok_or(())?;
    tell("bind where it is", bind(&b, network, here));
    drop(b);
    let b = made();
    tell("bind", bind(&b, network, address(127, 1, 0)));
    let there = tell("address", b.local_address()).ok_or(())?;
    tell("bind", bind(&gone, network, address(127, 1, 0)));
    let nowhere = tell("address", gone.local_address()).ok_or(())?;
    drop(gone);
    tell("no peer", a.remote_address());
    let (a_in, a_out) = tell("stream", a.stream(None)).ok_or(())?;
    let (b_in, b_out) = tell("stream to a peer", b.stream(Some(here))).ok_or(())?;
    tell("peer", b.remote_address());
    print(format!("nothing yet: {}\n", tell("receive", a_in.receive(4)).map_or(9, |list| list.len())));
    send("send to nobody", &a_out, &[b"x"], None);
    send("send to port 0", &a_out, &[b"x"], Some(address(127, 1, 0)));
    send("send to every address", &a_out, &[b"x"], Some(address(0, 0, 1)));
    send("send too much", &a_out, &[&vec![b'x'; 65508]], Some(there));
    send("send nothing", &a_out, &[], None);
    send("send to another than the peer", &b_out, &[b"x"], Some(there));
    send("send", &b_out, &[b"ping", b""], None);
    receive(&a_in, there);
    receive(&a_in, there);
    send("send", &a_out, &[b"pong"], Some(there));
    receive(&b_in, here);
    drop((b_in, b_out));
    let (b_in, b_out) = tell("stream to who is gone", b.stream(Some(nowhere))).ok_or(())?;
    send("send", &b_out, &[b"x"], None);
    receive(&b_in, here);
    drop((b_in, b_out));
    tell("stream to port 0", b.stream(Some(address(127, 1, 0))));
    tell("no hops", a.set_unicast_hop_limit(0));
    tell("no room", a.set_receive_buffer_size(0));
    tell("room", a.set_send_buffer_size(4096));
    drop((a_in, a_out));
    Ok(())
}
