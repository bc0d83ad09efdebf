//! What a program sees of its system, in Rust on the interfaces of WASI themselves: each first argument tries one thing,
//! as in `cli.c`.

wit_bindgen::generate!({ path: "../../wit", world: "witloom:conformance/cli", generate_all });

use exports::wasi::cli::run::Guest;
use wasi::cli::{environment, stderr, stdin, stdout};
use wasi::clocks::{monotonic_clock, wall_clock};
use wasi::filesystem::preopens::get_directories;
use wasi::filesystem::types::{
    Descriptor, DescriptorFlags, DescriptorType, ErrorCode, NewTimestamp, OpenFlags, PathFlags,
};
use wasi::io::poll::poll;
use wasi::io::streams::{OutputStream, StreamError};
use wasi::random::random;

struct Cli;
export!(Cli);

fn print(to: &OutputStream, text: &str) {
    for part in text.as_bytes().chunks(4096) {
        to.blocking_write_and_flush(part).unwrap();
    }
}

fn outcome<T>(result: Result<T, ErrorCode>) -> &'static str {
    match result {
        Ok(_) => "ok",
        Err(ErrorCode::NoEntry) => "no-entry",
        Err(ErrorCode::Exist) => "exist",
        Err(ErrorCode::NotEmpty) => "not-empty",
        Err(ErrorCode::NotDirectory) => "not-directory",
        Err(ErrorCode::IsDirectory) => "is-directory",
        Err(ErrorCode::Loop) => "loop",
        Err(ErrorCode::NotPermitted | ErrorCode::Access) => "not-permitted",
        Err(_) => "another",
    }
}

/// The folder that is the root, with paths relative to it.
struct Root(Descriptor);

impl Root {
    fn open(&self, path: &str, open: OpenFlags, flags: DescriptorFlags) -> Result<Descriptor, ErrorCode> {
        self.0.open_at(PathFlags::SYMLINK_FOLLOW, path, open, flags)
    }

    fn put(&self, path: &str, open: OpenFlags, text: &str) {
        let file = self.open(path, OpenFlags::CREATE | open, DescriptorFlags::WRITE).unwrap();
        let stream = if open.is_empty() { file.append_via_stream() } else { file.write_via_stream(0) };
        print(&stream.unwrap(), text);
    }

    fn show(&self, path: &str) -> String {
        let file = self.open(path, OpenFlags::empty(), DescriptorFlags::READ).unwrap();
        let stream = file.read_via_stream(0).unwrap();
        let mut bytes = Vec::new();
        while let Ok(part) = stream.blocking_read(5) {
            bytes.extend(part);
        }
        format!("/{path}: {}\n", String::from_utf8_lossy(&bytes))
    }

    fn list(&self, path: &str) -> String {
        let entries = self.open(path, OpenFlags::DIRECTORY, DescriptorFlags::READ).unwrap().read_directory().unwrap();
        let mut names = Vec::new();
        while let Some(entry) = entries.read_directory_entry().unwrap() {
            names.push(entry.name);
        }
        names.sort();
        format!("/{path}: {}\n", names.join(" "))
    }
}

fn files() -> String {
    let root = Root(get_directories().remove(0).0);
    let at = &root.0;
    let (read, write, none) = (DescriptorFlags::READ, DescriptorFlags::WRITE, OpenFlags::empty());
    let stat = |path: &str| at.stat_at(PathFlags::SYMLINK_FOLLOW, path).unwrap();
    let mut out = root.show("given.txt");
    out += &format!("mkdir {}\n", outcome(at.create_directory_at("d")));
    out += &format!("mkdir again {}\n", outcome(at.create_directory_at("d")));
    root.put("d/a", OpenFlags::TRUNCATE, "hello");
    root.put("d/a", none, " world");
    out += &root.show("d/a");
    root.put("d/__proto__", OpenFlags::TRUNCATE, "a name");
    out += &root.show("d/__proto__");
    out += &root.list("d");
    out += &format!("rename {}\n", outcome(at.rename_at("d/a", at, "d/b")));
    out += &format!("rename none {}\n", outcome(at.rename_at("d/a", at, "d/b")));
    let told = stat("d/b");
    out += &format!("size {} regular {}\n", told.size, u8::from(told.type_ == DescriptorType::RegularFile));
    out += &format!("truncate {}\n", outcome(root.open("d/b", none, write).and_then(|file| file.set_size(4))));
    out += &root.show("d/b");
    out += &format!("link {}\n", outcome(at.link_at(PathFlags::empty(), "d/b", at, "d/c")));
    out += &format!("links {}\n", stat("d/c").link_count);
    out += &format!("symlink {}\n", outcome(at.symlink_at("b", "d/s")));
    out += &root.show("d/s");
    out += &format!("readlink {}\n", at.readlink_at("d/s").unwrap().len());
    out += &format!("symlink out {}\n", outcome(at.symlink_at("../../out", "d/o")));
    out += &format!("open out {}\n", outcome(root.open("d/o", none, read)));
    out += &format!("unlink out {}\n", outcome(at.unlink_file_at("d/o")));
    let moment = NewTimestamp::Timestamp(wall_clock::Datetime { seconds: 1234567890, nanoseconds: 0 });
    out += &format!("times {}\n", outcome(at.set_times_at(PathFlags::empty(), "d/b", moment, moment)));
    out += &format!("modified {}\n", stat("d/b").data_modification_timestamp.unwrap().seconds);
    out += &format!("open none {}\n", outcome(root.open("none", none, read)));
    out += &format!("open file as folder {}\n", outcome(root.open("d/b", OpenFlags::DIRECTORY, read)));
    out += &format!("write folder {}\n", outcome(root.open("d", none, write)));
    out += &format!("rmdir full {}\n", outcome(at.remove_directory_at("d")));
    for path in ["d/b", "d/c", "d/s", "d/__proto__"] {
        out += &format!("unlink {}\n", outcome(at.unlink_file_at(path)));
    }
    out += &format!("rmdir {}\n", outcome(at.remove_directory_at("d")));
    root.put("left.txt", OpenFlags::TRUNCATE, "left behind\n");
    out
}

fn input() -> String {
    let stream = stdin::get_stdin();
    let mut bytes = Vec::new();
    loop {
        poll(&[&stream.subscribe()]);
        match stream.read(7) {
            Ok(part) => bytes.extend(part),
            Err(StreamError::Closed) => break,
            Err(StreamError::LastOperationFailed(error)) => panic!("{}", error.to_debug_string()),
        }
    }
    format!("{} bytes {} lines\n", bytes.len(), bytes.iter().filter(|byte| **byte == b'\n').count())
}

fn clocks() -> String {
    let start = monotonic_clock::now();
    let (long, short) =
        (monotonic_clock::subscribe_duration(3_600_000_000_000), monotonic_clock::subscribe_duration(20_000_000));
    let first = poll(&[&long, &short]) == [1] && !long.ready() && short.ready();
    monotonic_clock::subscribe_instant(start).block();
    let slept = first && monotonic_clock::now() - start >= 20_000_000;
    format!("slept {} wall {}\n", u8::from(slept), u8::from(wall_clock::now().seconds > 1_600_000_000))
}

fn wait_for_several() -> String {
    let input = stdin::get_stdin();
    let hour = monotonic_clock::subscribe_duration(3_600_000_000_000);
    let moment = monotonic_clock::subscribe_duration(20_000_000);
    let first = |ready: &[u32], expected: &[u32]| u8::from(ready == expected);
    let is_input = first(&poll(&[&hour, &input.subscribe()]), &[1]);
    let is_moment = first(&poll(&[&hour, &moment]), &[1]) & first(&poll(&[&moment, &hour, &moment]), &[0, 2]);
    format!("input before the hour {is_input}\nmoment before the hour {is_moment}\n")
}

impl Guest for Cli {
    fn run() -> Result<(), ()> {
        let arguments = environment::get_arguments();
        let text = match arguments.get(1).map_or("", String::as_str) {
            "arguments" => arguments[2..].iter().map(|argument| format!("[{argument}]\n")).collect(),
            "environment" => {
                let variables = environment::get_environment();
                let value =
                    |name: &str| variables.iter().find(|(key, _)| key == name).map_or("unset", |(_, value)| value);
                format!("{} {}\n", value("ONE"), value("NONE"))
            }
            "input" => input(),
            "clocks" => clocks(),
            "poll" => wait_for_several(),
            "random" => {
                let is_different = random::get_random_u64() != random::get_random_u64();
                format!("different {}\n", u8::from(is_different && random::get_random_bytes(8).len() == 8))
            }
            "files" => files(),
            "errors" => {
                print(&stderr::get_stderr(), "to the other stream\n");
                String::new()
            }
            _ => return Err(()),
        };
        print(&stdout::get_stdout(), &text);
        Ok(())
    }
}
