// shop:auth: reads tokens. This file is the canonical ABI by hand, token.go is the program.
package main

import (
	"strings"
	"unsafe"
)

// What the other side still reads or writes: the collector must see it here. Cleared call by call.
var (
	arguments [][]byte
	answer    tokenResult
	answered  string
)

// tokenResult is result<identity, token-error> in memory. Ok: text, then the scopes in its last word.
// Error: the case in its first word, and the case's text or character after it.
type tokenResult struct {
	isError uint32
	words   [3]uint32
}

//go:wasmexport cabi_realloc
func reallocate(_, _, _, size uint32) unsafe.Pointer {
	block := make([]byte, size)
	arguments = append(arguments, block)
	return unsafe.Pointer(unsafe.SliceData(block))
}

//go:wasmexport shop:identity/tokens@0.4.1#verify
func verify(text *byte, length uint32) unsafe.Pointer {
	token := strings.Clone(unsafe.String(text, length))
	arguments = nil

	identity, err := parseToken(token)
	if err == nil {
		address, size := keep(identity.Customer)
		answer = tokenResult{words: [3]uint32{address, size, uint32(identity.Scopes)}}
		return unsafe.Pointer(&answer)
	}
	switch err := err.(type) {
	case missingError:
		answer = failure(0, 0, 0)
	case malformedError:
		address, size := keep(string(err))
		answer = failure(1, address, size)
	case unknownScopeError:
		answer = failure(2, uint32(err), 0)
	case wrongSealError:
		answer = failure(3, 0, 0)
	}
	return unsafe.Pointer(&answer)
}

//go:wasmexport cabi_post_shop:identity/tokens@0.4.1#verify
func afterVerify(unsafe.Pointer) {
	answered = ""
}

func failure(tokenError, first, second uint32) tokenResult {
	return tokenResult{isError: 1, words: [3]uint32{tokenError, first, second}}
}

// keep holds the text until the caller has read it, and gives its address and size.
func keep(text string) (address, size uint32) {
	answered = text
	return uint32(uintptr(unsafe.Pointer(unsafe.StringData(answered)))), uint32(len(answered))
}

func main() {}
