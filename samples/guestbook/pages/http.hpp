// The door: a request as it is asked, an answer that is written piece by piece.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pages.h"

namespace http {

enum class Method { get, post, other };

/// A request of which the body is read when it is asked for.
class Request {
 public:
  explicit Request(exports_wasi_http_incoming_handler_own_incoming_request_t handle) : handle_(handle) {}
  ~Request() { wasi_http_types_incoming_request_drop_own(handle_); }
  Request(const Request &) = delete;
  Request &operator=(const Request &) = delete;

  Method method() const {
    wasi_http_types_method_t method;
    wasi_http_types_method_incoming_request_method(borrowed(), &method);
    const auto tag = method.tag;
    wasi_http_types_method_free(&method);
    if (tag == WASI_HTTP_TYPES_METHOD_GET || tag == WASI_HTTP_TYPES_METHOD_HEAD) return Method::get;
    return tag == WASI_HTTP_TYPES_METHOD_POST ? Method::post : Method::other;
  }

  /// Without the query.
  std::string path() const {
    pages_string_t text;
    if (!wasi_http_types_method_incoming_request_path_with_query(borrowed(), &text)) return "/";
    std::string path(reinterpret_cast<const char *>(text.ptr), text.len);
    pages_string_free(&text);
    return path.substr(0, path.find('?'));
  }

  /// The body as far as `most` bytes. It can be read once.
  std::string body(std::size_t most) const {
    wasi_http_types_own_incoming_body_t body;
    if (!wasi_http_types_method_incoming_request_consume(borrowed(), &body)) return {};
    wasi_http_types_own_input_stream_t stream;
    wasi_http_types_method_incoming_body_stream(wasi_http_types_borrow_incoming_body(body), &stream);
    const auto input = wasi_io_streams_borrow_input_stream(stream);
    std::string text;
    pages_list_u8_t bytes;
    wasi_io_streams_stream_error_t error;
    while (text.size() < most && wasi_io_streams_method_input_stream_blocking_read(input, most, &bytes, &error)) {
      text.append(reinterpret_cast<const char *>(bytes.ptr), bytes.len);
      pages_list_u8_free(&bytes);
    }
    wasi_io_streams_input_stream_drop_own(stream);
    wasi_http_types_incoming_body_drop_own(body);
    return text.substr(0, most);
  }

 private:
  wasi_http_types_borrow_incoming_request_t borrowed() const { return wasi_http_types_borrow_incoming_request(handle_); }

  wasi_http_types_own_incoming_request_t handle_;
};

struct Header {
  std::string_view name;
  std::string_view value;
};

/// An answer under way: the head is sent at once, what is written goes out as it is written.
class Answer {
 public:
  Answer(exports_wasi_http_incoming_handler_own_response_outparam_t out, std::uint16_t status, Header header) {
    const auto fields = wasi_http_types_constructor_fields();
    append(fields, header);
    const auto response = wasi_http_types_constructor_outgoing_response(fields);
    const auto borrowed = wasi_http_types_borrow_outgoing_response(response);
    wasi_http_types_method_outgoing_response_set_status_code(borrowed, status);
    wasi_http_types_method_outgoing_response_body(borrowed, &body_);
    wasi_http_types_result_own_outgoing_response_error_code_t answer{};
    answer.val.ok = response;
    wasi_http_types_static_response_outparam_set(out, &answer);
    wasi_http_types_method_outgoing_body_write(wasi_http_types_borrow_outgoing_body(body_), &stream_);
  }

  ~Answer() {
    wasi_io_streams_output_stream_drop_own(stream_);
    wasi_http_types_error_code_t error;
    wasi_http_types_static_outgoing_body_finish(body_, nullptr, &error);
  }
  Answer(const Answer &) = delete;
  Answer &operator=(const Answer &) = delete;

  /// False once nobody reads any more.
  bool write(std::string_view text) {
    constexpr std::size_t most_at_once = 4096;
    for (; !text.empty(); text.remove_prefix(text.size() < most_at_once ? text.size() : most_at_once)) {
      const auto part = text.substr(0, most_at_once);
      pages_list_u8_t bytes{reinterpret_cast<std::uint8_t *>(const_cast<char *>(part.data())), part.size()};
      wasi_io_streams_stream_error_t error;
      const auto output = wasi_io_streams_borrow_output_stream(stream_);
      if (!wasi_io_streams_method_output_stream_blocking_write_and_flush(output, &bytes, &error)) return false;
    }
    return true;
  }

 private:
  static void append(wasi_http_types_own_fields_t fields, Header header) {
    pages_string_t name{reinterpret_cast<std::uint8_t *>(const_cast<char *>(header.name.data())), header.name.size()};
    wasi_http_types_field_value_t value{reinterpret_cast<std::uint8_t *>(const_cast<char *>(header.value.data())),
                                        header.value.size()};
    wasi_http_types_header_error_t error;
    wasi_http_types_method_fields_append(wasi_http_types_borrow_fields(fields), &name, &value, &error);
  }

  wasi_http_types_own_outgoing_body_t body_{};
  wasi_http_types_own_output_stream_t stream_{};
};

}  // namespace http
