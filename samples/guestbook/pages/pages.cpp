// visit:pages: wasi:http/incoming-handler. GET / and POST /entries show the book, GET /letter takes its time.
#include "pages.h"

#include "http.hpp"
#include "parts.hpp"
#include "text.hpp"

namespace {

using Outparam = exports_wasi_http_incoming_handler_own_response_outparam_t;

constexpr std::size_t most_form_bytes = 8192;
constexpr std::uint64_t pause_ns = 330'000'000;
constexpr http::Header html{"content-type", "text/html; charset=utf-8"};

std::string_view view_of(const pages_string_t &text) { return {reinterpret_cast<const char *>(text.ptr), text.len}; }

/// A string that is lent for a call.
pages_string_t lent(const std::string &text) {
  return {reinterpret_cast<std::uint8_t *>(const_cast<char *>(text.data())), text.size()};
}

std::string written_entries() {
  visit_guestbook_entries_list_entry_t list;
  visit_guestbook_entries_all(&list);
  std::string page;
  for (std::size_t i = list.len; i-- > 0;) {
    page += "<blockquote>" + text::escaped(view_of(list.ptr[i].message)) + "<cite>" +
            text::escaped(view_of(list.ptr[i].name)) + "</cite></blockquote>\n";
  }
  if (list.len == 0) page = "<p>Nobody has written anything yet.</p>\n";
  visit_guestbook_entries_list_entry_free(&list);
  return page;
}

void show_book(Outparam out, std::uint16_t status, std::string_view note) {
  http::Answer answer(out, status, html);
  std::string page(parts::head);
  page += note;
  page += parts::form;
  page += written_entries();
  page += parts::foot;
  answer.write(page);
}

void write_down(Outparam out, const http::Request &request) {
  const std::string form = request.body(most_form_bytes);
  const std::string name = text::field(form, "name");
  const std::string message = text::field(form, "message");
  if (!text::is_utf8(name) || !text::is_utf8(message)) {
    return show_book(out, 400, "<p class=\"fault\">That is not text.</p>\n");
  }
  visit_guestbook_entries_entry_t entry{lent(name), lent(message)};
  pages_string_t fault;
  if (visit_guestbook_entries_add(&entry, &fault)) {
    return show_book(out, 201, "<p>Thank you, " + text::escaped(name) + ".</p>\n");
  }
  const std::string note = "<p class=\"fault\">" + text::escaped(view_of(fault)) + "</p>\n";
  pages_string_free(&fault);
  show_book(out, 422, note);
}

void pause() {
  const auto moment = wasi_clocks_monotonic_clock_subscribe_duration(pause_ns);
  wasi_io_poll_method_pollable_block(wasi_io_poll_borrow_pollable(moment));
  wasi_io_poll_pollable_drop_own(moment);
}

void write_letter(Outparam out) {
  http::Answer answer(out, 200, html);
  if (!answer.write(parts::head)) return;
  for (const std::string_view line : parts::letter) {
    if (!answer.write("<p>" + std::string(line) + "</p>\n")) return;
    pause();
  }
  answer.write(parts::foot);
}

void send(Outparam out, std::string_view type, std::string_view body) {
  http::Answer answer(out, 200, {"content-type", type});
  answer.write(body);
}

void not_found(Outparam out) {
  http::Answer answer(out, 404, html);
  answer.write(std::string(parts::head) + "<p class=\"fault\">There is no such page.</p>\n" + std::string(parts::foot));
}

}  // namespace

void exports_wasi_http_incoming_handler_handle(exports_wasi_http_incoming_handler_own_incoming_request_t handle,
                                               Outparam out) {
  const http::Request request(handle);
  const http::Method method = request.method();
  const std::string path = request.path();
  if (method == http::Method::post && path == "/entries") return write_down(out, request);
  if (method != http::Method::get) return not_found(out);
  if (path == "/") return show_book(out, 200, "");
  if (path == "/letter") return write_letter(out);
  if (path == "/style.css") return send(out, "text/css", parts::style);
  if (path == "/sun.svg") return send(out, "image/svg+xml", parts::sun);
  if (path == "/index.html") {
    http::Answer(out, 301, {"location", "/"});
    return;
  }
  not_found(out);
}
