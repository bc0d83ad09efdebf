package main

import (
	"strconv"
	"strings"
)

// Scopes are the flags of shop:identity/tokens, in the order of the WIT file.
type Scopes uint8

const (
	ReadOrders Scopes = 1 << iota
	PlaceOrders
	Wholesale
)

// Identity is who a token speaks for, and what it allows.
type Identity struct {
	Customer string
	Scopes   Scopes
}

// The ways in which a token can be wrong, one for each case of token-error.
type (
	missingError      struct{}
	malformedError    string
	unknownScopeError rune
	wrongSealError    struct{}
)

func (missingError) Error() string        { return "missing" }
func (e malformedError) Error() string    { return "malformed: " + string(e) }
func (e unknownScopeError) Error() string { return "unknown scope " + string(rune(e)) }
func (wrongSealError) Error() string      { return "wrong seal" }

var scopeOfLetter = map[rune]Scopes{'r': ReadOrders, 'p': PlaceOrders, 'w': Wholesale}

// parseToken reads `customer.scopes.seal`, such as `ada.rp.5fc2a1d7`. A sample's idea of a token: it keeps nobody out.
func parseToken(token string) (Identity, error) {
	if token == "" {
		return Identity{}, missingError{}
	}
	parts := strings.Split(token, ".")
	if len(parts) != 3 || parts[0] == "" {
		return Identity{}, malformedError("a token is customer.scopes.seal")
	}
	scopes, err := parseScopes(parts[1])
	if err != nil {
		return Identity{}, err
	}
	if seal(parts[0], parts[1]) != parts[2] {
		return Identity{}, wrongSealError{}
	}
	return Identity{Customer: parts[0], Scopes: scopes}, nil
}

func parseScopes(letters string) (Scopes, error) {
	var scopes Scopes
	for _, letter := range letters {
		scope, known := scopeOfLetter[letter]
		if !known {
			return 0, unknownScopeError(letter)
		}
		scopes |= scope
	}
	return scopes, nil
}

// seal is the 32-bit FNV-1a hash of `customer.scopes@shop` in eight hexadecimal digits.
func seal(customer, scopes string) string {
	hash := uint32(2166136261)
	for _, b := range []byte(customer + "." + scopes + "@shop") {
		hash = (hash ^ uint32(b)) * 16777619
	}
	const ninthDigit = 1 << 32 // keeps leading zeros
	return strconv.FormatUint(uint64(hash)|ninthDigit, 16)[1:]
}
