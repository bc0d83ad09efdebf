//! wasi:http in Rust: each path tries one thing. `http.c` and `http.zig` beside it do the same.

wit_bindgen::generate!({ path: "../../wit", world: "witloom:conformance/http", generate_all });

use exports::wasi::http::incoming_handler::Guest;
use wasi::http::outgoing_handler;
use wasi::http::types::*;
use wasi::io::streams::{InputStream, StreamError};

struct Http;
export!(Http);

impl Guest for Http {
    fn handle(request: IncomingRequest, out: ResponseOutparam) {
        let path = request.path_with_query().unwrap_or_default();
        match path.as_str() {
            "/echo" => echo(request, out),
            "/headers" => answer(out, 200, &headers_text(&request)),
            "/request" => answer(out, 200, &request_text(&request)),
            "/rules" => answer(out, 200, &rules_text()),
            "/error" => ResponseOutparam::set(out, Err(ErrorCode::InternalError(Some("asked for".into())))),
            "/silent" => drop(out),
            "/trap" => core::arch::wasm32::unreachable(),
            "/many" => many(out),
            "/trailers" => trailers(out),
            _ => match path.strip_prefix("/fetch/") {
                Some(target) => fetch(target, out),
                None => answer(out, 404, "nothing here\n"),
            },
        }
    }
}

fn start(out: ResponseOutparam, status: u16) -> OutgoingBody {
    let response = OutgoingResponse::new(Fields::new());
    response.set_status_code(status).unwrap();
    let body = response.body().unwrap();
    ResponseOutparam::set(out, Ok(response));
    body
}

fn answer(out: ResponseOutparam, status: u16, text: &str) {
    let body = start(out, status);
    let stream = body.write().unwrap();
    for chunk in text.as_bytes().chunks(4096) {
        stream.blocking_write_and_flush(chunk).unwrap();
    }
    drop(stream);
    OutgoingBody::finish(body, None).unwrap();
}

fn echo(request: IncomingRequest, out: ResponseOutparam) {
    let incoming = request.consume().unwrap();
    copy(incoming.stream().unwrap(), start(out, 200));
}

fn copy(input: InputStream, body: OutgoingBody) {
    let output = body.write().unwrap();
    loop {
        match input.blocking_read(4096) {
            Ok(bytes) => output.blocking_write_and_flush(&bytes).unwrap(),
            Err(StreamError::Closed) => break,
            Err(StreamError::LastOperationFailed(_)) => return,
        }
    }
    drop(output);
    OutgoingBody::finish(body, None).unwrap();
}

fn headers_text(request: &IncomingRequest) -> String {
    let mut lines: Vec<String> = request
        .headers()
        .entries()
        .into_iter()
        .filter(|(name, _)| name.starts_with("x-"))
        .map(|(name, value)| format!("{name}={}\n", String::from_utf8_lossy(&value)))
        .collect();
    lines.sort();
    lines.concat()
}

fn request_text(request: &IncomingRequest) -> String {
    let method = match request.method() {
        Method::Get => "GET".into(),
        Method::Post => "POST".into(),
        Method::Put => "PUT".into(),
        Method::Other(other) => format!("other {other}"),
        _ => "another".into(),
    };
    let scheme = if matches!(request.scheme(), Some(Scheme::Http)) { "HTTP" } else { "another" };
    let authority = if request.authority().is_some() { "some" } else { "no" };
    format!("{method} {scheme} {authority} authority\n")
}

fn rules_text() -> String {
    let fields = Fields::new();
    let result = |result: Result<(), HeaderError>| match result {
        Ok(()) => "ok",
        Err(HeaderError::InvalidSyntax) => "invalid-syntax",
        Err(HeaderError::Forbidden) => "forbidden",
        Err(HeaderError::Immutable) => "immutable",
    };
    let mut lines = vec![
        result(fields.append("X-One", b"1")),
        result(fields.append("x-one", b"2")),
        result(fields.append("a b", b"1")),
        result(fields.append("x-two", b"1\n")),
        result(fields.append("host", b"here")),
        result(fields.append("connection", b"close")),
        result(fields.delete("x-none")),
        result(fields.set("x-three", &[])),
    ]
    .join("\n");
    let values: Vec<_> = fields.get("x-ONE").iter().map(|value| String::from_utf8_lossy(value).into_owned()).collect();
    let request = OutgoingRequest::new(fields);
    lines += &format!("\n{}\n{}\n", values.join(","), result(request.headers().delete("x-one")));
    for is_ok in [
        request.set_method(&Method::Other("a b".into())).is_ok(),
        request.set_method(&Method::Other("PURGE".into())).is_ok(),
        request.set_scheme(Some(&Scheme::Other("no scheme".into()))).is_ok(),
        request.set_authority(Some("a b")).is_ok(),
        request.set_authority(Some("example.com:81")).is_ok(),
        request.set_path_with_query(Some("/a b")).is_ok(),
        request.set_path_with_query(Some("/a?b")).is_ok(),
        request.body().is_ok(),
        request.body().is_ok(),
    ] {
        lines += if is_ok { "ok\n" } else { "refused\n" };
    }
    lines
}

fn many(out: ResponseOutparam) {
    let body = start(out, 200);
    let stream = body.write().unwrap();
    for _ in 0..300 {
        if stream.blocking_write_and_flush(&[b'm'; 4096]).is_err() {
            return;
        }
    }
    drop(stream);
    OutgoingBody::finish(body, None).unwrap();
}

fn trailers(out: ResponseOutparam) {
    let body = start(out, 200);
    let stream = body.write().unwrap();
    stream.blocking_write_and_flush(b"with trailers\n").unwrap();
    drop(stream);
    let fields = Fields::from_list(&[("x-after".into(), b"all".to_vec())]).unwrap();
    OutgoingBody::finish(body, Some(fields)).unwrap();
}

/// Asks `host:port/path` by http and passes the answer on.
fn fetch(target: &str, out: ResponseOutparam) {
    let (authority, path) = target.split_once('/').unwrap_or((target, ""));
    let request = OutgoingRequest::new(Fields::new());
    request.set_scheme(Some(&Scheme::Http)).unwrap();
    request.set_authority(Some(authority)).unwrap();
    request.set_path_with_query(Some(&format!("/{path}"))).unwrap();
    let future = match outgoing_handler::handle(request, None) {
        Ok(future) => future,
        Err(code) => return answer(out, 502, &format!("refused: {}\n", code_name(&code))),
    };
    future.subscribe().block();
    match future.get().unwrap().unwrap() {
        Ok(response) => {
            let status = response.status();
            let incoming = response.consume().unwrap();
            copy(incoming.stream().unwrap(), start(out, status));
        }
        Err(code) => answer(out, 502, &format!("failed: {}\n", code_name(&code))),
    }
}

fn code_name(code: &ErrorCode) -> &'static str {
    match code {
        ErrorCode::HttpRequestDenied => "HTTP-request-denied",
        ErrorCode::HttpRequestUriInvalid => "HTTP-request-URI-invalid",
        ErrorCode::DestinationUnavailable => "destination-unavailable",
        ErrorCode::ConnectionRefused => "connection-refused",
        ErrorCode::InternalError(_) => "internal-error",
        _ => "another",
    }
}
