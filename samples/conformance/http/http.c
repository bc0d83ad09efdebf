// wasi:http in C: each path tries one thing. `rust/src/lib.rs` beside it does the same.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "http.h"

typedef exports_wasi_http_incoming_handler_own_incoming_request_t request_t;
typedef exports_wasi_http_incoming_handler_own_response_outparam_t outparam_t;

static http_string_t text_of(const char *text) {
    http_string_t string;
    http_string_set(&string, text);
    return string;
}

static bool is(http_string_t text, const char *other) {
    return text.len == strlen(other) && memcmp(text.ptr, other, text.len) == 0;
}

static wasi_http_types_own_outgoing_body_t start(outparam_t out, uint16_t status) {
    wasi_http_types_own_outgoing_response_t response = wasi_http_types_constructor_outgoing_response(wasi_http_types_constructor_fields());
    wasi_http_types_borrow_outgoing_response_t borrowed = wasi_http_types_borrow_outgoing_response(response);
    wasi_http_types_method_outgoing_response_set_status_code(borrowed, status);
    wasi_http_types_own_outgoing_body_t body;
    wasi_http_types_method_outgoing_response_body(borrowed, &body);
    wasi_http_types_result_own_outgoing_response_error_code_t answer = {.is_err = false, .val.ok = response};
    wasi_http_types_static_response_outparam_set(out, &answer);
    return body;
}

static bool put(wasi_io_streams_own_output_stream_t stream, const uint8_t *bytes, size_t length) {
    for (size_t done = 0; done < length;) {
        size_t part = length - done < 4096 ? length - done : 4096;
        http_list_u8_t contents = {(uint8_t *)bytes + done, part};
        wasi_io_streams_stream_error_t error;
        if (!wasi_io_streams_method_output_stream_blocking_write_and_flush(wasi_io_streams_borrow_output_stream(stream), &contents, &error)) return false;
        done += part;
    }
    return true;
}

static wasi_io_streams_own_output_stream_t stream_of(wasi_http_types_own_outgoing_body_t body) {
    wasi_http_types_own_output_stream_t stream;
    wasi_http_types_method_outgoing_body_write(wasi_http_types_borrow_outgoing_body(body), &stream);
    return (wasi_io_streams_own_output_stream_t){stream.__handle};
}

static void finish(wasi_http_types_own_outgoing_body_t body, wasi_http_types_own_trailers_t *trailers) {
    wasi_http_types_error_code_t error;
    wasi_http_types_static_outgoing_body_finish(body, trailers, &error);
}

static void answer(outparam_t out, uint16_t status, const char *text) {
    wasi_http_types_own_outgoing_body_t body = start(out, status);
    wasi_io_streams_own_output_stream_t stream = stream_of(body);
    put(stream, (const uint8_t *)text, strlen(text));
    wasi_io_streams_output_stream_drop_own(stream);
    finish(body, NULL);
}

static void copy(wasi_http_types_own_incoming_body_t incoming, wasi_http_types_own_outgoing_body_t body) {
    wasi_http_types_own_input_stream_t taken;
    wasi_http_types_method_incoming_body_stream(wasi_http_types_borrow_incoming_body(incoming), &taken);
    wasi_io_streams_own_input_stream_t input = {taken.__handle};
    wasi_io_streams_own_output_stream_t output = stream_of(body);
    http_list_u8_t bytes;
    wasi_io_streams_stream_error_t error;
    while (wasi_io_streams_method_input_stream_blocking_read(wasi_io_streams_borrow_input_stream(input), 4096, &bytes, &error)) {
        put(output, bytes.ptr, bytes.len);
        http_list_u8_free(&bytes);
    }
    wasi_io_streams_input_stream_drop_own(input);
    wasi_http_types_incoming_body_drop_own(incoming);
    wasi_io_streams_output_stream_drop_own(output);
    finish(body, NULL);
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void headers(wasi_http_types_borrow_incoming_request_t request, outparam_t out) {
    wasi_http_types_own_headers_t fields = wasi_http_types_method_incoming_request_headers(request);
    wasi_http_types_list_tuple2_field_name_field_value_t entries;
    wasi_http_types_method_fields_entries(wasi_http_types_borrow_fields(fields), &entries);
    char *lines[64], text[4096] = "";
    int count = 0;
    for (size_t i = 0; i < entries.len && count < 64; i++) {
        wasi_http_types_tuple2_field_name_field_value_t entry = entries.ptr[i];
        if (entry.f0.len < 2 || memcmp(entry.f0.ptr, "x-", 2)) continue;
        asprintf(&lines[count++], "%.*s=%.*s\n", (int)entry.f0.len, entry.f0.ptr, (int)entry.f1.len, entry.f1.ptr);
    }
    qsort(lines, count, sizeof *lines, by_text);
    for (int i = 0; i < count; i++) strlcat(text, lines[i], sizeof text);
    answer(out, 200, text);
}

static void tell_request(wasi_http_types_borrow_incoming_request_t request, outparam_t out) {
    wasi_http_types_method_t method;
    wasi_http_types_scheme_t scheme;
    http_string_t authority;
    char name[64] = "another", text[256];
    wasi_http_types_method_incoming_request_method(request, &method);
    if (method.tag == WASI_HTTP_TYPES_METHOD_GET) strcpy(name, "GET");
    if (method.tag == WASI_HTTP_TYPES_METHOD_POST) strcpy(name, "POST");
    if (method.tag == WASI_HTTP_TYPES_METHOD_PUT) strcpy(name, "PUT");
    if (method.tag == WASI_HTTP_TYPES_METHOD_OTHER) snprintf(name, sizeof name, "other %.*s", (int)method.val.other.len, method.val.other.ptr);
    bool is_http = wasi_http_types_method_incoming_request_scheme(request, &scheme) && scheme.tag == WASI_HTTP_TYPES_SCHEME_HTTP;
    bool has_authority = wasi_http_types_method_incoming_request_authority(request, &authority);
    snprintf(text, sizeof text, "%s %s %s authority\n", name, is_http ? "HTTP" : "another", has_authority ? "some" : "no");
    answer(out, 200, text);
}

static const char *outcome(bool ok, wasi_http_types_header_error_t error) {
    if (ok) return "ok\n";
    return error.tag == WASI_HTTP_TYPES_HEADER_ERROR_INVALID_SYNTAX ? "invalid-syntax\n"
         : error.tag == WASI_HTTP_TYPES_HEADER_ERROR_FORBIDDEN ? "forbidden\n" : "immutable\n";
}

static void rules(outparam_t out) {
    char text[2048] = "";
    wasi_http_types_header_error_t error;
    wasi_http_types_own_fields_t fields = wasi_http_types_constructor_fields();
    wasi_http_types_borrow_fields_t borrowed = wasi_http_types_borrow_fields(fields);
    const char *pairs[][2] = {{"X-One", "1"}, {"x-one", "2"}, {"a b", "1"}, {"x-two", "1\n"}, {"host", "here"}, {"connection", "close"}};
    for (int i = 0; i < 6; i++) {
        http_string_t name = text_of(pairs[i][0]);
        wasi_http_types_field_value_t value = {(uint8_t *)pairs[i][1], strlen(pairs[i][1])};
        strcat(text, outcome(wasi_http_types_method_fields_append(borrowed, &name, &value, &error), error));
    }
    http_string_t none = text_of("x-none"), three = text_of("x-three"), one = text_of("x-ONE"), lower = text_of("x-one");
    wasi_http_types_list_field_value_t values = {NULL, 0};
    strcat(text, outcome(wasi_http_types_method_fields_delete(borrowed, &none, &error), error));
    strcat(text, outcome(wasi_http_types_method_fields_set(borrowed, &three, &values, &error), error));
    wasi_http_types_method_fields_get(borrowed, &one, &values);
    for (size_t i = 0; i < values.len; i++) {
        if (i > 0) strcat(text, ",");
        strncat(text, (char *)values.ptr[i].ptr, values.ptr[i].len);
    }
    strcat(text, "\n");
    wasi_http_types_own_outgoing_request_t made = wasi_http_types_constructor_outgoing_request(fields);
    wasi_http_types_borrow_outgoing_request_t request = wasi_http_types_borrow_outgoing_request(made);
    wasi_http_types_own_headers_t kept = wasi_http_types_method_outgoing_request_headers(request);
    strcat(text, outcome(wasi_http_types_method_fields_delete(wasi_http_types_borrow_fields(kept), &lower, &error), error));
    wasi_http_types_fields_drop_own(kept);
    wasi_http_types_method_t odd = {WASI_HTTP_TYPES_METHOD_OTHER, {text_of("a b")}}, purge = {WASI_HTTP_TYPES_METHOD_OTHER, {text_of("PURGE")}};
    wasi_http_types_scheme_t scheme = {WASI_HTTP_TYPES_SCHEME_OTHER, {text_of("no scheme")}};
    http_string_t bad = text_of("a b"), good = text_of("example.com:81"), bad_path = text_of("/a b"), good_path = text_of("/a?b");
    wasi_http_types_own_outgoing_body_t body, again;
    bool done[] = {
        wasi_http_types_method_outgoing_request_set_method(request, &odd),
        wasi_http_types_method_outgoing_request_set_method(request, &purge),
        wasi_http_types_method_outgoing_request_set_scheme(request, &scheme),
        wasi_http_types_method_outgoing_request_set_authority(request, &bad),
        wasi_http_types_method_outgoing_request_set_authority(request, &good),
        wasi_http_types_method_outgoing_request_set_path_with_query(request, &bad_path),
        wasi_http_types_method_outgoing_request_set_path_with_query(request, &good_path),
        wasi_http_types_method_outgoing_request_body(request, &body),
        wasi_http_types_method_outgoing_request_body(request, &again),
    };
    for (int i = 0; i < 9; i++) strcat(text, done[i] ? "ok\n" : "refused\n");
    answer(out, 200, text);
}

static void many(outparam_t out) {
    static uint8_t bytes[4096];
    memset(bytes, 'm', sizeof bytes);
    wasi_http_types_own_outgoing_body_t body = start(out, 200);
    wasi_io_streams_own_output_stream_t stream = stream_of(body);
    for (int i = 0; i < 300; i++) {
        if (!put(stream, bytes, sizeof bytes)) return;
    }
    wasi_io_streams_output_stream_drop_own(stream);
    finish(body, NULL);
}

static void trailers(outparam_t out) {
    wasi_http_types_own_outgoing_body_t body = start(out, 200);
    wasi_io_streams_own_output_stream_t stream = stream_of(body);
    put(stream, (const uint8_t *)"with trailers\n", 14);
    wasi_io_streams_output_stream_drop_own(stream);
    wasi_http_types_own_fields_t fields = wasi_http_types_constructor_fields();
    http_string_t name = text_of("x-after");
    wasi_http_types_field_value_t value = {(uint8_t *)"all", 3};
    wasi_http_types_header_error_t error;
    wasi_http_types_method_fields_append(wasi_http_types_borrow_fields(fields), &name, &value, &error);
    finish(body, &fields);
}

static const char *code_name(uint8_t tag) {
    switch (tag) {
    case WASI_HTTP_TYPES_ERROR_CODE_HTTP_REQUEST_DENIED: return "HTTP-request-denied";
    case WASI_HTTP_TYPES_ERROR_CODE_HTTP_REQUEST_URI_INVALID: return "HTTP-request-URI-invalid";
    case WASI_HTTP_TYPES_ERROR_CODE_DESTINATION_UNAVAILABLE: return "destination-unavailable";
    case WASI_HTTP_TYPES_ERROR_CODE_CONNECTION_REFUSED: return "connection-refused";
    case WASI_HTTP_TYPES_ERROR_CODE_INTERNAL_ERROR: return "internal-error";
    default: return "another";
    }
}

/** Asks `host:port/path` by http and passes the answer on. */
static void fetch(http_string_t target, outparam_t out) {
    const uint8_t *slash = memchr(target.ptr, '/', target.len);
    size_t length = slash ? (size_t)(slash - target.ptr) : target.len;
    http_string_t authority = {target.ptr, length}, path = slash ? (http_string_t){(uint8_t *)slash, target.len - length} : text_of("/");
    wasi_http_types_own_outgoing_request_t made = wasi_http_types_constructor_outgoing_request(wasi_http_types_constructor_fields());
    wasi_http_types_borrow_outgoing_request_t request = wasi_http_types_borrow_outgoing_request(made);
    wasi_http_types_scheme_t scheme = {.tag = WASI_HTTP_TYPES_SCHEME_HTTP};
    wasi_http_types_method_outgoing_request_set_scheme(request, &scheme);
    wasi_http_types_method_outgoing_request_set_authority(request, &authority);
    wasi_http_types_method_outgoing_request_set_path_with_query(request, &path);
    wasi_http_outgoing_handler_own_future_incoming_response_t future;
    wasi_http_outgoing_handler_error_code_t code;
    char text[64];
    if (!wasi_http_outgoing_handler_handle(made, NULL, &future, &code)) {
        snprintf(text, sizeof text, "refused: %s\n", code_name(code.tag));
        answer(out, 502, text);
        return;
    }
    wasi_http_types_borrow_future_incoming_response_t pending = wasi_http_types_borrow_future_incoming_response(future);
    wasi_io_poll_own_pollable_t pollable = wasi_http_types_method_future_incoming_response_subscribe(pending);
    wasi_io_poll_method_pollable_block(wasi_io_poll_borrow_pollable(pollable));
    wasi_io_poll_pollable_drop_own(pollable);
    wasi_http_types_result_result_own_incoming_response_error_code_void_t got;
    wasi_http_types_method_future_incoming_response_get(pending, &got);
    if (got.val.ok.is_err) {
        snprintf(text, sizeof text, "failed: %s\n", code_name(got.val.ok.val.err.tag));
        answer(out, 502, text);
        return;
    }
    wasi_http_types_borrow_incoming_response_t response = wasi_http_types_borrow_incoming_response(got.val.ok.val.ok);
    uint16_t status = wasi_http_types_method_incoming_response_status(response);
    wasi_http_types_own_incoming_body_t incoming;
    wasi_http_types_method_incoming_response_consume(response, &incoming);
    copy(incoming, start(out, status));
}

void exports_wasi_http_incoming_handler_handle(request_t request, outparam_t out) {
    wasi_http_types_borrow_incoming_request_t borrowed = wasi_http_types_borrow_incoming_request(request);
    http_string_t path;
    if (!wasi_http_types_method_incoming_request_path_with_query(borrowed, &path)) path = text_of("");
    if (is(path, "/echo")) {
        wasi_http_types_own_incoming_body_t incoming;
        wasi_http_types_method_incoming_request_consume(borrowed, &incoming);
        copy(incoming, start(out, 200));
    } else if (is(path, "/headers")) headers(borrowed, out);
    else if (is(path, "/request")) tell_request(borrowed, out);
    else if (is(path, "/rules")) rules(out);
    else if (is(path, "/error")) {
        wasi_http_types_result_own_outgoing_response_error_code_t error = {.is_err = true};
        error.val.err.tag = WASI_HTTP_TYPES_ERROR_CODE_INTERNAL_ERROR;
        wasi_http_types_static_response_outparam_set(out, &error);
    } else if (is(path, "/silent")) wasi_http_types_response_outparam_drop_own(out);
    else if (is(path, "/trap")) __builtin_trap();
    else if (is(path, "/many")) many(out);
    else if (is(path, "/trailers")) trailers(out);
    else if (path.len > 7 && !memcmp(path.ptr, "/fetch/", 7)) fetch((http_string_t){path.ptr + 7, path.len - 7}, out);
    else answer(out, 404, "nothing here\n");
}
