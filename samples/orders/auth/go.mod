module shop/auth

go 1.24
