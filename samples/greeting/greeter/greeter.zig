// hello:greeter: looks a phrase up, puts the name in and has it decorated.
//
// `bindings` is what wit-bindgen generates for world.wit, in C. Its rules of ownership: an exported function
// owns its arguments, an imported one only looks at them, and whoever receives a string frees it.
const std = @import("std");
const wit = @import("bindings");

/// A panic is a trap: there is nowhere to print to.
pub const panic = std.debug.no_panic;

const allocator = std.heap.c_allocator;
const String = wit.greeter_string_t;

const GreetError = error{ NoName, NoPhrase, OutOfMemory };

/// greeter.greet: true and `ok`, or false and `err`.
export fn exports_hello_greeting_greeter_greet(
    name: *String,
    language: *String,
    mood: wit.hello_greeting_style_mood_t,
    ok: *String,
    err: *String,
) bool {
    defer wit.greeter_string_free(name);
    defer wit.greeter_string_free(language);

    ok.* = greet(bytes(name.*), language, mood) catch |problem| {
        err.* = explain(problem, bytes(language.*));
        return false;
    };
    return true;
}

fn greet(name: []const u8, language: *String, mood: wit.hello_greeting_style_mood_t) GreetError!String {
    const trimmed = std.mem.trim(u8, name, " \t\r\n");
    if (trimmed.len == 0) return error.NoName;

    var phrase: String = undefined;
    if (!wit.hello_greeting_phrases_find(language, &phrase)) return error.NoPhrase;
    defer wit.greeter_string_free(&phrase);

    const sentence = try std.mem.replaceOwned(u8, allocator, bytes(phrase), "{}", trimmed);
    defer allocator.free(sentence);

    var decorated: String = undefined;
    var text = view(sentence);
    wit.hello_greeting_style_decorate(&text, mood, &decorated);
    return decorated;
}

/// The error in words, owned by the caller.
fn explain(problem: GreetError, language: []const u8) String {
    const message = switch (problem) {
        error.NoName => allocator.dupe(u8, "there is no name to greet"),
        error.NoPhrase => explainNoPhrase(language),
        error.OutOfMemory => error.OutOfMemory,
    } catch @panic("out of memory");
    return view(message);
}

fn explainNoPhrase(language: []const u8) error{OutOfMemory}![]u8 {
    var known: wit.greeter_list_string_t = undefined;
    wit.hello_greeting_phrases_languages(&known);
    defer wit.greeter_list_string_free(&known);

    var message: std.ArrayList(u8) = .empty;
    errdefer message.deinit(allocator);
    try message.print(allocator, "no phrase for \"{s}\"; the book has", .{language});
    for (known.ptr[0..known.len], 0..) |tag, index| {
        try message.print(allocator, "{s} {s}", .{ if (index == 0) "" else ",", bytes(tag) });
    }
    return message.toOwnedSlice(allocator);
}

/// The bytes of a WIT string, which may be empty and have no address.
fn bytes(string: String) []const u8 {
    return if (string.len == 0) "" else string.ptr[0..string.len];
}

/// The WIT string over bytes that someone else owns.
fn view(text: []const u8) String {
    return .{ .ptr = @constCast(text.ptr), .len = text.len };
}
