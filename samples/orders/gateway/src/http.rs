//! wasi:http/incoming-handler: POST /orders, GET /orders/{id}, JSON both ways.

use crate::Gateway;
use crate::exports::shop::orders::desk::Guest as Desk;
use crate::exports::wasi::http::incoming_handler::Guest;
use crate::json::{Failure, OrderBody, OrderView};
use crate::shop::orders::types::OrderError;
use crate::wasi::http::types::{Fields, IncomingRequest, Method, OutgoingBody, OutgoingResponse, ResponseOutparam};
use crate::wasi::io::streams::StreamError;
use serde::Serialize;

const MOST_BODY_BYTES: usize = 64 * 1024;

impl Guest for Gateway {
    fn handle(request: IncomingRequest, out: ResponseOutparam) {
        route(request).send(out);
    }
}

struct Response {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

fn route(request: IncomingRequest) -> Response {
    let path = request.path_with_query().unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    match (request.method(), path.split('/').collect::<Vec<_>>().as_slice()) {
        (Method::Post, ["", "orders"]) => place(request),
        (Method::Get, ["", "orders", id]) => lookup(id),
        _ => Response::json(404, &Failure::new("there is nothing here")),
    }
}

fn place(request: IncomingRequest) -> Response {
    let token = bearer_token(&request).unwrap_or_default();
    let body = match read_body(request) {
        Ok(body) => body,
        Err(failure) => return Response::json(400, &failure),
    };
    let (draft, currency) = match serde_json::from_slice::<OrderBody>(&body) {
        Ok(order) => order.into_parts(),
        Err(error) => return Response::json(400, &Failure::new(error.to_string())),
    };
    match Gateway::place(token, draft, currency) {
        Ok(receipt) => {
            let location = format!("/orders/{}", receipt.order);
            Response::json(201, &OrderView::from(receipt)).with("location", location)
        }
        Err(error) => refuse(error),
    }
}

fn lookup(id: &str) -> Response {
    match id.parse().ok().and_then(Gateway::lookup) {
        Some(summary) => Response::json(200, &OrderView::from(summary)),
        None => Response::json(404, &Failure::new(format!("there is no order {id}"))),
    }
}

fn refuse(error: OrderError) -> Response {
    let status = match error {
        OrderError::Unauthorised(_) => 401,
        OrderError::Invalid(_) | OrderError::UnknownSku(_) => 422,
        OrderError::Storage(_) => 503,
    };
    let response = Response::json(status, &Failure::from(error));
    if status == 401 { response.with("www-authenticate", "Bearer".into()) } else { response }
}

fn bearer_token(request: &IncomingRequest) -> Option<String> {
    let value = request.headers().get("authorization").into_iter().next()?;
    String::from_utf8(value).ok()?.strip_prefix("Bearer ").map(str::to_string)
}

fn read_body(request: IncomingRequest) -> Result<Vec<u8>, Failure> {
    let body = request.consume().expect("the body has not been taken before");
    let stream = body.stream().expect("the stream has not been taken before");
    let mut bytes = Vec::new();
    loop {
        match stream.blocking_read(MOST_BODY_BYTES as u64) {
            Ok(chunk) => bytes.extend(chunk),
            Err(StreamError::Closed) => return Ok(bytes),
            Err(StreamError::LastOperationFailed(error)) => return Err(Failure::new(error.to_debug_string())),
        }
        if bytes.len() > MOST_BODY_BYTES {
            return Err(Failure::new(format!("the body has more than {MOST_BODY_BYTES} bytes")));
        }
    }
}

impl Response {
    fn json(status: u16, body: &impl Serialize) -> Self {
        let body = serde_json::to_vec(body).expect("the bodies have no maps with odd keys");
        let headers = vec![("content-type", "application/json".into()), ("content-length", body.len().to_string())];
        Response { status, headers, body }
    }

    fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }

    /// What the client does not wait for is not an error: it may have gone away.
    fn send(self, out: ResponseOutparam) {
        let headers: Vec<_> =
            self.headers.into_iter().map(|(name, value)| (name.to_string(), value.into_bytes())).collect();
        let response = OutgoingResponse::new(Fields::from_list(&headers).expect("the headers are well formed"));
        response.set_status_code(self.status).expect("the status is well formed");
        let body = response.body().expect("the body has not been taken before");
        ResponseOutparam::set(out, Ok(response));

        let stream = body.write().expect("the stream has not been taken before");
        for chunk in self.body.chunks(4096) {
            if stream.blocking_write_and_flush(chunk).is_err() {
                break;
            }
        }
        drop(stream);
        let _ = OutgoingBody::finish(body, None);
    }
}
