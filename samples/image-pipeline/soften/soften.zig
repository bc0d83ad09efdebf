// pixel:soften: a blur with the binomial weights 1 4 6 4 1, first along the rows, then along the columns.
// Beyond the border the picture goes on with its outermost pixels.
const std = @import("std");
const wit = @import("bindings");

/// A panic is a trap: there is nowhere to print to.
pub const panic = std.debug.no_panic;

const allocator = std.heap.c_allocator;
const Image = wit.exports_pixel_image_filter_image_t;

const weights = [_]u32{ 1, 4, 6, 4, 1 }; // they sum to 16
const channels = 4;

/// filter.name
export fn exports_pixel_image_filter_name(result: *wit.soften_string_t) void {
    wit.soften_string_dup(result, "soften");
}

/// filter.apply: true and `ok`, or false and `err`. The input's pixels belong to us.
export fn exports_pixel_image_filter_apply(input: *Image, ok: *Image, err: *wit.soften_string_t) bool {
    const size = @as(u64, input.width) * input.height * channels;
    if (input.pixels.len != size) {
        return fail(input, err, "the number of pixels is not width times height");
    }
    const pixels = input.pixels.ptr[0..input.pixels.len];
    const between = allocator.alloc(u8, pixels.len) catch return fail(input, err, "there is not enough memory");
    defer allocator.free(between);

    const row = @as(usize, input.width) * channels;
    blur(pixels, between, .{ .stride = channels, .length = input.width, .lines = input.height, .next_line = row });
    blur(between, pixels, .{ .stride = row, .length = input.height, .lines = input.width, .next_line = channels });
    ok.* = input.*;
    return true;
}

/// How to walk over a picture, line by line. Distances are in bytes.
const Lines = struct { stride: usize, length: usize, lines: usize, next_line: usize };

fn blur(source: []const u8, target: []u8, walk: Lines) void {
    for (0..walk.lines) |line| {
        for (0..walk.length) |position| {
            for (0..channels) |channel| {
                const start = line * walk.next_line + channel;
                var sum: u32 = 8; // rounds
                for (weights, 0..) |weight, tap| {
                    const neighbour = @min((position + tap) -| 2, walk.length - 1);
                    sum += weight * source[start + neighbour * walk.stride];
                }
                target[start + position * walk.stride] = @intCast(sum / 16);
            }
        }
    }
}

fn fail(input: *Image, err: *wit.soften_string_t, message: [*:0]const u8) bool {
    wit.exports_pixel_image_filter_image_free(input);
    wit.soften_string_dup(err, message);
    return false;
}
