// What never changes: the frame of a page, its style sheet, its picture, and the lines of the letter.
#pragma once

#include <array>
#include <string_view>

namespace parts {

inline constexpr std::string_view head =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Guest book</title>\n"
    "<link rel=\"stylesheet\" href=\"/style.css\">\n"
    "<header><img src=\"/sun.svg\" alt=\"\" width=\"40\" height=\"40\"><h1>Guest book</h1>\n"
    "<nav><a href=\"/\">The book</a> <a href=\"/letter\">A letter</a></nav></header>\n<main>\n";

inline constexpr std::string_view form =
    "<form method=\"post\" action=\"/entries\">\n"
    "<label>Your name <input name=\"name\" autocomplete=\"off\"></label>\n"
    "<label>Your message <textarea name=\"message\" rows=\"3\"></textarea></label>\n"
    "<button>Write it down</button>\n</form>\n";

inline constexpr std::string_view foot = "</main>\n</html>\n";

inline constexpr std::string_view style =
    "body { max-width: 40rem; margin: 0 auto; padding: 1.5rem; background: #fbf8f1; color: #2b2a27;"
    " font: 16px/1.5 system-ui, sans-serif; }\n"
    "header { display: flex; align-items: center; gap: 0.75rem; flex-wrap: wrap; }\n"
    "h1 { flex: 1; margin: 0; font-size: 1.5rem; }\n"
    "nav { display: flex; gap: 1rem; }\n"
    "a { color: #8a4b10; }\n"
    "form, blockquote { margin: 1.25rem 0; padding: 1rem; border-radius: 8px; background: #fff;"
    " box-shadow: 0 1px 4px #0002; }\n"
    "label { display: block; margin-bottom: 0.75rem; }\n"
    "input, textarea { box-sizing: border-box; display: block; width: 100%; padding: 0.5rem; font: inherit;"
    " border: 1px solid #c9c2b2; border-radius: 5px; }\n"
    "button { padding: 0.5rem 1rem; border: 0; border-radius: 5px; background: #8a4b10; color: #fff; font: inherit; }\n"
    "cite { display: block; color: #6d675c; }\n"
    ".fault { color: #a3200f; }\n";

inline constexpr std::string_view sun =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><circle cx=\"20\" cy=\"20\" r=\"9\" fill=\"#e8a020\"/>"
    "<g stroke=\"#e8a020\" stroke-width=\"3\" stroke-linecap=\"round\"><path d=\"M20 3v4M20 33v4M3 20h4M33 20h4M8 8l3 3"
    "M29 29l3 3M32 8l-3 3M11 29l-3 3\"/></g></svg>\n";

inline constexpr std::array<std::string_view, 6> letter{
    "Dear visitor,", "every line of this letter is sent as soon as it is written.",
    "Between two of them the component asks its clock for a third of a second.",
    "Nobody gathers the lines on their way:", "you read the first while the last has not been thought of.",
    "Yours, the pages",
};

}  // namespace parts
