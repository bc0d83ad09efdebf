// WIT as an instance's inspector shows it.
// No parser has seen it.

export const STORE_WIT = `package shop:orders@1.2.0;

/// Orders, kept while the service runs.
@since(version = 1.0.0)
interface store {
  use types.{draft, money, error};

  resource order {
    id: func() -> u64;
    lines: func() -> list<line>;
    confirm: func(total: money)
      -> result<receipt, error>;
  }

  record line {
    sku: string,
    quantity: u32,
    type: option<string>,
  }

  variant state {
    draft,
    confirmed(receipt),
    cancelled(tuple<string, u64>),
  }

  /* One open order per customer. */
  open: func(draft: draft)
    -> result<order, error>;
  find: func(id: u64)
    -> option<order>;
  watch: async func(id: borrow<order>) -> stream<state>;
}

world order-store {
  import wasi:keyvalue/store@0.2.0-draft;
  import wasi:clocks/wall-clock@0.2.3;
  export store;
}
`;

export const WORLD_WIT = `world orders-service {
  import wasi:keyvalue/store@0.2.0-draft;
  import wasi:clocks/monotonic-clock@0.2.3;
  import wasi:random/random@0.2.3;
  export wasi:http/incoming-handler@0.2.3;
}`;

export const COMPOSITION_WAC = `package shop:orders-service@0.4.0;

// Providers
let audit = new shop:audit-log@1.0.0 { ... };
let auth = new shop:jwt-auth@1.4.0 {
  "shop:audit/log@1.0.0": audit["shop:audit/log@1.0.0"],
  ...
};

export auth["shop:auth/tokens@0.4.1"];`;

/** The part that fits beside other sections. */
export const STORE_EXCERPT = STORE_WIT.slice(STORE_WIT.indexOf("interface"), STORE_WIT.indexOf("  variant")).trimEnd();
