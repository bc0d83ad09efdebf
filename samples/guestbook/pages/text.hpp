// Text on its way into a page, and out of a form.
#pragma once

#include <string>
#include <string_view>

namespace text {

/// `raw` as a page can show it: what visitors write is never markup.
inline std::string escaped(std::string_view raw) {
  std::string html;
  for (const char character : raw) {
    switch (character) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      default: html += character;
    }
  }
  return html;
}

inline int digit_of(char character) {
  if (character >= '0' && character <= '9') return character - '0';
  const char lower = static_cast<char>(character | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// One value of a form as browsers send it: `+` is a space, `%2B` a plus.
inline std::string decoded(std::string_view raw) {
  std::string text;
  for (std::size_t at = 0; at < raw.size(); at++) {
    if (raw[at] == '%' && at + 2 < raw.size() && digit_of(raw[at + 1]) >= 0 && digit_of(raw[at + 2]) >= 0) {
      text += static_cast<char>(digit_of(raw[at + 1]) * 16 + digit_of(raw[at + 2]));
      at += 2;
    } else {
      text += raw[at] == '+' ? ' ' : raw[at];
    }
  }
  return text;
}

/// The field `name` of a form, application/x-www-form-urlencoded; empty where there is none.
inline std::string field(std::string_view form, std::string_view name) {
  while (!form.empty()) {
    const std::string_view pair = form.substr(0, form.find('&'));
    form.remove_prefix(pair.size() < form.size() ? pair.size() + 1 : form.size());
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) return decoded(pair.substr(equals + 1));
  }
  return {};
}

/// Strings that a component is given are UTF-8; what a form sends may be anything.
inline bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const int more = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : -1;
    if (more < 0 || at + more >= bytes.size()) return false;
    for (int i = 1; i <= more; i++) {
      const auto next = static_cast<unsigned char>(bytes[at + i]);
      const bool is_surrogate = i == 1 && lead == 0xed && next > 0x9f;
      const bool is_overlong = i == 1 && ((lead == 0xe0 && next < 0xa0) || (lead == 0xf0 && next < 0x90));
      const bool is_beyond = i == 1 && lead == 0xf4 && next > 0x8f;
      if ((next & 0xc0) != 0x80 || is_surrogate || is_overlong || is_beyond) return false;
    }
    at += more + 1;
  }
  return true;
}

}  // namespace text
