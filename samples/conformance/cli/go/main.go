// What a program sees of its system, in Go: each first argument tries one thing. `cli.c` and `rust` do the same.
package main

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

var output strings.Builder

func print(parts ...string) {
	output.WriteString(strings.Join(parts, "") + "\n")
}

func outcome(err error) string {
	var code syscall.Errno
	if err == nil {
		return "ok"
	}
	errors.As(err, &code)
	switch code {
	case syscall.ENOENT:
		return "no-entry"
	case syscall.EEXIST:
		return "exist"
	case syscall.ENOTEMPTY:
		return "not-empty"
	case syscall.ENOTDIR:
		return "not-directory"
	case syscall.EISDIR:
		return "is-directory"
	case syscall.ELOOP:
		return "loop"
	case syscall.EPERM, syscall.EACCES:
		return "not-permitted"
	default:
		return "another"
	}
}

func opened(path string, flags int) error {
	file, err := syscall.Open(path, flags, 0)
	if err == nil {
		syscall.Close(file)
	}
	return err
}

func put(path string, flags int, text string) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|flags, 0o666)
	if err == nil {
		file.WriteString(text)
		file.Close()
	}
}

func show(path string) {
	text, _ := os.ReadFile(path)
	print(path, ": ", string(text))
}

func list(path string) {
	entries, _ := os.ReadDir(path)
	text := path + ":"
	for _, entry := range entries {
		text += " " + entry.Name()
	}
	print(text)
}

func number(value bool) string {
	if value {
		return "1"
	}
	return "0"
}

func files() {
	show("/given.txt")
	print("mkdir ", outcome(os.Mkdir("/d", 0o777)))
	print("mkdir again ", outcome(os.Mkdir("/d", 0o777)))
	put("/d/a", os.O_TRUNC, "hello")
	put("/d/a", os.O_APPEND, " world")
	show("/d/a")
	put("/d/__proto__", os.O_TRUNC, "a name")
	show("/d/__proto__")
	list("/d")
	print("rename ", outcome(os.Rename("/d/a", "/d/b")))
	print("rename none ", outcome(os.Rename("/d/a", "/d/b")))
	told, _ := os.Stat("/d/b")
	print("size ", strconv.FormatInt(told.Size(), 10), " regular ", number(told.Mode()&fs.ModeType == 0))
	print("truncate ", outcome(os.Truncate("/d/b", 4)))
	show("/d/b")
	print("link ", outcome(os.Link("/d/b", "/d/c")))
	told, _ = os.Stat("/d/c")
	print("links ", strconv.FormatUint(uint64(told.Sys().(*syscall.Stat_t).Nlink), 10))
	print("symlink ", outcome(os.Symlink("b", "/d/s")))
	show("/d/s")
	target, _ := os.Readlink("/d/s")
	print("readlink ", strconv.Itoa(len(target)))
	print("symlink out ", outcome(os.Symlink("../../out", "/d/o")))
	print("open out ", outcome(opened("/d/o", syscall.O_RDONLY)))
	print("unlink out ", outcome(syscall.Unlink("/d/o")))
	moment := time.Unix(1234567890, 0)
	print("times ", outcome(os.Chtimes("/d/b", moment, moment)))
	told, _ = os.Stat("/d/b")
	print("modified ", strconv.FormatInt(told.ModTime().Unix(), 10))
	print("open none ", outcome(opened("/none", syscall.O_RDONLY)))
	print("open file as folder ", outcome(opened("/d/b", syscall.O_RDONLY|syscall.O_DIRECTORY)))
	print("write folder ", outcome(opened("/d", syscall.O_WRONLY)))
	print("rmdir full ", outcome(syscall.Rmdir("/d")))
	for _, name := range []string{"/d/b", "/d/c", "/d/s", "/d/__proto__"} {
		print("unlink ", outcome(syscall.Unlink(name)))
	}
	print("rmdir ", outcome(syscall.Rmdir("/d")))
	put("/left.txt", os.O_TRUNC, "left behind\n")
}

func waitForFirst(name string, event, hour <-chan time.Time) {
	select {
	case <-hour:
		print(name, " before the hour 0")
	case <-event:
		print(name, " before the hour 1")
	}
}

func waitForSeveral() {
	hour := time.After(time.Hour)
	input := make(chan time.Time)
	go func() {
		os.Stdin.Read(make([]byte, 1))
		input <- time.Now()
	}()
	waitForFirst("input", input, hour)
	waitForFirst("moment", time.After(20*time.Millisecond), hour)
}

func main() {
	what := ""
	if len(os.Args) > 1 {
		what = os.Args[1]
	}
	code := 0
	switch what {
	case "arguments":
		for _, argument := range os.Args[2:] {
			print("[", argument, "]")
		}
	case "environment":
		for i, name := range []string{"ONE", "NONE"} {
			value, found := os.LookupEnv(name)
			if !found {
				value = "unset"
			}
			output.WriteString(value + []string{" ", "\n"}[i])
		}
	case "input":
		bytes, _ := io.ReadAll(os.Stdin)
		print(strconv.Itoa(len(bytes)), " bytes ", strconv.Itoa(strings.Count(string(bytes), "\n")), " lines")
	case "clocks":
		start := time.Now()
		time.Sleep(20 * time.Millisecond)
		print("slept ", number(time.Since(start) >= 20*time.Millisecond), " wall ", number(time.Now().Unix() > 1600000000))
	case "poll":
		waitForSeveral()
	case "random":
		one, two := make([]byte, 8), make([]byte, 8)
		rand.Read(one)
		rand.Read(two)
		print("different ", number(string(one) != string(two)))
	case "files":
		files()
	case "errors":
		os.Stderr.WriteString("to the other stream\n")
	default:
		code = 3
	}
	os.Stdout.WriteString(output.String())
	os.Exit(code)
}
