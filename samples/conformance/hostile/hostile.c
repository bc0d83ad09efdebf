// A handler whose pages try to get out of a live preview: by scripts, frames, links and forms that lead elsewhere, and by
// headers that would change how a browser treats the site. What gets out leaves the word OWNED behind.
#include <stdio.h>
#include <string.h>
#include "http.h"

typedef exports_wasi_http_incoming_handler_own_incoming_request_t request_t;
typedef exports_wasi_http_incoming_handler_own_response_outparam_t outparam_t;

#define ATTACK                                                                                                        \
    "try{top.document.title='OWNED'}catch{}try{parent.document.title='OWNED'}catch{}"                                 \
    "try{localStorage.setItem('OWNED','1')}catch{}try{indexedDB.open('OWNED')}catch{}"                                \
    "try{caches.open('OWNED')}catch{}try{document.cookie='OWNED=1'}catch{}"                                           \
    "try{top.postMessage('OWNED','*')}catch{}try{new BroadcastChannel('OWNED').postMessage('OWNED')}catch{}"          \
    "try{navigator.serviceWorker.register('/OWNED.js')}catch{}try{top.location='/?OWNED'}catch{}"

static const char PAGE[] =
    "<!doctype html><title>Hostile</title><base target=\"_top\"><h1>Hostile</h1>"
    "<script>" ATTACK "</script><script src=\"/owned.js\"></script><script type=\"module\" src=\"owned.js\"></script>"
    "<img src=\"/nothing.png\" onerror=\"" ATTACK "\"><svg onload=\"" ATTACK "\"></svg>"
    "<body onload=\"" ATTACK "\"><iframe name=\"inline\" srcdoc=\"<script>" ATTACK "</script>inline\"></iframe>"
    "<iframe name=\"script\" src=\"javascript:" ATTACK "\"></iframe>"
    "<iframe name=\"drawing\" src=\"/drawing.svg\"></iframe>"
    "<iframe name=\"site\" src=\"/\" referrerpolicy=\"no-referrer\"></iframe>"
    "<iframe name=\"up\" src=\"/preview/../\" referrerpolicy=\"no-referrer\"></iframe>"
    "<iframe name=\"dots\" src=\"/preview/%2e%2e/%2e%2e/samples/samples.json\" referrerpolicy=\"no-referrer\"></iframe>"
    "<iframe name=\"other\" src=\"/preview/another-00000000/\"></iframe>"
    "<object data=\"/drawing.svg\"></object><embed src=\"/drawing.svg\">"
    "<link rel=\"stylesheet\" href=\"/samples/samples.json\"><link rel=\"manifest\" href=\"/manifest.json\">"
    "<p><a href=\"/?OWNED\">top link</a> <a href=\"javascript:" ATTACK "\">script link</a> "
    "<a href=\"/?OWNED\" target=\"_blank\">new window</a></p>"
    "<form action=\"/?OWNED\" target=\"_top\"><button>top form</button></form>"
    "<form action=\"https://elsewhere.test/\" target=\"_self\"><button>form elsewhere</button></form>"
    "<p><a href=\"/where\" target=\"_self\">where am I</a></p>";

static const char DRAWING[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"" ATTACK "\"><script>" ATTACK "</script></svg>";

static const char *HEADERS[][2] = {
    {"content-security-policy", "script-src * 'unsafe-inline'; frame-ancestors *"},
    {"service-worker-allowed", "/"},
    {"clear-site-data", "\"storage\""},
    {"set-cookie", "OWNED=1"},
    {"cross-origin-opener-policy", "unsafe-none"},
    {"cross-origin-embedder-policy", "unsafe-none"},
    {"refresh", "0; url=https://elsewhere.test/"},
};

static void put_header(wasi_http_types_own_fields_t fields, const char *name, const char *value) {
    http_string_t key = {(uint8_t *)name, strlen(name)};
    wasi_http_types_field_value_t bytes = {(uint8_t *)value, strlen(value)};
    wasi_http_types_header_error_t error;
    wasi_http_types_method_fields_append(wasi_http_types_borrow_fields(fields), &key, &bytes, &error);
}

static void answer(outparam_t out, const char *type, const char *text) {
    wasi_http_types_own_fields_t fields = wasi_http_types_constructor_fields();
    put_header(fields, "content-type", type);
    for (size_t i = 0; i < sizeof HEADERS / sizeof *HEADERS; i++) put_header(fields, HEADERS[i][0], HEADERS[i][1]);
    wasi_http_types_own_outgoing_response_t response = wasi_http_types_constructor_outgoing_response(fields);
    wasi_http_types_own_outgoing_body_t body;
    wasi_http_types_method_outgoing_response_body(wasi_http_types_borrow_outgoing_response(response), &body);
    wasi_http_types_result_own_outgoing_response_error_code_t answered = {.is_err = false, .val.ok = response};
    wasi_http_types_static_response_outparam_set(out, &answered);
    wasi_http_types_own_output_stream_t stream;
    wasi_http_types_method_outgoing_body_write(wasi_http_types_borrow_outgoing_body(body), &stream);
    wasi_io_streams_own_output_stream_t output = {stream.__handle};
    for (size_t done = 0, length = strlen(text); done < length;) {
        size_t part = length - done < 4096 ? length - done : 4096;
        http_list_u8_t contents = {(uint8_t *)text + done, part};
        wasi_io_streams_stream_error_t failed;
        if (!wasi_io_streams_method_output_stream_blocking_write_and_flush(
                wasi_io_streams_borrow_output_stream(output), &contents, &failed)) break;
        done += part;
    }
    wasi_io_streams_output_stream_drop_own(output);
    wasi_http_types_error_code_t error;
    wasi_http_types_static_outgoing_body_finish(body, NULL, &error);
}

static bool is(http_string_t text, const char *other) {
    return text.len == strlen(other) && memcmp(text.ptr, other, text.len) == 0;
}

void exports_wasi_http_incoming_handler_handle(request_t request, outparam_t out) {
    http_string_t path;
    if (!wasi_http_types_method_incoming_request_path_with_query(wasi_http_types_borrow_incoming_request(request), &path)) path.len = 0;
    if (is(path, "/")) answer(out, "text/html", PAGE);
    else if (is(path, "/drawing.svg")) answer(out, "image/svg+xml", DRAWING);
    else if (path.len > 3 && memcmp(path.ptr + path.len - 3, ".js", 3) == 0) answer(out, "text/javascript", ATTACK);
    else {
        char text[512];
        snprintf(text, sizeof text, "<!doctype html><p>%.*s</p>", (int)(path.len < 400 ? path.len : 400), path.ptr);
        answer(out, "text/html", text);
    }
    wasi_http_types_incoming_request_drop_own(request);
}
